import type { Quantity } from '../model/quantity.ts'
import { joinDurations } from './compound.ts'
import type { Context } from './english-context.ts'
import { readEnglishNumber } from './english-count.ts'
import { readDecade, readMonthFirst } from './english-date.ts'
import { readPhrase } from './english-phrase.ts'
import { readSmallWord, readUnitWord } from './english-small.ts'
import { beginsNumeral, wordAt } from './english-words.ts'
import { asides, foldWidth } from './fold.ts'
import { quantityOf, type Reading } from './reading.ts'

function readWord(context: Context, at: number): Reading | undefined {
  const { text, lower } = context
  const own = readMonthFirst(lower, text, at) ?? readDecade(lower, at) ?? readUnitWord(context, at)
  if (own !== undefined) return own
  const found = wordAt(lower, at) ?? ''
  const numeral = beginsNumeral(found) ? readEnglishNumber(context, at) : undefined
  return numeral ?? readSmallWord(context, at)
}

/** an hour and 20 minutes */
const durationJoint = /^(?:,? and |, | )$/
const joint = /^(?:,? (?:and|or|to) |, |-|–)(?:about |nearly )?$/

/** between 20 and 30 percent, 5, 6 and 7 kilometers: a bare number has the unit of the one it is joined to. */
function shareUnits(text: string, quantities: Quantity[]): void {
  for (let index = quantities.length - 2; index >= 0; index -= 1) {
    const [own, next] = [quantities[index], quantities[index + 1]]
    if (own?.kind !== 'count' || next === undefined || own.digits !== next.digits || next.from - own.to > 12) continue
    const suffixed = ['percent', 'percentage-points', 'measure', 'duration', 'money', 'multiple'].includes(next.kind)
    if (suffixed && joint.test(text.slice(own.to, next.from)) && /\d|[a-z]/.test(text.charAt(next.from))) {
      const { counted, ...rest } = own
      quantities[index] = { ...rest, kind: next.kind, unit: next.unit }
    }
  }
}

/** G20, COVID-19, X+5: digits that a letter leads belong to a name; RMB400 and no.5 do not. */
const inName = /(?<!\dx|RMB|CNY|USD|EUR|GBP|HKD|AUD)(?:[A-Za-z]|[A-Z]-|\+)$/

const letterOrDigit = /[A-Za-z0-9]/
const letter = /[A-Za-z]/

/**
 * Every number expression of an English text, in order and without overlap. Total on any text, and linear in its
 * length. Numbers inside names (G20, 3D) come with kind `name`; small words that Chinese seldom counts are soft.
 */
export function readEnglish(text: string): readonly Quantity[] {
  const folded = foldWidth(text)
  const lower = folded.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase())
  const context = { text: folded, lower }
  const quantities: Quantity[] = []
  const inBrackets = asides(folded)
  let last = 0
  let at = 0
  while (at < folded.length) {
    const character = folded.charAt(at)
    const digit =
      /[\d½¼¾⅓⅔⅛]/.test(character) ||
      (character === '.' && /\d/.test(folded.charAt(at + 1)) && !/[\w.]/.test(folded.charAt(at - 1)))
    const starts = digit || (letter.test(character) && !letterOrDigit.test(folded.charAt(at - 1)))
    const reading = starts
      ? (readPhrase(context, at) ?? (digit ? readEnglishNumber(context, at) : readWord(context, at)))
      : undefined
    if (reading !== undefined && reading.to > at) {
      const from = Math.max(reading.from ?? at, last)
      const named = digit && inName.test(folded.slice(Math.max(0, at - 4), at)) && reading.kind === 'count'
      const own = named ? ({ ...reading, kind: 'name', soft: true } as const) : reading
      quantities.push(quantityOf(text, at, { ...own, from }, inBrackets(from)))
      last = reading.to
      at = reading.to
      continue
    }
    // A word or run of digits that is no number is passed over whole.
    do at += 1
    while (
      at < folded.length &&
      letterOrDigit.test(folded.charAt(at)) &&
      (digit ? /\d/ : letter).test(character) &&
      (digit ? /\d/ : letter).test(folded.charAt(at))
    )
  }
  shareUnits(lower, quantities)
  return joinDurations(text, quantities, durationJoint)
}
