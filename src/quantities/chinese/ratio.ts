import type { Rational } from '../../model/quantity.ts'
import { add, multiply, order, rational } from '../number/rational.ts'
import { amount, type Reading } from '../number/reading.ts'
import { endOfMatch } from '../number/sticky.ts'
import { readChineseNumeral } from './numeral.ts'
import { type ChineseNumeral, readSpoken } from './spoken.ts'

const hundredth = /百分(?:之|(?=[百一二三四五六七八九]))/y
/** 四分之一至五分之一: what follows is the denominator of another. */
const nextDenominator = /(?:至|到|或|、|[-~])[二三四五六七八九十百千\d]+分之/y
const halfWord = /(?:过半数?|半数|一半|大半|对半|减半|折半)/y
const half = /半(?=个?(?:小时|世纪|月|年|天|分钟|钟头|星期|学期|赛季|程|场|圈|决|价|成|亩|公里|吨))/y
const halfNot = /半(?:决|场|价|程|月板|月形|年报|年线)/y
/** 七成五: seventy-five percent. */
const tenthAndPart = /成[一二三四五六七八九](?![十百千万亿点成、至到个年月日名位家人岁天次])/y
/** After these 成 begins a word, and is no tenth: 三成立. */
const notTenth = /[立为功员果就绩年分本交效型长熟品都语新]/

function readNumerator(text: string, from: number): ChineseNumeral | undefined {
  const alone = readSpoken(text, from)
  return alone !== undefined && endOfMatch(nextDenominator, text, alone.to) !== undefined
    ? alone
    : readChineseNumeral(text, from)
}

/** 百分之七十, 三分之二, 千分之五: the numeral before 分之 divides the one after. */
function readPartOf(text: string, from: number, number?: ChineseNumeral): Reading | undefined {
  const percent = endOfMatch(hundredth, text, from)
  if (percent !== undefined) {
    const part = readChineseNumeral(text, percent)
    if (part === undefined) return undefined
    const whole = text.startsWith('百', percent) && part.to === percent + 1
    const value = whole ? amount(rational(100n)) : amount(part.min, part.max)
    // 百分百 as often means "wholly".
    const wholly = percent === from + 2 && whole
    return { to: part.to, kind: 'percent', value, digits: part.digits, soft: part.vague || wholly }
  }
  const scale = text.startsWith('万分之', from) ? 10000n : text.startsWith('亿分之', from) ? 100000000n : undefined
  const denominator =
    scale === undefined ? (number ?? readChineseNumeral(text, from)) : { to: from + 1, min: rational(scale) }
  if (denominator === undefined || !text.startsWith('分之', denominator.to) || denominator.min.numerator === 0n)
    return undefined
  const numerator = readNumerator(text, denominator.to + 2)
  if (numerator === undefined) return undefined
  const inverse = rational(denominator.min.denominator, denominator.min.numerator)
  const value = amount(multiply(numerator.min, inverse), multiply(numerator.max, inverse))
  return { to: numerator.to, kind: 'fraction', value, digits: numerator.digits, soft: numerator.vague }
}

/** 1/3, as digits write it; 9/11 and 24/7 are no fractions, nor is a date. */
const slashed = /(\d{1,2})\/(\d{1,3})(?![\d/.])/y

function readSlashed(text: string, from: number): Reading | undefined {
  slashed.lastIndex = from
  const match = slashed.exec(text)
  if (match === null || text.charAt(from - 1) === '/') return undefined
  const [numerator, denominator] = [BigInt(match[1] ?? ''), BigInt(match[2] ?? '')]
  if (numerator === 0n || numerator >= denominator || (denominator > 10n && 100n % denominator !== 0n)) return undefined
  return { to: slashed.lastIndex, kind: 'fraction', value: amount(rational(numerator, denominator)), digits: true }
}

/** 半年, 一半, 减半: a half. English often leaves it out, so it is always soft. */
function readHalf(text: string, from: number): Reading | undefined {
  const value = amount(rational(1n, 2n))
  const word = endOfMatch(halfWord, text, from)
  if (word !== undefined) return { to: word, kind: 'fraction', value, digits: false, soft: true }
  if (endOfMatch(half, text, from) === undefined || endOfMatch(halfNot, text, from) !== undefined) return undefined
  return { to: from + 1, kind: 'fraction', value, digits: false, soft: true }
}

