import type { Rational } from '../../model/quantity.ts'
import { formulaAt } from '../number/formula.ts'
import { equals, multiply, negate, order, rational } from '../number/rational.ts'
import { amount, type Reading } from '../number/reading.ts'
import { kindOfUnit } from '../number/units.ts'
import { type Context, type Lead, leadBefore, nextWord, unitAfter } from './context.ts'
import { readDecade, readEnglishDate, readEnglishYear } from './date.ts'
import { type EnglishNumeral, readEnglishNumeral } from './numeral.ts'

const percentMark =
  / ?%(?: points?(?![a-z]))?|[ -](?:percentage|percent|per cent)[ -]points?(?![a-z])|[ -](?:percent|per cent|pct|percentage)(?![a-z])|‰/y
/** 5 degrees below zero; the scale may be named between. */
const belowZero = /(?: (?:celsius|centigrade|fahrenheit|c|f))? below(?: zero| freezing)?(?![a-z])/y
const timesMark = /[ -](?:times|fold)(?![a-z])|-?fold(?![a-z])/y
const afterHedge = /\+|-plus| plus(?! \d)| or more| or so|-odd| odd(?![a-z])/y
/** five parts per million, 3 ppb, five ten-thousandths: a fraction by its denominator. */
const smallParts =
  / parts? per (hundred|thousand|million|billion|trillion)(?![a-z])| ?pp(m|b|t)(?![a-z])|[ -](thousandth|ten[ -]thousandth|hundred[ -]thousandth|millionth|billionth)s?(?![a-z])/y
const denominators: Readonly<Record<string, bigint>> = {
  hundred: 100n,
  thousand: 1000n,
  thousandth: 1000n,
  'ten-thousandth': 10_000n,
  'hundred-thousandth': 100_000n,
  million: 1_000_000n,
  millionth: 1_000_000n,
  m: 1_000_000n,
  billion: 1_000_000_000n,
  billionth: 1_000_000_000n,
  b: 1_000_000_000n,
  trillion: 1_000_000_000_000n,
  t: 1_000_000_000_000n,
}
const basisPoints = /(?:[ -]basis[ -]points?| ?bps)(?![a-z])/y
/** 20 percent off, an 85 percent discount: what is taken away, not what is left. */
const takenOff = / (?:off(?![a-z])|discounts?(?![a-z])|price cuts?(?![a-z]))/y
/** 221 BC, AD 221 */
const eraAfter = / ?(bce?|b\.c\.(?:e\.)?|ad|ce|a\.d\.)(?![a-z])/y
const eraBefore = /(?:^|[^a-z])a\.?d\.? ?$/

/** Which era a year or a century is told to be of. */
function eraOf(
  lower: string,
  from: number,
  to: number,
): { readonly era: 'BC' | 'AD'; readonly to: number } | undefined {
  eraAfter.lastIndex = to
  const after = eraAfter.exec(lower)?.[1]
  if (after !== undefined) return { era: after.startsWith('b') ? 'BC' : 'AD', to: eraAfter.lastIndex }
  return eraBefore.test(lower.slice(Math.max(0, from - 6), from)) ? { era: 'AD', to } : undefined
}

