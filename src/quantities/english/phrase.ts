import { cardinals } from '../../language/english/numerals.ts'
import type { Rational } from '../../model/quantity.ts'
import { add, negate, order, rational } from '../number/rational.ts'
import { amount, type Reading } from '../number/reading.ts'
import { dialledNumber } from '../number/telephone.ts'
import { kindOfUnit } from '../number/units.ts'
import { type Context, unitAfter } from './context.ts'
import { readEnglishNumeral } from './numeral.ts'

const parts = new Map<string, Rational>([
  ['half', rational(1n, 2n)],
  ['quarter', rational(1n, 4n)],
  ['third', rational(1n, 3n)],
  ['three quarters', rational(3n, 4n)],
  ['two thirds', rational(2n, 3n)],
])

function partNamed(words: string): Rational {
  return parts.get(words.replace(/^(?:an?|one)[ -]/, '').replace('-', ' ')) ?? rational(0n)
}

const partOfPercent =
  /((?:an? |one[ -])?(?:half|quarter|third)|three[ -]quarters|two[ -]thirds)(?: of)?(?: an?| one)?[ -](percent|per cent|percentage[ -]point|1 percent|1%)(?![a-z])/y

/** half a percent, a quarter of a percentage point. */
function readPartOfPercent(lower: string, at: number): Reading | undefined {
  partOfPercent.lastIndex = at
  const [, part = '', of = ''] = partOfPercent.exec(lower) ?? []
  if (part === '') return undefined
  const kind = of.endsWith('point') ? 'percentage-points' : 'percent'
  return { to: partOfPercent.lastIndex, kind, value: amount(partNamed(part)), digits: false }
}

const partOfUnit =
  /((?:an? |one[ -])?(?:half|quarter)|(?:an? |one[ -])third(?= of)|three[ -]quarters|two[ -]thirds)(?: of an?| an?|[ -])[ -]?(?=(?:year|month|week|day|hour|minute|decade|century|kilometer|kilometre|meter|metre|mile|ton|tonne|pound|gallon|barrel|inch|acre|kilogram|kilo|liter|litre)\b)/y

/** a quarter of an hour, three-quarters of a mile, a quarter-mile. The third century is no part of one. */
function readPartOfUnit(context: Context, at: number): Reading | undefined {
  partOfUnit.lastIndex = at
  const part = partOfUnit.exec(context.lower)?.[1]
  const unit = part === undefined ? undefined : unitAfter(context, partOfUnit.lastIndex)
  if (part === undefined || unit === undefined) return undefined
  const value = amount(partNamed(part))
  return { to: unit.to, kind: kindOfUnit(unit.unit), value, unit: unit.unit.name, digits: false, soft: true }
}

const eachOf = /(?:per|every|each) $/
const eachScale = /(?:hundred|thousand|million)(?![a-z])/y

/** per thousand residents: no article, and a number all the same. */
function readEachOf(lower: string, at: number): Reading | undefined {
  eachScale.lastIndex = at
  if (!eachScale.test(lower) || !eachOf.test(lower.slice(Math.max(0, at - 6), at))) return undefined
  const number = readEnglishNumeral(`a ${lower.slice(at, eachScale.lastIndex)}`, 0)
  return number && { to: eachScale.lastIndex, kind: 'count', value: amount(number.min), digits: false, soft: true }
}

const clockPhrase =
  /(half|(?:an? )?quarter|five|ten|twenty|twenty-five|[1-5]?\d)(?: minutes)? (past|to) (?=[a-z]|1[0-2]|[1-9](?!\d))/y

/** half past three, a quarter to nine: before noon unless it says otherwise. */
function readClockPhrase(lower: string, at: number): Reading | undefined {
  clockPhrase.lastIndex = at
  const [, part = '', side = ''] = clockPhrase.exec(lower) ?? []
  if (part === '' || (side === 'to' && !part.endsWith('quarter'))) return undefined
  const hour = readEnglishNumeral(lower, clockPhrase.lastIndex)
  if (hour === undefined || hour.form !== 'cardinal' || order(hour.max, rational(12n)) > 0) return undefined
  const minutes =
    part === 'half' ? rational(30n) : part.endsWith('quarter') ? rational(15n) : readEnglishNumeral(lower, at)?.min
  if (minutes === undefined || hour.min.denominator !== 1n) return undefined
  const share = rational(minutes.numerator, 60n)
  const value = amount(add(hour.min, side === 'past' ? share : negate(share)))
  return { to: hour.to, kind: 'time', value, digits: hour.digits }
}

