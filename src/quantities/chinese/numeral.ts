import type { Approximation, Rational } from '../../model/quantity.ts'
import { fractionSigns } from '../number/fraction-signs.ts'
import { add, multiply, order, parseDecimal, rational } from '../number/rational.ts'
import { matchAt } from '../number/sticky.ts'
import { largeScales, longestNumber, readScale, smallScales } from './characters.ts'
import { type ChineseNumeral, readSpoken } from './spoken.ts'

const arabic = /\d{1,3}(?:,\d{3})+(?![\d,])(?:\.\d+)?|\d+(?:\.\d+)?/y
const rangeMark = /\s?(?:[-~–—]{1,2}|至|到|或|、)\s?(?=[\d一二三四五六七八九十两])/y

/** 13万2, 5千6: nothing stands after the digit that it could count. */
const tailDigit = /^[1-9](?:$|[\s,。;!?、)元多])/
/** 1 234 567元: thousands in groups of three. */
const spacedThousands = /[1-9]\d{0,2}(?: \d{3})+(?! ?\d|[.,:/-]\d)/y

interface Run {
  to: number
  min: Rational
  max: Rational
  scale: bigint
  approximation: Approximation
}

const mixed = / ?又 ?(\d{1,2})\/(\d{1,2})(?![\d/.])| ([1-9])\/(\d{1,2})(?![\d/.])/y

/** 3½, 5 1/2, 222又2/3: the fraction after a whole number. */
function partAfter(text: string, from: number): { to: number; value: Rational } | undefined {
  const sign = fractionSigns.get(text.charAt(from))
  if (sign !== undefined) return { to: from + 1, value: rational(...sign) }
  const character = text.charAt(from)
  if (character !== ' ' && character !== '又') return undefined
  mixed.lastIndex = from
  const match = mixed.exec(text)
  const [numerator, denominator] = [BigInt(match?.[1] ?? match?.[3] ?? 0), BigInt(match?.[2] ?? match?.[4] ?? 0)]
  return numerator === 0n || numerator >= denominator
    ? undefined
    : { to: mixed.lastIndex, value: rational(numerator, denominator) }
}

function readArabic(text: string, from: number): Run | undefined {
  const spacedDigits = /[\d.]/.test(text.charAt(from - 1)) ? undefined : matchAt(spacedThousands, text, from)
  const written = spacedDigits ?? matchAt(arabic, text, from)
  if (written === undefined || written.length > longestNumber) return undefined
  const digits = written.replaceAll(' ', '')
  let to = from + written.length
  const part = partAfter(text, to)
  if (part !== undefined) {
    const value = add(parseDecimal(digits), part.value)
    return { to: part.to, min: value, max: value, scale: 1n, approximation: 'exact' }
  }
  const value = parseDecimal(digits)
  let approximation: Approximation = 'exact'
  const spaced = text.charAt(to) === ' ' ? to + 1 : to
  // 2000余万, 20几亿; a 多 before anything but a scale belongs to the classifier and is read by the caller.
  const hedged = /[余多几]/.test(text.charAt(spaced)) && largeScales.has(text.charAt(spaced + 1)) ? spaced + 1 : spaced
  // 4个亿
  // 20个亿元以上项目 counts projects of 亿元, not 亿.
  const counted = /^个多?亿(?!元)/.test(text.slice(hedged, hedged + 4)) ? text.indexOf('亿', hedged) : hedged
  const scaled = readScale(text, counted)
  if (scaled === undefined) return { to, min: value, max: value, scale: 1n, approximation }
  if (hedged > spaced || counted - hedged === 2) approximation = 'over'
  // 4万多亿, 3千多万: the scale goes on after the hedge.
  const further = /[多余]/.test(text.charAt(scaled.to)) ? largeScales.get(text.charAt(scaled.to + 1)) : undefined
  const goesOn = approximation === 'exact' && further !== undefined && further > scaled.scale
  if (goesOn) approximation = 'over'
  to = goesOn ? scaled.to + 2 : scaled.to
  const scale = goesOn ? scaled.scale * further : scaled.scale
  const total = multiply(value, rational(scale))
  return { to, min: total, max: total, scale, approximation }
}

/** 1亿2000万, 3万5千: each part below the scale of the one before. */
function readArabicChain(text: string, from: number): Run | undefined {
  const first = readArabic(text, from)
  if (first === undefined) return undefined
  const run = { ...first }
  let scale = run.scale
  while (scale >= 1000n && run.approximation === 'exact' && /\d/.test(text.charAt(run.to))) {
    const next = readArabic(text, run.to)
    if (next === undefined || next.scale >= scale || order(next.max, rational(scale)) >= 0) break
    // Without a scale of its own it fills the places below (3万5000), or is one digit of the next place (13万2).
    const isTail = next.scale === 1n && tailDigit.test(text.slice(run.to, run.to + 2))
    if (next.scale === 1n && !isTail && !/^\d{3,4}$/.test(text.slice(run.to, next.to))) break
    const part = isTail ? multiply(next.min, rational(scale, 10n)) : next.min
    run.to = next.to
    run.min = add(run.min, part)
    run.max = add(run.max, isTail ? part : next.max)
    run.approximation = next.approximation
    scale = next.scale
  }
  return { ...run, scale: first.scale }
}

function readSingle(text: string, from: number): (ChineseNumeral & { readonly scale: bigint }) | undefined {
  if (/\d/.test(text.charAt(from))) {
    const run = readArabicChain(text, from)
    if (run === undefined) return undefined
    const { to, min, max, scale, approximation } = run
    return { to, min, max, scale, approximation, digits: true, positional: scale === 1n, compound: true, vague: false }
  }
  const numeral = readSpoken(text, from)
  if (numeral === undefined) return undefined
  // 三到十万, 三至五百: a lone digit before takes the scale that ends the second.
  const ending = text.charAt(numeral.to - 1)
  const scale = numeral.compound ? (largeScales.get(ending) ?? (ending === '十' ? 1n : smallScales.get(ending))) : 1n
  return { ...numeral, scale: scale ?? 1n }
}

/**
 * The numeral that begins at `from` of a folded text: Arabic with commas, decimals and scales, Chinese of either
 * kind, shared ranges (600-700万 is 6 to 7 million). Undefined where none begins.
 */
export function readChineseNumeral(text: string, from: number): ChineseNumeral | undefined {
  const first = readSingle(text, from)
  if (first === undefined || first.vague || first.approximation !== 'exact') return first
  const mark = matchAt(rangeMark, text, first.to)
  if (mark === undefined) return first
  const second = readSingle(text, first.to + mark.length)
  if (second === undefined || second.vague || second.digits !== first.digits) return first
  const spoken = mark.trim()
  // Without digits a hyphen or 到 is most often prose: 一到十 is a range, 一—— is not.
  if (!first.digits && !/^(?:至|到|或|、|[-~])$/.test(spoken)) return first
  // 六、七岁 is a range; 五、六 and 3、5 are a list of two.
  if (spoken === '、') {
    const next = !first.digits && !first.compound && order(add(first.min, rational(1n)), second.min) === 0
    if (!next || !/[岁个年天次人月名十百千万]/.test(text.charAt(second.to))) return first
  }
  const shares = first.scale === 1n && second.scale > 1n && (first.digits || !first.compound)
  const shared = multiply(first.min, rational(second.scale > 0n ? second.scale : 1n))
  const min = shares && order(shared, second.max) < 0 ? shared : first.min
  if (order(min, second.max) >= 0) return first
  return {
    ...first,
    to: second.to,
    min,
    max: second.max,
    positional: first.positional && second.positional,
    compound: true,
  }
}
