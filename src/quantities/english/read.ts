import { foldText } from '../../language/text/fold.ts'
import type { Quantity } from '../../model/quantity.ts'
import { asides } from '../number/asides.ts'
import { joinDurations } from '../number/compound.ts'
import { placed, quantityOf, type Reading } from '../number/reading.ts'
import type { Context } from './context.ts'
import { readEnglishNumber } from './count.ts'
import { dateOpeners, readDecade, readMonthFirst } from './date.ts'
import { beginsNumeral, numeralOpeners, wordAt } from './numeral-words.ts'
import { phraseOpeners, readPhrase } from './phrase.ts'
import { readSmallWord, readUnitWord, smallOpeners } from './small.ts'

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

function readFolded(folded: string): readonly Quantity[] {
  const lower = lowerCase(folded)
  const context = { text: folded, lower }
  const quantities: Quantity[] = []
  const inBrackets = asides(folded)
  let last = 0
  token.lastIndex = 0
  for (let match = token.exec(folded); match !== null; match = token.exec(folded)) {
    const at = match.index
    const [piece] = match
    const past = token.lastIndex
    const isWord = /^[A-Za-z]/.test(piece)
    const before = folded.charAt(at - 1)
    // What follows a letter or digit is the rest of something; a word that opens nothing is passed over whole.
    if (isWord && (/[A-Za-z0-9]/.test(before) || !(openers.has(lower.slice(at, past)) || roman.test(piece)))) continue
    if (piece === '.' && /[\w.)]/.test(before)) continue
    const reading = readPhrase(context, at) ?? (isWord ? readWord(context, at) : readEnglishNumber(context, at))
    if (reading === undefined || reading.to <= at) {
      token.lastIndex = past
      continue
    }
    const from = Math.max(reading.from ?? at, last)
    const named = !isWord && inName.test(folded.slice(Math.max(0, at - longestPrefix), at)) && reading.kind === 'count'
    const classified = named ? ({ ...reading, kind: 'name', soft: true } as const) : reading
    const proper = isWord && classified.kind === 'count' && isProperName(folded, at, classified.to)
    quantities.push(
      quantityOf(folded, at, { ...classified, ...(proper ? { kind: 'name' } : {}), from }, inBrackets(from)),
    )
    last = reading.to
    token.lastIndex = reading.to
  }
  shareUnits(lower, quantities)
  return joinDurations(folded, quantities, durationJoint)
}
