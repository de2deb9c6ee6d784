import { cardinals } from '../../language/english/numerals.ts'
import type { Rational } from '../../model/quantity.ts'
import { fractionSigns } from '../number/fraction-signs.ts'
import { add, multiply, order, parseDecimal, rational } from '../number/rational.ts'
import { wordAt } from './numeral-words.ts'
import { type NumeralForm, type NumeralValue, withScales } from './scale.ts'
import { readNumberWords } from './spoken.ts'

/** A numeral read in English text; `form` tells five from fifth from four fifths. */
export interface EnglishNumeral {
  readonly to: number
  readonly min: Rational
  readonly max: Rational
  readonly form: NumeralForm
  readonly digits: boolean
  /** Whether it is digits with neither comma, point nor scale: what a year looks like. */
  readonly plain: boolean
}

/** 25 000 is grouped as in France, 2,06,737 as in India. */
const arabic =
  /(?<!\d[ .,])[1-9]\d{0,2}(?: \d{3})+(?! ?\d|[.,:/-]\d)(?= [a-z])|\d{1,3}(?:,\d{3})+(?![\d,]\d)(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?![\d,]\d)|\d+(?:\.\d+)?|\.\d+/y
const longestNumber = 30

const ordinalEnding = /(?:st|nd|rd|th)(?![a-z])/y
const slash = /\/(\d{1,3}(?:,\d{3})*|\d{4,6})(?![\d/]|,\d)/y
const mixed = /[ -](\d)\/(\d{1,2})(?![\d/])/y

type NumeralInDigits = NumeralValue & { readonly plain: boolean }

/** 2/3, after its numerator. 24/7, 9/11 and what stands after another slash are no fractions. */
function readSlashed(text: string, from: number, digits: string): NumeralInDigits | undefined {
  slash.lastIndex = from + digits.length
  const written = slash.exec(text)?.[1]
  if (written === undefined) return undefined
  const [numerator, denominator] = [BigInt(digits), BigInt(written.replaceAll(',', ''))]
  // Of parts as small as 1/500 one is told; 12/365 is something else.
  if (numerator <= 0n || denominator <= numerator || (denominator > 100n && numerator > 1n)) return undefined
  if (digits === '24' || text.charAt(from - 1) === '/' || (digits === '9' && written === '11')) return undefined
  return {
    to: slash.lastIndex,
    value: rational(numerator, denominator),
    form: 'fraction',
    scaled: false,
    plain: false,
  }
}

/** The fraction after a whole number: 2½, 5 1/2. */
function partAfter(text: string, at: number, plain: boolean): { to: number; part: Rational } | undefined {
  const sign = fractionSigns.get(text.charAt(at))
  if (sign !== undefined) return { to: at + 1, part: rational(...sign) }
  mixed.lastIndex = at
  const mixture = plain ? mixed.exec(text) : null
  if (mixture === null || mixture[2] === '0') return undefined
  return { to: mixed.lastIndex, part: rational(BigInt(mixture[1] ?? ''), BigInt(mixture[2] ?? '')) }
}

function readDigits(text: string, from: number, millions: boolean): NumeralInDigits | undefined {
  arabic.lastIndex = from
  const written = arabic.exec(text)?.[0]
  const digits = written?.replaceAll(' ', '')
  if (written === undefined || digits === undefined || digits.length > longestNumber) {
    const sign = fractionSigns.get(text.charAt(from))
    if (sign === undefined) return undefined
    const value: NumeralValue = { to: from + 1, value: rational(...sign), form: 'fraction', scaled: false }
    return { ...withScales(text, value, millions), plain: false }
  }
  const end = from + written.length
  const whole = parseDecimal(digits.startsWith('.') ? `0${digits}` : digits)
  const plain = /^\d+$/.test(written)
  ordinalEnding.lastIndex = end
  if (plain && ordinalEnding.test(text))
    return { to: ordinalEnding.lastIndex, value: whole, form: 'ordinal', scaled: false, plain: false }
  const slashed = plain ? readSlashed(text, from, digits) : undefined
  if (slashed !== undefined) return slashed
  const fraction = partAfter(text, end, plain)
  const value = fraction === undefined ? whole : add(whole, fraction.part)
  const result = withScales(text, { to: fraction?.to ?? end, value, form: 'cardinal', scaled: false }, millions)
  return { ...result, plain: plain && fraction === undefined && !result.scaled }
}

