import { foldText } from '../../language/text/fold.ts'
import type { Quantity } from '../../model/quantity.ts'
import { asides } from '../number/asides.ts'
import { joinDurations } from '../number/compound.ts'
import { placed, quantityOf, type Reading } from '../number/reading.ts'
import type { Context } from './context.ts'
import { readEnglishNumber } from './count.ts'
import { dateOpeners, readDecade, readMonthFirst } from './date.ts'
import { beginsNumeral, numeralOpeners, scaleWords, wordAt } from './numeral-words.ts'
import { phraseOpeners, readPhrase } from './phrase.ts'
import { readSmallWord, readUnitWord, smallOpeners, unitsOfOne } from './small.ts'

function readWord(context: Context, at: number): Reading | undefined {
  const { text, lower } = context
  const dateOrUnit = readMonthFirst(lower, text, at) ?? readDecade(lower, at) ?? readUnitWord(context, at)
  if (dateOrUnit !== undefined) return dateOrUnit
  const word = wordAt(lower, at) ?? ''
  const numeral = beginsNumeral(word) ? readEnglishNumber(context, at) : undefined
  return numeral ?? readSmallWord(context, at)
}

/** an hour and 20 minutes */
const durationJoint = /^(?:,? and |, | )$/
const joint = /^(?:,? (?:and|or|to) |, |-|–)(?:about |nearly )?$/

/** between 20 and 30 percent, 5, 6 and 7 kilometers: a bare number has the unit of the one it is joined to. */
function shareUnits(text: string, quantities: Quantity[]): void {
  for (let index = quantities.length - 2; index >= 0; index -= 1) {
    const [bare, next] = [quantities[index], quantities[index + 1]]
    if (bare?.kind !== 'count' || next === undefined || bare.digits !== next.digits || next.from - bare.to > 12)
      continue
    const suffixed = ['percent', 'percentage-points', 'measure', 'duration', 'money', 'multiple'].includes(next.kind)
    if (suffixed && joint.test(text.slice(bare.to, next.from)) && /\d|[a-z]/.test(text.charAt(next.from))) {
      const { counted, ...rest } = bare
      quantities[index] = { ...rest, kind: next.kind, unit: next.unit }
    }
  }
}

/** G20, COVID-19, X+5: digits that a letter leads belong to a name; RMB400 and no.5 do not. */
const inName = /(?<!\dx|RMB|CNY|USD|EUR|GBP|HKD|AUD)(?:[A-Za-z]|[A-Z][A-Za-z]*-|[A-Za-z]\+)$/

/** How much of a word before a hyphen is looked at: Covid-19, Type-2. */
const longestPrefix = 12

/** Three Gorges, Five Eyes: a number word inside a sentence with its capital, before another, is part of a name. */
const properNumber = /[a-z,]\)? (?:the )?$/

function isProperName(text: string, at: number, to: number): boolean {
  return /^[A-Z][a-z]+ [A-Z]/.test(text.slice(at, to + 2)) && properNumber.test(text.slice(Math.max(0, at - 8), at))
}

/** The text in lower case, letter for letter: a letter that would become two stays as it is. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase()
  return lower.length === text.length ? lower : text.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase())
}

const openers: ReadonlySet<string> = new Set([...numeralOpeners, ...dateOpeners, ...smallOpeners, ...phraseOpeners])
const token = /[A-Za-z]+|\d+|[½¼¾⅓⅔⅛]|\.(?=\d)/g
const roman = /^[IVX]+$/

/** By the code of a character: a letter, a digit, the sign of a fraction, or the point of `.5`; 0 for anything else. */
const kinds = new Uint8Array(0x10000)
const [letter, digit, sign, point] = [1, 2, 3, 4]
for (let code = 0; code < 128; code += 1) {
  const character = String.fromCharCode(code)
  kinds[code] = /[A-Za-z]/.test(character) ? letter : /\d/.test(character) ? digit : character === '.' ? point : 0
}
for (const character of '½¼¾⅓⅔⅛') kinds[character.charCodeAt(0)] = sign