const half = /(first|second|latter)[ -]half(?![a-z])/y

/** the first half of the year, the second half of the match. */
function readHalf(lower: string, at: number): Reading | undefined {
  half.lastIndex = at
  const which = half.exec(lower)?.[1]
  if (which === undefined) return undefined
  const value = amount(rational(which === 'first' ? 1n : 2n))
  return { to: half.lastIndex, kind: 'ordinal', value, unit: 'half', digits: false }
}

/** The numbers that -fold makes one word with: two to twenty and the tens, a hundred, a thousand. */
const folds = [...cardinals].flatMap(([word, value]) => (value > 1n ? [word] : [])).concat('hundred', 'thousand')
const fold = new RegExp(`(${folds.toSorted((a, b) => b.length - a.length).join('|')})fold(?![a-z])`, 'y')

/** tenfold, a hundredfold: the soft ones are words of everyday English. */
function readFold(lower: string, at: number): Reading | undefined {
  fold.lastIndex = at
  const word = fold.exec(lower)?.[1]
  const number =
    word === undefined ? undefined : readEnglishNumeral(/^(?:hundred|thousand)$/.test(word) ? `a ${word}` : word, 0)
  if (number === undefined) return undefined
  return {
    to: fold.lastIndex,
    kind: 'multiple',
    value: amount(number.min),
    digits: false,
    soft: order(number.min, rational(4n)) <= 0,
  }
}