const andPart = /[ -]and[ -](?:an?[ -]|one[ -])?(half|quarter|third|three[ -]quarters|two[ -]thirds)(?![a-z])/y

const fractionParts = new Map<string, Rational>([
  ['half', rational(1n, 2n)],
  ['quarter', rational(1n, 4n)],
  ['third', rational(1n, 3n)],
  ['three quarters', rational(3n, 4n)],
  ['two thirds', rational(2n, 3n)],
])

/** a million and a half: the half is half of the last scale. */
function lastScaleOf({ value, scaled }: NumeralValue): bigint {
  if (!scaled || value.denominator !== 1n) return 1n
  for (const scale of [1000000000000n, 1000000000n, 1000000n, 1000n]) if (value.numerator % scale === 0n) return scale
  return 1n
}

/** A numeral that is no range, with the part that "and" joins to it: two and a half million. */
function readSingle(
  text: string,
  from: number,
  millions: boolean,
): (NumeralValue & { digits: boolean; plain: boolean }) | undefined {
  const inDigits = readDigits(text, from, millions)
  const numeral: NumeralValue | undefined = inDigits ?? readNumberWords(text, from)
  if (numeral === undefined) return undefined
  const digits = inDigits !== undefined
  andPart.lastIndex = numeral.to
  const part = numeral.form === 'cardinal' ? andPart.exec(text)?.[1] : undefined
  if (part === undefined) return { ...numeral, digits, plain: inDigits?.plain === true }
  const fraction = fractionParts.get(part.replace('-', ' ')) ?? rational(0n)
  const value = add(numeral.value, multiply(fraction, rational(lastScaleOf(numeral))))
  return { ...withScales(text, { ...numeral, to: andPart.lastIndex, value }, false), digits, plain: false }
}

const rangeMark = /(?: ?[–—-] ?| to | or )(?:about |nearly |almost )?(?=[\d.a-z])/y

/**
 * The numeral that begins at `from` of a lower-cased text: digits or words with their scale, fractions, ordinals, and
 * ranges that share a scale (6-7 million). `millions`: whether a bare `m` after digits means million; `ranges`: whether
 * two numerals that are joined are read as a range.
 */
export function readEnglishNumeral(
  text: string,
  from: number,
  millions = false,
  ranges = true,
): EnglishNumeral | undefined {
  const first = readSingle(text, from, millions)
  if (first === undefined) return undefined
  const { to, value, form, digits, plain } = first
  const alone: EnglishNumeral = { to, min: value, max: value, form, digits, plain }
  rangeMark.lastIndex = to
  if (!ranges || form === 'fraction' || !rangeMark.test(text)) return alone
  const second = readSingle(text, rangeMark.lastIndex, millions)
  if (second === undefined || second.form !== form || second.digits !== digits) return alone
  const mark = text.slice(to, rangeMark.lastIndex)
  if (mark.includes('-') && !digits) return alone
  const bare = second.scaled ? mantissa(text, rangeMark.lastIndex) : undefined
  const shares = !first.scaled && bare !== undefined && order(value, bare) < 0
  const min = shares ? multiply(value, multiply(second.value, rational(bare.denominator, bare.numerator))) : value
  if (order(min, second.value) >= 0) return alone
  return { to: second.to, min, max: second.value, form, digits, plain: plain && second.plain }
}

/** The number before its scale. */
function mantissa(text: string, from: number): Rational | undefined {
  arabic.lastIndex = from
  const digits = arabic.exec(text)?.[0]?.replaceAll(' ', '')
  if (digits !== undefined) return parseDecimal(digits.startsWith('.') ? `0${digits}` : digits)
  const value = cardinals.get(wordAt(text, from) ?? '')
  return value === undefined || value === 0n ? undefined : rational(value)
}
