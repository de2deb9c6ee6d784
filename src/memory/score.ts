import { foldText } from '../language/text/fold.ts'
import { expectDefined } from '../model/expect.ts'

/**
 * A text as the memory compares it. `letters`: as it is read (`foldText`: one width, no look-alikes, nothing invisible),
 * without white space, each figure and code replaced by `placeholder`. `figures`: what the placeholders stand for.
 */
export interface ComparedText {
  readonly letters: string
  readonly figures: string
}

const placeholder = '\ue000'
const [letter, digit, numeral, space] = [1, 2, 3, 4]
const kinds = kindsOfUnits()

/**
 * A figure is a run of ASCII letters and digits with a digit in it, `.`, `-`, `/`, `:` and the comma of thousands between
 * them (4,000.5, 2025-03-01, GB/T1234-2020, G20), or a run of two or more Chinese numerals (二十三; one alone may be part of a
 * word, as in 统一).
 */
export function comparedText(text: string): ComparedText {
  const folded = foldText(text).text
  const figures: string[] = []
  let letters = ''
  let from = 0
  for (let at = 0; at < folded.length; ) {
    const kind = kindAt(folded, at)
    const end =
      kind === 0 ? at + 1 : kind === space ? at + 1 : kind === numeral ? numeralEnd(folded, at) : codeEnd(folded, at)
    const masked = kind === numeral ? end - at > 1 : kind !== 0 && kind !== space && hasDigit(folded, at, end)
    if (masked || kind === space) {
      letters += folded.slice(from, at)
      from = end
    }
    if (masked) {
      letters += placeholder
      figures.push(folded.slice(at, end))
    }
    at = end
  }
  return { letters: from === 0 ? folded : letters + folded.slice(from), figures: figures.join(' ') }
}

/**
 * How far two compared texts are apart, in half edits: two for each edit of their letters (insertion, deletion or
 * substitution of a code point), one more if any of their figures differ.
 */
export function costOf(edits: number, sameFigures: boolean): number {
  return 2 * edits + (sameFigures ? 0 : 1)
}

/**
 * The similarity of two texts in whole per cent, rounded down: the share of the longer text that needs no edit. `longer`
 * counts the code points of its letters. Texts that are not equal to the character score 99 at most.
 */
export function scoreOf(cost: number, longer: number): number {
  return longer === 0 ? 99 : Math.max(0, Math.min(99, Math.floor((50 * (2 * longer - cost)) / longer)))
}

/** The greatest number of edits at which two texts, the longer of length `longer`, can score `threshold`. */
export function mostEdits(longer: number, threshold: number): number {
  return Math.floor((longer * (100 - threshold)) / 100)
}

function kindsOfUnits(): Uint8Array {
  const table = new Uint8Array(0x10000)
  for (let code = 0x30; code <= 0x39; code++) table[code] = digit
  for (const first of [0x41, 0x61]) table.fill(letter, first, first + 26)
  for (const character of '〇零一二三四五六七八九十百千万亿两') table[character.charCodeAt(0)] = numeral
  for (const character of ' \t\n\v\f\r\u00a0\u2028\u2029\u3000') table[character.charCodeAt(0)] = space
  return table
}

function kindAt(text: string, at: number): number {
  return at < text.length ? expectDefined(kinds[text.charCodeAt(at)], 'the kind of a unit') : 0
}

function numeralEnd(text: string, from: number): number {
  let end = from + 1
  while (kindAt(text, end) === numeral) end++
  return end
}

function codeEnd(text: string, from: number): number {
  for (let end = from + 1; ; end++) {
    if (isCode(text, end)) continue
    if (!isCode(text, end + 1) || !joins(text, end)) return end
  }
}

/** Whether the mark at a place joins the letters or digits on both sides of it to one code. */
function joins(text: string, at: number): boolean {
  const mark = text[at]
  if (mark === '.' || mark === '-' || mark === '/') return true
  if (mark === ':') return isDigit(text, at - 1) && isDigit(text, at + 1)
  const thousands = mark === ',' && [-1, 1, 2, 3].every((step) => isDigit(text, at + step))
  return thousands && !isDigit(text, at + 4)
}

function isCode(text: string, at: number): boolean {
  const kind = kindAt(text, at)
  return kind === letter || kind === digit
}

function isDigit(text: string, at: number): boolean {
  return kindAt(text, at) === digit
}

function hasDigit(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isDigit(text, at)) return true
  return false
}

/** What a pair loses that no reviser has approved: less than the least difference in a sentence of usual length. */
export const unreviewedPenalty = 3