/** The first two letters and the length of a word as a number: what most words differ in from all that open a number. */
function shapeOf(text: string, from: number, to: number): number {
  const second = to - from > 1 ? text.charCodeAt(from + 1) & 31 : 0
  return (text.charCodeAt(from) & 31) | (second << 5) | (Math.min(to - from, 15) << 10)
}

const openerShapes = new Uint8Array(1 << 14)
for (const word of openers) openerShapes[shapeOf(word, 0, word.length)] = 1

/** Whether a word can begin a number. An article does so only before some words. */
function opensNumber(text: string, lower: string, from: number, to: number): boolean {
  if (openerShapes[shapeOf(lower, from, to)] === 1) {
    const word = lower.slice(from, to)
    if (openers.has(word)) return !(word === 'a' || word === 'an') || opensAfterArticle(lower, to)
  }
  return 'IVX'.includes(text.charAt(from)) && roman.test(text.slice(from, to))
}

/** Where a run of characters of a kind ends. */
function endOfRun(text: string, from: number, kind: number): number {
  let at = from + 1
  while (kinds[text.charCodeAt(at)] === kind) at += 1
  return at
}

/** Whether a number can begin in a text. Where none can, none is read there in any context. */
export function mayHoldEnglishNumber(text: string): boolean {
  const tokens = foldText(text).text.match(token) ?? []
  return tokens.some((piece) => !/^[A-Za-z]/.test(piece) || openers.has(piece.toLowerCase()) || roman.test(piece))
}

/**
 * Every number expression of an English text, in order and without overlap. Total on any text, and linear in its
 * length. Numbers inside names (G20, 3D) come with kind `name`; small words that Chinese seldom counts are soft.
 */
export function readEnglish(text: string): readonly Quantity[] {
  const folded = foldText(text)
  return placed(readFolded(folded.text), folded, text)
}

const afterArticle = new RegExp(` (?:half|quarter|third|${scaleWords}|${unitsOfOne})`, 'y')

/** Whether what follows an article makes a number of the two: a half, a hundred, a year. */
function opensAfterArticle(lower: string, at: number): boolean {
  afterArticle.lastIndex = at
  return afterArticle.test(lower)
}

function readFolded(folded: string): readonly Quantity[] {
  const lower = lowerCase(folded)
  const context = { text: folded, lower }
  const quantities: Quantity[] = []
  const inBrackets = asides(folded)
  let last = 0
  let past = 0
  for (let at = 0; at < folded.length; at = past) {
    const kind = kinds[folded.charCodeAt(at)] ?? 0
    const isWord = kind === letter
    past = isWord || kind === digit ? endOfRun(folded, at, kind) : at + 1
    if (kind === 0) continue
    // What follows a letter or digit is the rest of something; a word that opens nothing is passed over whole.
    if (isWord) {
      const before = kinds[folded.charCodeAt(at - 1)]
      if (before === letter || before === digit || !opensNumber(folded, lower, at, past)) continue
    }
    const isPoint = kinds[folded.charCodeAt(past)] === digit && !/[\w.)]/.test(folded.charAt(at - 1))
    if (kind === point && !isPoint) continue
    const reading = readPhrase(context, at) ?? (isWord ? readWord(context, at) : readEnglishNumber(context, at))
    if (reading === undefined || reading.to <= at) continue
    const from = Math.max(reading.from ?? at, last)
    const named = !isWord && inName.test(folded.slice(Math.max(0, at - longestPrefix), at)) && reading.kind === 'count'
    const classified = named ? ({ ...reading, kind: 'name', soft: true } as const) : reading
    const proper = isWord && classified.kind === 'count' && isProperName(folded, at, classified.to)
    quantities.push(
      quantityOf(folded, at, { ...classified, ...(proper ? { kind: 'name' } : {}), from }, inBrackets(from)),
    )
    last = reading.to
    past = reading.to
  }
  shareUnits(lower, quantities)
  return joinDurations(folded, quantities, durationJoint)
}
