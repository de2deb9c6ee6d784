import type { Approximation, Rational } from '../model/quantity.ts'
import { add, multiply, order, parseDecimal, rational } from './rational.ts'

/** A numeral read in Chinese text: `min` and `max` differ in 六七千 and 600-700万. */
export interface ChineseNumeral {
  readonly to: number
  readonly min: Rational
  readonly max: Rational
  readonly digits: boolean
  /** Digits said one by one, as years and codes are: 二〇二五. Arabic digits without scale count as such too. */
  readonly positional: boolean
  /** Whether it has a scale or more than one numeral: 三百, 十二, 2.3万; a lone 三 may be part of a word. */
  readonly compound: boolean
  readonly approximation: Approximation
  /** 几十, 数百: no value is said, only a size. */
  readonly vague: boolean
}

const digitValues = new Map<string, bigint>([
  ...[...'零一二三四五六七八九'].map((digit, value) => [digit, BigInt(value)] as const),
  ...[...'壹贰叁肆伍陆柒捌玖'].map((digit, index) => [digit, BigInt(index + 1)] as const),
  ['〇', 0n],
  ['两', 2n],
  ['俩', 2n],
  ['仨', 3n],
])
const smallScales = new Map([
  ['十', 10n],
  ['拾', 10n],
  ['百', 100n],
  ['佰', 100n],
  ['千', 1000n],
  ['仟', 1000n],
])
const largeScales = new Map([
  ['万', 10000n],
  ['萬', 10000n],
  ['亿', 100000000n],
  ['億', 100000000n],
])

const formal = '壹贰叁肆伍陆柒捌玖拾佰仟'

export function isChineseNumeral(character: string): boolean {
  return digitValues.has(character) || smallScales.has(character) || character === '廿' || character === '卅'
}

const arabic = /\d{1,3}(?:,\d{3})+(?![\d,])(?:\.\d+)?|\d+(?:\.\d+)?/y
/** Beyond this a run of digits is an identifier, not a quantity. */
const longestNumber = 30
const rangeMark = /\s?(?:[-~–—]{1,2}|至|到|、)\s?(?=[\d一二三四五六七八九十两])/y
/** Scales that are the first half of a unit: 5千瓦, 3千克. */
const unitAfterThousand = /[瓦克米卡伏帕赫焦]/
const unitAfterSpoken = /[瓦克伏帕赫焦]/

function at(pattern: RegExp, text: string, index: number): string | undefined {
  pattern.lastIndex = index
  return pattern.exec(text)?.[0]
}

/** A scale after Arabic digits, alone or doubled: 万, 千万, 万亿. */
function readScale(text: string, from: number): { to: number; scale: bigint } | undefined {
  let to = from
  let scale = 1n
  for (; to < from + 3; to += 1) {
    const character = text.charAt(to)
    const small = smallScales.get(character)
    const next = small ?? largeScales.get(character)
    if (next === undefined) break
    if (small !== undefined && scale > 1n) break
    if (small === 1000n && unitAfterThousand.test(text.charAt(to + 1))) break
    scale *= next
  }
  return to === from ? undefined : { to, scale }
}

interface Run {
  to: number
  min: Rational
  max: Rational
  scale: bigint
  approximation: Approximation
}

function readArabic(text: string, from: number): Run | undefined {
  const digits = at(arabic, text, from)
  if (digits === undefined || digits.length > longestNumber) return undefined
  let to = from + digits.length
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
  to = scaled.to
  const total = multiply(value, rational(scaled.scale))
  return { to, min: total, max: total, scale: scaled.scale, approximation }
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
    // Without a scale of its own it must fill the places below (3万5000); 2万3 could be anything.
    if (next.scale === 1n && !/^\d{3,4}$/.test(text.slice(run.to, next.to))) break
    run.to = next.to
    run.min = add(run.min, next.min)
    run.max = add(run.max, next.max)
    run.approximation = next.approximation
    scale = next.scale
  }
  return { ...run, scale: first.scale }
}

const positional = /[〇零一二三四五六七八九]{3,31}/y
const chineseRun = /[零〇一二三四五六七八九十百千万亿两俩仨廿卅壹贰叁肆伍陆柒捌玖拾佰仟萬億几数]{1,25}/y
/** No number that people say is longer; what is left over begins a numeral of its own. */
const longestRun = 24