const eventDay =
  /(?<=["“‘'])(\d{1,2})[.·](\d{1,2})(?=["”’'])|(9)\/(11)(?![\d/])|([1-9]|1[0-2])\/([1-9]|[12]\d|3[01])(?= (?:attacks?|bombings?|terror|disaster|incident))/y

/** 9/11, the 7/7 bombings: an event by its day. */
function readEventDay(lower: string, at: number): Reading | undefined {
  eventDay.lastIndex = at
  const match = eventDay.exec(lower)
  if (match === null || lower.charAt(at - 1) === '/') return undefined
  const [month, day] = [Number(match[1] ?? match[3] ?? match[5]), Number(match[2] ?? match[4] ?? match[6])]
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined
  return { to: eventDay.lastIndex, kind: 'date', value: { type: 'date', month, day }, digits: true }
}

/** +86 10 6655 1234, 010-6655-1234, 138-0013-8000: digits that one dials. */
const telephone =
  /(?:\+?(?:00)?86[ -]?)(?:\(0?\d{2,3}\)|\d{2,3})?(?:[ -]?\d{3,8}){1,3}(?![\d-])|0\d{2,3}[ -]\d{3,4}[ -]?\d{4}(?![\d-])|1[3-9]\d([ -]?)\d{4}\1\d{4}(?![\d-])|[48]00-?\d{3}-?\d{4}(?![\d-])/y
/** Digits of a telephone number, with the code of a country and of an area. */
const [fewestDialled, mostDialled] = [10, 14]

function readTelephone(lower: string, at: number): Reading | undefined {
  if (/\d[ ,.-]?$/.test(lower.slice(Math.max(0, at - 2), at))) return undefined
  telephone.lastIndex = at
  const dialled = telephone.exec(lower)?.[0]
  const length = dialled?.replace(/\D/g, '').length ?? 0
  if (dialled === undefined || length < fewestDialled || length > mostDialled) return undefined
  return dialledNumber(dialled, telephone.lastIndex)
}

/** fifty-fifty, 50/50: half each. */
const halfEach = /(?:50[-–/:]50|fifty[- ]fifty)(?![\da-z])/y

function readHalfEach(lower: string, at: number): Reading | undefined {
  halfEach.lastIndex = at
  if (!halfEach.test(lower)) return undefined
  return { to: halfEach.lastIndex, kind: 'name', value: amount(rational(24n)), digits: false, soft: true }
}

const spelledYear = new RegExp(
  `(fifteen|sixteen|seventeen|eighteen|nineteen|twenty)[ -](?:oh[ -](${namesFrom(1n, 9n)})|(${namesFrom(10n, 19n)})|(${namesFrom(20n, 90n)})(?:[ -](${namesFrom(1n, 9n)}))?)(?![a-z-])`,
  'y',
)

function namesFrom(least: bigint, most: bigint): string {
  return [...cardinals].flatMap(([word, value]) => (value >= least && value <= most ? [word] : [])).join('|')
}

/** nineteen ninety-eight, twenty thirty-five: a year in words, by its halves. */
function readSpelledYear(lower: string, at: number): Reading | undefined {
  spelledYear.lastIndex = at
  const match = spelledYear.exec(lower)
  if (match === null) return undefined
  const [century = '', ...rest] = match.slice(1).map((word) => cardinals.get(word ?? '') ?? 0n)
  const year = Number(century) * 100 + rest.reduce((sum, value) => sum + Number(value), 0)
  return { to: spelledYear.lastIndex, kind: 'year', value: { type: 'date', year }, digits: false }
}

/** the million mark: one of that size. */
const roundMark =
  /(hundred thousand|million|billion|trillion)(?:-| )?((?:yuan|dollar)(?=[ -]))?[ -](?=(?:mark|threshold|milestone|level)\b)/y

function readRoundMark(lower: string, at: number): Reading | undefined {
  roundMark.lastIndex = at
  const [whole = '', scale = '', money] = roundMark.exec(lower) ?? []
  if (scale === '' || !/(?:^|[^a-z])(?:the|an?|one) $/.test(lower.slice(Math.max(0, at - 5), at))) return undefined
  const number = readEnglishNumeral(`a ${scale}`, 0)
  if (number === undefined) return undefined
  const to = at + whole.trimEnd().length
  const value = amount(number.min)
  return money === undefined
    ? { to, kind: 'count', value, digits: false }
    : { to, kind: 'money', value, unit: money === 'yuan' ? 'CNY' : 'USD', digits: false }
}

/** 24/7: all the time. */
const allTheTime = /24\/7(?![\d/])/y

function readAllTheTime(lower: string, at: number): Reading | undefined {
  allTheTime.lastIndex = at
  if (!allTheTime.test(lower)) return undefined
  return { to: allTheTime.lastIndex, kind: 'name', value: amount(rational(24n)), digits: true, soft: true }
}

const numericDate = /([12]\d{3})([-/.])(\d{1,2})\2(\d{1,2})(?![\d/.-]\d|\d)/y

/** 2018-05-03: year first; any other order of numbers would be a guess. */
function readNumericDate(lower: string, at: number): Reading | undefined {
  numericDate.lastIndex = at
  const match = numericDate.exec(lower)
  const [year, month, day] = [Number(match?.[1]), Number(match?.[3]), Number(match?.[4])]
  if (match === null || month < 1 || month > 12 || day < 1 || day > 31) return undefined
  return { to: numericDate.lastIndex, kind: 'date', value: { type: 'date', year, month, day }, digits: true }
}

/** The words that can begin one of these phrases; the numerals among them begin others too. */
export const phraseOpeners: readonly string[] = ['third', 'latter', ...folds.map((word) => `${word}fold`)]

const joiningMarks = '/-–:.·'

/** What several words or signs say together and would be misread one by one. */
export function readPhrase(context: Context, at: number): Reading | undefined {
  const { lower } = context
  const first = lower.charAt(at)
  if (first >= '0' && first <= '9') {
    // Most numbers are none of these: a look at what follows the first digits is enough.
    const isJoined = [1, 2, 4].some((length) => joiningMarks.includes(lower.charAt(at + length) || '0'))
    const phrase = isJoined
      ? (readEventDay(lower, at) ?? readAllTheTime(lower, at) ?? readHalfEach(lower, at) ?? readNumericDate(lower, at))
      : undefined
    return phrase ?? readTelephone(lower, at) ?? readClockPhrase(lower, at)
  }
  return (
    readPartOfPercent(lower, at) ??
    readPartOfUnit(context, at) ??
    readClockPhrase(lower, at) ??
    readHalf(lower, at) ??
    readSpelledYear(lower, at) ??
    readHalfEach(lower, at) ??
    readRoundMark(lower, at) ??
    readEachOf(lower, at) ??
    readFold(lower, at)
  )
}
