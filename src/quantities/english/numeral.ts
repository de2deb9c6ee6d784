import { abbreviatedScales, cardinals, ordinals, scales } from '../../language/english/numerals.ts'
import type { Rational } from '../../model/quantity.ts'
import { fractionSigns } from '../number/fraction-signs.ts'
import { add, multiply, order, parseDecimal, rational } from '../number/rational.ts'
import { denominators, wordAt } from './numeral-words.ts'

/** A numeral read in English text; `form` tells five from fifth from four fifths. */
export interface EnglishNumeral {
  readonly to: number
  readonly min: Rational
  readonly max: Rational
  readonly form: 'cardinal' | 'ordinal' | 'fraction'
  readonly digits: boolean
  /** Whether it is digits with neither comma, point nor scale: what a year looks like. */
  readonly plain: boolean
}

const spaceOrHyphen = /[ -]?/y
/** 2,06,737 is grouped as in India. */
const arabic = /\d{1,3}(?:,\d{3})+(?![\d,]\d)(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?![\d,]\d)|\d+(?:\.\d+)?|\.\d+/y
const longestNumber = 30

function afterGap(text: string, at: number): number {
  spaceOrHyphen.lastIndex = at
  spaceOrHyphen.test(text)
  return spaceOrHyphen.lastIndex
}

const letter = /[a-z]/

function scaleAt(text: string, at: number): { to: number; scale: bigint } | undefined {
  const from = afterGap(text, at)
  const found = wordAt(text, from)
  if (found === undefined) return undefined
  const scale = scales.get(found) ?? abbreviatedScales.get(found)
  return scale === undefined ? undefined : { to: from + found.length, scale }
}

interface Value {
  to: number
  value: Rational
  form: EnglishNumeral['form']
  scaled: boolean
}

/** million in 2.5 million, thousand million, and `m` where the caller knows it is not meters. */
function scaled(text: string, value: Value, millions: boolean): Value {
  let result = value
  for (let count = 0; count < 2; count += 1) {
    const scale = scaleAt(text, result.to)
    if (scale !== undefined)
      result = { ...result, to: scale.to, value: multiply(result.value, rational(scale.scale)), scaled: true }
    else if (millions && text.charAt(result.to) === 'm' && !letter.test(text.charAt(result.to + 1))) {
      return { ...result, to: result.to + 1, value: multiply(result.value, rational(1000000n)), scaled: true }
    } else break
  }
  return result
}

const ordinalEnding = /(?:st|nd|rd|th)(?![a-z])/y
const slash = /\/(\d{1,3})(?![\d/])/y
const mixed = /[ -](\d)\/(\d{1,2})(?![\d/])/y

function readDigits(text: string, from: number, millions: boolean): (Value & { plain: boolean }) | undefined {
  arabic.lastIndex = from
  const digits = arabic.exec(text)?.[0]
  if (digits === undefined || digits.length > longestNumber) {
    const part = fractionSigns.get(text.charAt(from))
    return part === undefined
      ? undefined
      : {
          ...scaled(text, { to: from + 1, value: rational(...part), form: 'fraction', scaled: false }, millions),
          plain: false,
        }
  }
  let to = from + digits.length
  let value = parseDecimal(digits.startsWith('.') ? `0${digits}` : digits)
  const plain = /^\d+$/.test(digits)
  ordinalEnding.lastIndex = to
  if (plain && ordinalEnding.test(text))
    return { to: ordinalEnding.lastIndex, value, form: 'ordinal', scaled: false, plain: false }
  slash.lastIndex = to
  const denominator = plain ? slash.exec(text)?.[1] : undefined
  if (
    denominator !== undefined &&
    BigInt(denominator) > value.numerator &&
    value.numerator > 0n &&
    BigInt(denominator) <= 100n &&
    digits !== '24' &&
    text.charAt(from - 1) !== '/' &&
    !(digits === '9' && denominator === '11')
  ) {
    return {
      to: slash.lastIndex,
      value: rational(value.numerator, BigInt(denominator)),
      form: 'fraction',
      scaled: false,
      plain: false,
    }
  }
  mixed.lastIndex = to
  const mixture = plain ? mixed.exec(text) : null
  const part = fractionSigns.get(text.charAt(to))
  if (part !== undefined) {
    value = add(value, rational(...part))
    to += 1
  } else if (mixture !== null && mixture[2] !== '0') {
    value = add(value, rational(BigInt(mixture[1] ?? ''), BigInt(mixture[2] ?? '')))
    to = mixed.lastIndex
  }
  const result = scaled(text, { to, value, form: 'cardinal', scaled: false }, millions)
  return { ...result, plain: plain && to === from + digits.length && !result.scaled }
}

const article = /an? (?=hundred|thousand|million|billion|trillion|dozen)/y
const andWord = / and (?=[a-z])/y
const andPart = /[ -]and[ -](?:an?[ -]|one[ -])?(half|quarter|third|three[ -]quarters|two[ -]thirds)(?![a-z])/y
const halfOf = /(?:a )?(half|quarter)(?: of)?[ -](?:an? )?(?=hundred|thousand|million|billion|trillion|dozen)/y