/** 三千二百五十万, 十七八, 六七千, 几十: by sections of ten thousand. */
function readChineseRun(text: string, from: number): ChineseNumeral | undefined {
  const run = at(chineseRun, text, from)?.slice(0, longestRun)
  if (run === undefined) return undefined
  // 陆 alone is land and 伍 a rank; only in a row are they numerals.
  if (formal.includes(run.charAt(0)) && !`${formal}万萬亿億`.includes(run.charAt(1) || '?')) return undefined
  let [total, section]: [[bigint, bigint], [bigint, bigint]] = [
    [0n, 0n],
    [0n, 0n],
  ]
  let pending: [bigint, bigint] | undefined
  let lastScale = 0n
  let zero = false
  let vague = false
  let index = 0
  let values = 0
  for (; index < run.length; index += 1) {
    const character = run.charAt(index)
    const digit = digitValues.get(character)
    const small = smallScales.get(character)
    const large = largeScales.get(character)
    if (character === '几' || character === '数') {
      // 几十, 数百, 十几: a size without a value; anything else (几何, 数据) is no numeral.
      const next = run.charAt(index + 1)
      const open = pending === undefined && (smallScales.has(next) || largeScales.has(next))
      const closing = pending === undefined && lastScale >= 10n && character === '几'
      if (!open && !closing) break
      vague = true
      pending = closing ? [1n, 9n] : [2n, 9n]
    } else if (character === '廿' || character === '卅') {
      if (pending !== undefined || section[1] > 0n) break
      section = character === '廿' ? [20n, 20n] : [30n, 30n]
      lastScale = 10n
    } else if (digit !== undefined) {
      if (digit === 0n) {
        if (values === 0 && run.length > 1) break
        if (pending !== undefined) break
        zero = true
        if (run.length === 1) pending = [0n, 0n]
      } else if (pending === undefined) {
        // 两 stands before a scale or a classifier, never after a ten: 十两 is ten taels.
        if (character === '两' && lastScale === 10n) break
        pending = [digit, digit]
      } else if (pending[0] === pending[1] && (digit === pending[0] + 1n || (pending[0] === 3n && digit === 5n))) {
        pending = [pending[0], digit]
      } else break
    } else if (small !== undefined) {
      // 六千瓦 is six kilowatts, 三千米 three thousand meters.
      if (small === 1000n && values > 0 && unitAfterSpoken.test(text.charAt(from + index + 1))) break
      if (small >= lastScale && lastScale > 0n && lastScale < 10000n && pending === undefined) break
      if (pending === undefined && section[1] > 0n && lastScale <= small) break
      const [low, high] = pending ?? [1n, 1n]
      section = [section[0] + low * small, section[1] + high * small]
      pending = undefined
      lastScale = small
      zero = false
    } else if (large !== undefined) {
      if (values === 0) break
      const low = section[0] + (pending?.[0] ?? 0n)
      const high = section[1] + (pending?.[1] ?? 0n)
      if (low === 0n && high === 0n && total[1] === 0n) break
      const whole = large > 10000n
      total = whole
        ? [(total[0] + low) * large, (total[1] + high) * large]
        : [total[0] + low * large, total[1] + high * large]
      section = [0n, 0n]
      pending = undefined
      lastScale = large
      zero = false
    }
    values += 1
  }
  if (values === 0) return undefined
  let rest = pending ?? [0n, 0n]
  // 两万三, 一百二: the digit stands one scale below the last.
  if (pending !== undefined && !vague && !zero && lastScale >= 100n) {
    rest = [(pending[0] * lastScale) / 10n, (pending[1] * lastScale) / 10n]
  }
  const min = rational(total[0] + section[0] + rest[0])
  const max = rational(total[1] + section[1] + rest[1])
  const to = from + index
  return { to, min, max, digits: false, positional: false, compound: index > 1, approximation: 'exact', vague }
}

const chineseDecimal = /点([零〇一二三四五六七八九]{1,8})(?![十分刻半])([万亿千百]{0,2})/y

function readChinese(text: string, from: number): ChineseNumeral | undefined {
  const spoken = at(positional, text, from)
  const afterSpoken = spoken === undefined ? '' : text.charAt(from + spoken.length)
  if (
    spoken !== undefined &&
    spoken.length <= longestNumber &&
    !smallScales.has(afterSpoken) &&
    !largeScales.has(afterSpoken)
  ) {
    const value = rational(BigInt([...spoken].map((digit) => digitValues.get(digit)).join('')))
    const to = from + spoken.length
    return {
      to,
      min: value,
      max: value,
      digits: false,
      positional: true,
      compound: true,
      approximation: 'exact',
      vague: false,
    }
  }
  const run = readChineseRun(text, from)
  if (run === undefined || run.vague || (run.min !== run.max && order(run.min, run.max) !== 0)) return run
  chineseDecimal.lastIndex = run.to
  const decimal = chineseDecimal.exec(text)
  if (decimal === null) return run
  const places = [...(decimal[1] ?? '')].map((digit) => digitValues.get(digit)).join('')
  let scale = 1n
  for (const character of decimal[2] ?? '') scale *= smallScales.get(character) ?? largeScales.get(character) ?? 1n
  const value = multiply(add(run.min, parseDecimal(`0.${places}`)), rational(scale))
  return { ...run, to: run.to + decimal[0].length, min: value, max: value, compound: true }
}

function readSingle(text: string, from: number): (ChineseNumeral & { readonly scale: bigint }) | undefined {
  if (/\d/.test(text.charAt(from))) {
    const run = readArabicChain(text, from)
    if (run === undefined) return undefined
    const { to, min, max, scale, approximation } = run
    return { to, min, max, scale, approximation, digits: true, positional: scale === 1n, compound: true, vague: false }
  }
  const numeral = readChinese(text, from)
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
  const mark = at(rangeMark, text, first.to)
  if (mark === undefined) return first
  const second = readSingle(text, first.to + mark.length)
  if (second === undefined || second.vague || second.digits !== first.digits) return first
  const spoken = mark.trim()
  // Without digits a hyphen or 到 is most often prose: 一到十 is a range, 一—— is not.
  if (!first.digits && !/^(?:至|到|、|[-~])$/.test(spoken)) return first
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