/** 翻一番 is twice, 翻两番 four times. */
function readDoubling(text: string, from: number): Reading | undefined {
  if (!text.startsWith('翻', from)) return undefined
  const at = text.startsWith('了', from + 1) ? from + 2 : from + 1
  if (text.startsWith('番', at)) return { to: at + 1, kind: 'multiple', value: amount(rational(2n)), digits: false }
  const number = readChineseNumeral(text, at)
  if (number === undefined || order(number.min, rational(20n)) > 0 || number.min.denominator !== 1n) return undefined
  if (text.startsWith('番', number.to)) {
    const value = amount(rational(2n ** number.min.numerator))
    return { to: number.to + 1, kind: 'multiple', value, digits: number.digits }
  }
  return undefined
}

/**
 * Every way of saying a part or a doubling that begins before the numeral itself. `number`: the numeral that begins at
 * `from`, where the caller has read it.
 */
export function readRatio(text: string, from: number, number?: ChineseNumeral): Reading | undefined {
  return (
    readPartOf(text, from, number) ??
    readSlashed(text, from) ??
    readDiscount(text, from) ??
    readHalf(text, from) ??
    readDoubling(text, from)
  )
}

/** 八五折: two digits read one by one. */
const spokenDiscount = /([一二三四五六七八九])([一二三四五六七八九])折(?![叠磨腾射扣])/y

function readDiscount(text: string, from: number): Reading | undefined {
  spokenDiscount.lastIndex = from
  const match = spokenDiscount.exec(text)
  if (match === null) return undefined
  const digit = (character: string | undefined) => BigInt('一二三四五六七八九'.indexOf(character ?? '') + 1)
  const value = amount(rational(digit(match[1]) * 10n + digit(match[2])))
  return { to: spokenDiscount.lastIndex, kind: 'percent', value, unit: 'of the price', digits: false }
}

/**
 * What follows a numeral and makes a ratio of it: %, ‰, 个百分点, 成, 折, 倍. `to` is after it. `grows`: whether a word of
 * growth leads it, so that N倍 may be meant as N times more.
 */
export function ratioSuffix(
  text: string,
  at: number,
  number: { readonly min: Rational; readonly max: Rational },
  grows: boolean,
): Pick<Reading, 'to' | 'kind' | 'value' | 'unit'> | undefined {
  const value = amount(number.min, number.max)
  const scaled = (factor: Rational) => amount(multiply(number.min, factor), multiply(number.max, factor))
  const points = endOfMatch(/个?多?百分点/y, text, at)
  if (points !== undefined) return { to: points, kind: 'percentage-points', value }
  const trace = /^ ?pp([mb])(?![a-z])/.exec(text.slice(at, at + 5))
  if (trace !== null)
    return {
      to: at + trace[0].length,
      kind: 'fraction',
      value: scaled(rational(1n, trace[1] === 'm' ? 1_000_000n : 1_000_000_000n)),
    }
  const basis = endOfMatch(/个?基点/y, text, at)
  if (basis !== undefined) return { to: basis, kind: 'percentage-points', value: scaled(rational(1n, 100n)) }
  if (text.startsWith('%', at)) {
    const more = endOfMatch(/%个百分点/y, text, at)
    return more === undefined ? { to: at + 1, kind: 'percent', value } : { to: more, kind: 'percentage-points', value }
  }
  if (text.startsWith('‰', at)) return { to: at + 1, kind: 'percent', value: scaled(rational(1n, 10n)) }
  if (text.startsWith('倍', at)) return { to: at + 1, kind: 'multiple', value, ...(grows ? { unit: 'more' } : {}) }
  const upToTen = order(number.max, rational(10n)) <= 0
  if (text.startsWith('成', at) && upToTen && !notTenth.test(text.charAt(at + 1))) {
    const half = endOfMatch(tenthAndPart, text, at)
    if (half !== undefined) {
      const part = rational(BigInt('一二三四五六七八九'.indexOf(text.charAt(at + 1)) + 1), 10n)
      const value = amount(
        multiply(add(number.min, part), rational(10n)),
        multiply(add(number.max, part), rational(10n)),
      )
      return { to: half, kind: 'percent', value }
    }
    return { to: at + 1, kind: 'percent', value: scaled(rational(10n)) }
  }
  if (text.startsWith('折', at) && !/[叠磨腾射扣]/.test(text.charAt(at + 1))) {
    return { to: at + 1, kind: 'percent', value: upToTen ? scaled(rational(10n)) : value, unit: 'of the price' }
  }
  return undefined
}