function readWords(text: string, from: number): Value | undefined {
  halfOf.lastIndex = from
  const half = halfOf.exec(text)
  if (half !== null) {
    const start = {
      to: halfOf.lastIndex - 1,
      value: rational(1n, half[1] === 'half' ? 2n : 4n),
      form: 'cardinal',
      scaled: false,
    } as const
    return scaled(text, start, false)
  }
  let total = 0n
  let section = 0n
  let to = from
  let at = from
  let previous: 'none' | 'one' | 'ten' | 'scale' = 'none'
  let scaledUp = false
  let lastScale = 0n
  article.lastIndex = from
  if (article.test(text)) {
    section = 1n
    at = article.lastIndex
    previous = 'one'
  }
  for (let count = 0; count < 16; count += 1) {
    const found = wordAt(text, at)
    if (found === undefined) break
    const number = cardinals.get(found)
    const scale = scales.get(found)
    const ordinal = ordinals.get(found)
    if (number !== undefined) {
      const fits = previous === 'none' || previous === 'scale' || (previous === 'ten' && number > 0n && number < 10n)
      if (!fits) break
      section += number
      previous = number >= 20n ? 'ten' : 'one'
    } else if (scale !== undefined) {
      if (previous === 'none') break
      if (scale === 100n || scale === 12n) section = (section === 0n ? 1n : section) * scale
      else {
        if (lastScale !== 0n && scale >= lastScale && section === 0n) total *= scale
        else total += section * scale
        section = 0n
        lastScale = scale
      }
      previous = 'scale'
      scaledUp = true
    } else if (ordinal !== undefined) {
      const fits = previous === 'none' || previous === 'scale' || (previous === 'ten' && ordinal < 10n)
      // four fifths, two-thirds
      const denominator = denominators.get(found)
      if (previous === 'one' && denominator !== undefined && section > 0n && section < denominator) {
        return { to: at + found.length, value: rational(section, denominator), form: 'fraction', scaled: false }
      }
      if (!fits) break
      return {
        to: at + found.length,
        value: rational(total + (ordinal >= 100n && section > 0n ? section * ordinal : section + ordinal)),
        form: 'ordinal',
        scaled: false,
      }
    } else {
      const denominator = denominators.get(found)
      if (denominator === undefined || previous !== 'one' || section === 0n || total > 0n) break
      // one half, three quarters; "three quarters of 2024" are three of them, which is for the comparison to allow.
      return { to: at + found.length, value: rational(section, denominator), form: 'fraction', scaled: false }
    }
    to = at + found.length
    andWord.lastIndex = to
    const joined = previous === 'scale' && andWord.test(text) ? andWord.lastIndex : undefined
    if (joined !== undefined && cardinals.has(wordAt(text, joined) ?? '') && lastScale !== 12n) at = joined
    else at = afterGap(text, to)
    if (at === to) break
  }
  if (to === from) return undefined
  const value = rational(total + section)
  return { to, value, form: 'cardinal', scaled: scaledUp }
}

const fractionParts = new Map<string, Rational>([
  ['half', rational(1n, 2n)],
  ['quarter', rational(1n, 4n)],
  ['third', rational(1n, 3n)],
  ['three quarters', rational(3n, 4n)],
  ['two thirds', rational(2n, 3n)],
])

/** a million and a half: the half is of the scale that was said last. */
function lastScaleOf({ value, scaled }: Value): bigint {
  if (!scaled || value.denominator !== 1n) return 1n
  for (const scale of [1000000000000n, 1000000000n, 1000000n, 1000n]) if (value.numerator % scale === 0n) return scale
  return 1n
}

function readSingle(
  text: string,
  from: number,
  millions: boolean,
): (Value & { digits: boolean; plain: boolean }) | undefined {
  const digits = readDigits(text, from, millions)
  const found = digits ?? readWords(text, from)
  if (found === undefined) return undefined
  let value: Value = found
  andPart.lastIndex = value.to
  const part = value.form === 'cardinal' ? andPart.exec(text)?.[1] : undefined
  if (part !== undefined) {
    // two and a half million
    const fraction = fractionParts.get(part.replace('-', ' ')) ?? rational(0n)
    const sum = add(value.value, multiply(fraction, rational(lastScaleOf(value))))
    value = scaled(text, { ...value, to: andPart.lastIndex, value: sum }, false)
  }
  return { ...value, digits: digits !== undefined, plain: digits?.plain === true && part === undefined }
}

const rangeMark = /(?: ?[–—-] ?| to | or )(?:about |nearly |almost )?(?=[\d.a-z])/y

/**
 * The numeral that begins at `from` of a lower-cased text: digits or words with their scale, fractions, ordinals, and
 * ranges that share a scale (6-7 million). `millions`: whether a bare `m` after digits means million; `ranges`: whether two joined ones are
 * read as one.
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
  const digits = arabic.exec(text)?.[0]
  if (digits !== undefined) return parseDecimal(digits.startsWith('.') ? `0${digits}` : digits)
  const value = cardinals.get(wordAt(text, from) ?? '')
  return value === undefined || value === 0n ? undefined : rational(value)
}
