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
/** 5 per thousand */
const perScale = /^ per (?:thousand|mille|1,?000\b(?!,))/
const numberWord = / ?(?:no\.|number|nos\.|№|#) ?$/
const peopleAfter = / (?:[a-z]+s|people|children|men|women)\b/y

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
    return { ...base, to, kind: 'percent', value }
  }
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
    return { ...base, value, to: number.to + 1 + unit.length, unit: unit === 'quarter' ? unit : 'century' }
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

/** 5+4+X */
const formula = /\d+(?:\+\d+)*\+[XN](?![a-z])/y

/** What begins with a numeral: a date, an ordinal, or a count with its unit. */
export function readEnglishNumber(context: Context, at: number): Reading | undefined {
  const { text, lower } = context
  const lead = leadBefore(context, at)
  formula.lastIndex = at
  if (formula.test(text))
    return { to: formula.lastIndex, kind: 'name', value: amount(rational(0n)), digits: true, soft: true }
  const decade = readDecade(lower, at)
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
  const year = readEnglishYear(at, number)
  return year ?? count
}
