import { pluralOf } from '../../language/english/nouns.ts'
import { cardinals } from '../../language/english/numerals.ts'
import type { Rational } from '../../model/quantity.ts'
import { createLexicon } from '../number/lexicon.ts'
import { add, rational } from '../number/rational.ts'
import { amount, type Reading } from '../number/reading.ts'
import { kindOfUnit } from '../number/units.ts'
import { type Context, unitAfter } from './context.ts'

/** Small numbers that English says with other words; soft, since Chinese seldom writes them as numbers. */
const smallWords: readonly (readonly [string, Pick<Reading, 'kind' | 'value' | 'unit'>])[] = [
  ...['both', 'pair', 'couple', 'dual', 'twin', 'bilateral', 'duo'].map(
    (word) => [word, { kind: 'count', value: amount(rational(2n)) }] as const,
  ),
  ...['single', 'sole'].map((word) => [word, { kind: 'count', value: amount(rational(1n)) }] as const),
  ...['twice', 'double', 'doubled', 'doubles', 'doubling', 'twofold'].map(
    (word) => [word, { kind: 'multiple', value: amount(rational(2n)) }] as const,
  ),
  ...[
    'triple',
    'tripled',
    'triples',
    'tripling',
    'threefold',
    'thrice',
    'trio',
    'triad',
    'trilogy',
    'trilateral',
    'tripartite',
  ].map((word) => [word, { kind: 'multiple', value: amount(rational(3n)) }] as const),
  ...['quadruple', 'quadrupled', 'fourfold'].map(
    (word) => [word, { kind: 'multiple', value: amount(rational(4n)) }] as const,
  ),
  ...['half', 'halve', 'halves', 'halved', 'halving'].map(
    (word) => [word, { kind: 'fraction', value: amount(rational(1n, 2n)) }] as const,
  ),
  ['quarter', { kind: 'fraction', value: amount(rational(1n, 4n)) }],
  ['thirds', { kind: 'count', value: amount(rational(3n)) }],
  ...(
    [
      ['quadrilateral', 4n],
      ['quartet', 4n],
      ['pentagon', 5n],
      ['hexagon', 6n],
    ] as const
  ).map(([word, sides]) => [word, { kind: 'count', value: amount(rational(sides)) }] as const),
  ['duet', { kind: 'count', value: amount(rational(2n)) }],
  ...[...cardinals]
    .filter(([, value]) => value >= 2n && value <= 10n)
    .map(([word, value]) => [pluralOf(word), { kind: 'count', value: amount(rational(value)) }] as const),
  ['decade', { kind: 'duration', value: amount(rational(1n)), unit: 'decade' }],
  ['century', { kind: 'duration', value: amount(rational(1n)), unit: 'century' }],
  ...['centenary', 'centennial'].map(
    (word) => [word, { kind: 'duration', value: amount(rational(100n)), unit: 'year' }] as const,
  ),
  ...['bicentenary', 'bicentennial'].map(
    (word) => [word, { kind: 'duration', value: amount(rational(200n)), unit: 'year' }] as const,
  ),
  ['biennial', { kind: 'duration', value: amount(rational(2n)), unit: 'year' }],
  ['fortnight', { kind: 'duration', value: amount(rational(2n)), unit: 'week' }],
  ['noon', { kind: 'time', value: amount(rational(12n)) }],
  ['midnight', { kind: 'time', value: amount(rational(0n)) }],
  ['around-the-clock', { kind: 'duration', value: amount(rational(24n)), unit: 'hour' }],
  ['around the clock', { kind: 'duration', value: amount(rational(24n)), unit: 'hour' }],
  ['round-the-clock', { kind: 'duration', value: amount(rational(24n)), unit: 'hour' }],
  ...[
    'top',
    'largest',
    'biggest',
    'leading',
    'champion',
    'primary',
    'maiden',
    'inaugural',
    'initial',
    'highest',
    'best',
  ].map((word) => [word, { kind: 'ordinal', value: amount(rational(1n)) }] as const),
  ['runner-up', { kind: 'ordinal', value: amount(rational(2n)) }],
  ['secondary', { kind: 'ordinal', value: amount(rational(2n)) }],
  ['tertiary', { kind: 'ordinal', value: amount(rational(3n)) }],
]
const small = createLexicon(smallWords)

