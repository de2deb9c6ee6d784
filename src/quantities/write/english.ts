import { monthName } from '../../language/english/months.ts'
import { cardinals, scales } from '../../language/english/numerals.ts'
import { type HouseStyle, plainStyle } from '../../model/house-style.ts'
import type { Approximation, Quantity, Rational } from '../../model/quantity.ts'
import { writtenFormula } from '../number/formula.ts'
import { decimalOf, equals, multiply, negate, order, rational } from '../number/rational.ts'
import { unitNamed } from '../number/units.ts'

const bigScales = ['trillion', 'billion', 'million'].map((name) => [name, scales.get(name) ?? 1n] as const)

/** 400 billion, 2.66 million, 73,300: a scale from a million on, where three decimals or fewer say it exactly. */
function writeNumber(value: Rational): string {
  if (value.numerator < 0n) return `-${writeNumber(negate(value))}`
  for (const [name, scale] of bigScales) {
    if (order(value, rational(scale)) < 0) continue
    const mantissa = decimalOf(multiply(value, rational(1n, scale)))
    if (mantissa !== null && (mantissa.split('.')[1] ?? '').length <= 3) return `${mantissa} ${name}`
  }
  return decimalOf(value) ?? `${value.numerator}/${value.denominator}`
}

const hedges: Readonly<Record<Approximation, string>> = {
  exact: '',
  over: 'more than ',
  under: 'nearly ',
  about: 'about ',
}

function ordinal(value: Rational): string {
  const digits = writeNumber(value)
  const lastTwo = value.numerator % 100n
  const last = value.numerator % 10n
  const teen = lastTwo >= 11n && lastTwo <= 13n
  return `${digits}${teen ? 'th' : last === 1n ? 'st' : last === 2n ? 'nd' : last === 3n ? 'rd' : 'th'}`
}

function clock(hours: Rational): string {
  const minutes = multiply(hours, rational(60n)).numerator
  const [hour, minute] = [minutes / 60n, `${minutes % 60n}`.padStart(2, '0')]
  const half = hour % 24n >= 12n ? 'p.m.' : 'a.m.'
  return `${hour % 12n === 0n ? 12n : hour % 12n}:${minute} ${half}`
}

function bounds(quantity: Quantity, write: (value: Rational) => string): string {
  const { value } = quantity
  if (value.type === 'number') return write(value.number)
  return value.type === 'range' ? `${write(value.min)} to ${write(value.max)}` : ''
}

function isSingular(quantity: Quantity): boolean {
  return quantity.value.type === 'number' && equals(quantity.value.number, rational(1n))
}

const currencyWords: Readonly<Record<string, string>> = {
  CNY: 'yuan',
  USD: 'US dollars',
  EUR: 'euros',
  GBP: 'pounds sterling',
  JPY: 'yen',
  HKD: 'Hong Kong dollars',
  TWD: 'New Taiwan dollars',
  AUD: 'Australian dollars',
  CAD: 'Canadian dollars',
  KRW: 'won',
  RUB: 'rubles',
  INR: 'rupees',
  CHF: 'Swiss francs',
  SEK: 'Swedish kronor',
}

function writeDate(value: Extract<Quantity['value'], { type: 'date' }>): string {
  const month = value.month === undefined ? '' : monthName(value.month)
  if (value.day !== undefined && month === '') return `the ${ordinal(rational(BigInt(value.day)))}`
  const day = value.day === undefined ? month : `${month} ${value.day}`
  if (value.year === undefined) return day
  if (day === '') return `${value.year}`
  return value.day === undefined ? `${day} ${value.year}` : `${day}, ${value.year}`
}

const smallWords = [...cardinals.keys()].slice(0, 10)

/** In words where the style asks for it; both bounds of a range alike. */
function counted(quantity: Quantity, { smallInWords }: HouseStyle): string {
  const { value } = quantity
  const numbers = value.type === 'number' ? [value.number] : value.type === 'range' ? [value.min, value.max] : []
  const small = numbers.every(({ numerator, denominator }) => denominator === 1n && numerator >= 0n && numerator < 10n)
  const inWords = smallInWords && small
  return bounds(quantity, (each) => (inWords ? (smallWords[Number(each.numerator)] ?? '') : writeNumber(each)))
}

function writeMoney(quantity: Quantity, { money }: HouseStyle): string {
  const number = bounds(quantity, writeNumber)
  const hedge = hedges[quantity.approximation]
  const { unit } = quantity
  if (money === 'yuan' || unit === '') return `${hedge}${number} ${currencyWords[unit] ?? unit}`.trim()
  return `${hedge}${unit === 'CNY' ? money : unit} ${number}`
}

/** Hectares to three significant figures, as a conversion is rounded; exact where it is short. */
function inHectares(mu: Rational): string {
  const hectares = multiply(mu, rational(1n, 15n))
  const exact = decimalOf(hectares)
  if (exact !== null && (exact.split('.')[1] ?? '').length <= 1) return exact
  const places = order(hectares, rational(100n)) >= 0 ? 1n : order(hectares, rational(10n)) >= 0 ? 10n : 100n
  const scaled = multiply(hectares, rational(places))
  const rounded = (scaled.numerator * 2n + scaled.denominator) / (scaled.denominator * 2n)
  return decimalOf(rational(rounded, places)) ?? ''
}

function writeMeasure(quantity: Quantity, style: HouseStyle): string {
  const { unit, kind } = quantity
  const knownUnit = unitNamed(unit)
  const number = kind === 'duration' ? counted(quantity, style) : bounds(quantity, writeNumber)
  const written = `${hedges[quantity.approximation]}${number} ${isSingular(quantity) ? (knownUnit?.name ?? unit) : (knownUnit?.plural ?? unit)}`
  return unit === 'mu' && style.muWithHectares ? `${written} (${bounds(quantity, inHectares)} hectares)` : written
}

/**
 * The quantity in the house's English: `400 billion yuan`, `70 percent`, `October 14`, `more than 20 years`; in digits
 * unless the style says otherwise. Reading what was written gives the value back.
 */
export function writeEnglish(quantity: Quantity, style: HouseStyle = plainStyle): string {
  const { kind, value, unit } = quantity
  if (value.type === 'date') return writeDate(value)
  const formula = writtenFormula(quantity)
  if (formula !== undefined) return formula
  const number = bounds(quantity, writeNumber)
  const hedge = hedges[quantity.approximation]
  switch (kind) {
    case 'money':
      return writeMoney(quantity, style)
    case 'percent':
      return `${hedge}${number} percent`
    case 'percentage-points':
      return `${hedge}${number} percentage ${isSingular(quantity) ? 'point' : 'points'}`
    case 'ordinal': {
      const written = bounds(quantity, ordinal)
      return unit === '' ? written : `${written} ${unit}`
    }
    case 'year':
      return bounds(quantity, (year) => `${year.numerator}${unit === 'decade' ? 's' : ''}`)
    case 'month':
      return bounds(quantity, (month) => monthName(Number(month.numerator)))
    case 'day':
      return bounds(quantity, ordinal)
    case 'time':
      return bounds(quantity, clock)
    case 'multiple':
      return `${hedge}${number} times`
    case 'measure':
    case 'duration':
      return writeMeasure(quantity, style)
    case 'count':
      return `${hedge}${counted(quantity, style)}`
    default:
      return `${hedge}${number}`
  }
}