/** 5 per thousand */
const perScale = /^ per (?:thousand|mille|1,?000\b(?!,))/
const numberWord = / ?(?:no\.|number|nos\.|№|#) ?$/
const ranked = /(?:^|[^a-z])(article|paragraph|clause|chapter|section|grade|level|class|tier) $/
const peopleAfter = / (?:[a-z]+s|people|children|men|women)\b/y

/** What follows a numeral and makes a small part of it: five parts per million, 25 basis points. */
function readSmallPart(
  lower: string,
  at: number,
  [min, max]: readonly [Rational, Rational],
): Pick<Reading, 'to' | 'kind' | 'value'> | undefined {
  const dividedBy = (divisor: bigint) =>
    amount(multiply(min, rational(1n, divisor)), multiply(max, rational(1n, divisor)))
  smallParts.lastIndex = at
  const [, scale, letter, fraction] = smallParts.exec(lower) ?? []
  const denominator = denominators[(scale ?? letter ?? fraction ?? '').replace(' ', '-')]
  if (denominator !== undefined) return { to: smallParts.lastIndex, kind: 'fraction', value: dividedBy(denominator) }
  basisPoints.lastIndex = at
  if (!basisPoints.test(lower)) return undefined
  return { to: basisPoints.lastIndex, kind: 'percentage-points', value: dividedBy(100n) }
}

/** The unit a number counts: not in "the 2017 second quarter" and "the 2017 year-end", where the noun goes on. */
function unitCounted(context: Context, at: number, number: EnglishNumeral): ReturnType<typeof unitAfter> {
  const unit = unitAfter(context, at)
  const singular = unit !== undefined && context.lower.charAt(at) === ' ' && context.lower.slice(at + 1, unit.to)
  if (singular === 'second' && order(number.max, rational(1n)) > 0) return undefined
  const looksLikeYear =
    number.plain && order(number.min, rational(1900n)) >= 0 && order(number.max, rational(2100n)) < 0
  return singular === 'year' && looksLikeYear ? undefined : unit
}

function readCount(context: Context, start: number, number: EnglishNumeral, lead: Lead): Reading {
  const { lower } = context
  const { digits } = number
  const [min, max] = lead.negative ? [negate(number.max), negate(number.min)] : [number.min, number.max]
  const value = amount(min, max)
  let at = number.to
  let approximation = lead.approximation
  afterHedge.lastIndex = at
  if (afterHedge.test(lower)) {
    at = afterHedge.lastIndex
    approximation = 'over'
  }
  const base = { from: lead.from, approximation, digits }
  percentMark.lastIndex = at
  const percent = percentMark.exec(lower)?.[0]
  if (percent !== undefined && lead.currency === '') {
    const to = percentMark.lastIndex
    if (percent.includes('point')) return { ...base, to, kind: 'percentage-points', value }
    if (percent === '‰')
      return {
        ...base,
        to,
        kind: 'percent',
        value: amount(multiply(min, rational(1n, 10n)), multiply(max, rational(1n, 10n))),
      }
    takenOff.lastIndex = to
    return takenOff.test(lower)
      ? { ...base, to, kind: 'percent', value, unit: 'off the price' }
      : { ...base, to, kind: 'percent', value }
  }
  const part = lead.currency === '' ? readSmallPart(lower, at, [min, max]) : undefined
  if (part !== undefined) return { ...base, ...part }
  timesMark.lastIndex = at
  if (timesMark.test(lower)) return { ...base, to: timesMark.lastIndex, kind: 'multiple', value }
  const unit = unitCounted(context, at, number)
  if (unit !== undefined && !(lead.currency !== '' && unit.unit.dimension !== 'money')) {
    const { name, dimension, factor } = unit.unit
    if (name === 'cent') {
      return {
        ...base,
        to: unit.to,
        kind: 'money',
        value: amount(multiply(min, factor), multiply(max, factor)),
        unit: 'USD',
      }
    }
    belowZero.lastIndex = unit.to
    if (dimension === 'temperature' && !lead.negative && belowZero.test(lower)) {
      const below = amount(negate(max), negate(min))
      return { ...base, to: belowZero.lastIndex, kind: 'measure', value: below, unit: name }
    }
    const soft = !digits && dimension === 'duration' && equals(min, rational(1n))
    return { ...base, to: unit.to, kind: kindOfUnit(unit.unit), value, unit: lead.currency || name, soft }
  }
  if (lead.currency !== '') return { ...base, to: at, kind: 'money', value, unit: lead.currency }
  const counted = perScale.test(lower.slice(at, at + 14)) ? 'per thousand' : nextWord(lower, at)
  // per 100,000 people: a measure of the rate before it.
  const rate = /\bper $/.test(lower.slice(Math.max(0, start - 5), start)) && order(max, rational(100n)) >= 0
  const soft = rate || (!digits && order(max, rational(2n)) <= 0)
  const kind = number.form === 'fraction' ? 'fraction' : 'count'
  return counted === undefined
    ? { ...base, to: at, kind, value, soft }
    : { ...base, to: at, kind, value, soft, counted }
}

function readOrdinal(context: Context, at: number, number: EnglishNumeral): Reading | undefined {
  const { lower } = context
  const value = amount(number.min, number.max)
  const preceding = lower.slice(Math.max(0, at - 8), at)
  if (number.form === 'cardinal') {
    const named = ranked.exec(lower.slice(Math.max(0, at - 14), at))?.[1]
    // Article 2, Grade 3: what is called by its number.
    if (named !== undefined && number.digits && number.plain && equals(number.min, number.max))
      return { to: number.to, kind: 'ordinal', value, digits: true, counted: named }
    const sign = numberWord.exec(preceding)?.[0].trimStart()
    if (sign === undefined) return undefined
    return { from: at - sign.length, to: number.to, kind: 'ordinal', value, digits: number.digits }
  }
  if (number.form !== 'ordinal') return undefined
  if (!number.digits && /(?:per|every|each|split) $/.test(preceding) && equals(number.min, rational(2n)))
    return undefined
  const unit = nextWord(lower, number.to)
  const base = {
    to: number.to,
    kind: 'ordinal',
    digits: number.digits,
    soft: !number.digits && equals(number.max, rational(1n)),
  } as const
  if (unit === 'century' || unit === 'centuries' || unit === 'quarter') {
    const to = number.to + 1 + unit.length
    if (unit === 'quarter') return { ...base, value, to, unit }
    const era = eraOf(lower, at, to)
    return { ...base, value, to: era?.to ?? to, unit: era === undefined ? 'century' : `century ${era.era}` }
  }
  // a third of, a fifth as many
  if (
    !number.digits &&
    /\ba $/.test(preceding) &&
    /^ (?:of|as|less|more|lower|higher)\b/.test(lower.slice(number.to, number.to + 8)) &&
    number.min.numerator > 2n
  ) {
    return { ...base, kind: 'fraction', value: amount(rational(1n, number.min.numerator)) }
  }
  return unit === undefined ? { ...base, value } : { ...base, value, counted: unit }
}

/** Q3, 3Q: a quarter by its letter. */
function readQuarter({ text, lower }: Context, at: number): Reading | undefined {
  const before = lower.charAt(at - 1) === 'q' && !/[A-Za-z\d]/.test(text.charAt(at - 2))
  if (!before || !/^[1-4](?![\dA-Za-z])/.test(text.slice(at, at + 2))) return undefined
  const first = BigInt(lower.charAt(at))
  const last = first === 1n ? /^1(?: ?[-–] ?| to )q([2-4])(?![\da-z])/.exec(lower.slice(at, at + 8)) : null
  if (last !== null) {
    const count = amount(rational(BigInt(last[1] ?? '1')))
    return { to: at + last[0].length, kind: 'duration', value: count, unit: 'quarter', digits: true }
  }
  const value = amount(rational(first))
  return { to: at + 1, kind: 'ordinal', value, unit: 'quarter', digits: true }
}

/** What begins with a numeral: a date, an ordinal, or a count with its unit. */
export function readEnglishNumber(context: Context, at: number): Reading | undefined {
  const { text, lower } = context
  const lead = leadBefore(context, at)
  const formula = formulaAt(text, at)
  if (formula !== undefined) return formula
  const decade = readDecade(lower, at) ?? readQuarter(context, at)
  if (decade !== undefined) return decade
  let number = readEnglishNumeral(lower, at, lead.currency !== '')
  if (number === undefined) return undefined
  // 1.2m voters: a million of something; 100m alone is a distance.
  if (number.digits && lower.charAt(number.to) === 'm') {
    peopleAfter.lastIndex = number.to + 1
    if (peopleAfter.test(lower)) number = readEnglishNumeral(lower, at, true) ?? number
  }
  if (lead.currency === '') {
    const date = readEnglishDate(lower, text, at, number)
    if (date !== undefined) return date
  }
  const ordinal = readOrdinal(context, at, number)
  if (ordinal !== undefined) return ordinal
  // US$2.22 or 4.80%: what is money is no range of percents.
  if (lead.currency !== '' && !equals(number.min, number.max)) {
    percentMark.lastIndex = number.to
    if (percentMark.test(lower)) number = readEnglishNumeral(lower, at, true, false) ?? number
  }
  const count = readCount(context, at, number, lead)
  const coded =
    number.digits &&
    count.to === number.to &&
    /[a-z]/.test(lower.charAt(count.to)) &&
    !/^x\d/.test(lower.slice(count.to, count.to + 2))
  if (coded) return { ...count, from: at, kind: 'name', soft: true }
  if (count.kind !== 'count') return count
  const era = number.plain && lead.currency === '' ? eraOf(lower, at, number.to) : undefined
  if (era !== undefined)
    return { to: era.to, kind: 'year', value: amount(number.min, number.max), unit: era.era, digits: number.digits }
  const year = readEnglishYear(at, number)
  return year ?? count
}