/** The words that can begin one of these, or a unit without a numeral. */
export const smallOpeners: readonly string[] = smallWords.map(([word]) => word.replace(/[^a-z].*/, ''))

/** a year, an hour, a dozen: one of something that Chinese may say in smaller units. */
export const unitsOfOne =
  'year|month|week|day|hour|minute|decade|century|kilometer|kilometre|meter|metre|mile|ton|tonne|pound|dollar|euro|yuan|gallon|barrel'
const oneUnit = new RegExp(`an? (?=(?:${unitsOfOne})\\b)`, 'y')

const roman = /[IVX]{1,6}(?![A-Za-z])/y
/** Level I, Type II: a rank, where one letter is enough, and which a translation has to tell. */
const rankedBefore = /(?:^|[^a-z])(?:level|type|grade|class|tier|category|phase|stage|part)[ -]$/
const romanDigits = new Map([
  ['I', 1],
  ['V', 5],
  ['X', 10],
])

/** Phase II, World War II. Soft: capitals may be something else. */
function readRoman({ text, lower }: Context, at: number): Reading | undefined {
  roman.lastIndex = at
  const digits = roman.exec(text)?.[0]
  const isRank = digits !== undefined && rankedBefore.test(lower.slice(Math.max(0, at - 11), at))
  if (digits === undefined || (digits.length === 1 && !isRank) || /(.)\1{3}|[IV]X[XV]|VV/.test(digits)) return undefined
  let value = 0
  for (let index = 0; index < digits.length; index += 1) {
    const digit = romanDigits.get(digits.charAt(index)) ?? 0
    value += digit < (romanDigits.get(digits.charAt(index + 1)) ?? 0) ? -digit : digit
  }
  return { to: roman.lastIndex, kind: 'ordinal', value: amount(rational(BigInt(value))), digits: false, soft: !isRank }
}

const halfUnit = /half[ -](?:an? )?(?=[a-z]{3})/y

/** an hour and a half, two years and a half */
const andHalf = / and a half(?![a-z])/y

function unitReading(
  { lower }: Context,
  { unit, to }: NonNullable<ReturnType<typeof unitAfter>>,
  value: Rational,
): Reading {
  const base = { kind: kindOfUnit(unit), unit: unit.name, digits: false, soft: true } as const
  andHalf.lastIndex = to
  if (andHalf.test(lower)) return { ...base, to: andHalf.lastIndex, value: amount(add(value, rational(1n, 2n))) }
  return { ...base, to, value: amount(value) }
}

const unitLeads = [
  [oneUnit, rational(1n)],
  [halfUnit, rational(1n, 2n)],
] as const

/** 24 hours a day, 50 yuan a barrel: the quantity before it counts for each unit. */
const rateBefore =
  /(?:\b(?:hours|times|days|nights|minutes|weeks|months|dollars|cents|yuan|pounds|euros|people|barrels|tons|tonnes|once|twice|million|billion)|\d) $/

/** a year, half an hour: a unit whose number is no numeral. */
export function readUnitWord(context: Context, at: number): Reading | undefined {
  if (rateBefore.test(context.lower.slice(Math.max(0, at - 9), at))) return undefined
  for (const [pattern, value] of unitLeads) {
    pattern.lastIndex = at
    const unit = pattern.test(context.lower) ? unitAfter(context, pattern.lastIndex) : undefined
    if (unit !== undefined) return unitReading(context, unit, value)
  }
  return undefined
}

/** both, tripled, largest, Phase II: what stands for a number without being a numeral. */
export function readSmallWord(context: Context, at: number): Reading | undefined {
  const { lower } = context
  const word = small.longestAt(lower, at)
  if (word !== undefined && !/[a-z]/.test(lower.charAt(at + word.word.length))) {
    return { ...word.value, to: at + word.word.length, digits: false, soft: true }
  }
  return readRoman(context, at)
}
