import type { Approximation, Rational } from '../../model/quantity.ts'
import { add, multiply, order, parseDecimal, rational } from '../number/rational.ts'

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
export const smallScales = new Map([
  ['十', 10n],
  ['拾', 10n],
  ['百', 100n],
  ['佰', 100n],
  ['千', 1000n],
  ['仟', 1000n],
])
export const largeScales = new Map([
  ['万', 10000n],
  ['萬', 10000n],
  ['亿', 100000000n],
  ['億', 100000000n],
])

const formal = '壹贰叁肆伍陆柒捌玖拾佰仟'

export function isChineseNumeral(character: string): boolean {
  return (
    digitValues.has(character) ||
    smallScales.has(character) ||
    largeScales.has(character) ||
    character === '廿' ||
    character === '卅'
  )
}

/** Beyond this a run of digits is an identifier, not a quantity. */
export const longestNumber = 30
/** Scales that are the first half of a unit: 5千瓦, 3千克. */
const unitAfterThousand = /[瓦克米卡伏帕赫焦]/
const unitAfterSpoken = /[瓦克伏帕赫焦]/

/** What a sticky pattern finds at a place. */
export function at(pattern: RegExp, text: string, index: number): string | undefined {
  pattern.lastIndex = index
  return pattern.exec(text)?.[0]
}

/** A scale after Arabic digits, alone or doubled: 万, 千万, 万亿. */
export function readScale(text: string, from: number): { to: number; scale: bigint } | undefined {
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

const positional = /[〇零一二三四五六七八九]{3,31}/y
const chineseRun = /[零〇一二三四五六七八九十百千万亿两俩仨廿卅壹贰叁肆伍陆柒捌玖拾佰仟萬億几数]{1,25}/y
/** No number that people say is longer; what is left over begins a numeral of its own. */
const longestRun = 24

/** 万元, 过亿, 近万亿: a scale with no numeral before it is one of its size, where it counts or is hedged. */
function isBareScale(text: string, from: number): boolean {
  if (/[上近超过逾达破]/.test(text.charAt(from - 1))) return true
  const scale = readScale(text, from)
  return (
    scale !== undefined &&
    !/[多余来几数个%]/.test(text.charAt(from - 1)) &&
    scaleCounts.test(text.slice(scale.to, scale.to + 1))
  )
}

const scaleCounts = /[元亩名户吨人次余]/

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
      if (values === 0 && !isBareScale(text, from)) break
      const bare = values === 0 ? 1n : 0n
      const low = section[0] + (pending?.[0] ?? bare)
      const high = section[1] + (pending?.[1] ?? bare)
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
  const numeral = { to, min, max, digits: false, positional: false, compound: index > 1, vague } as const
  // 二十多万, 百余亿: the scale after the hedge is the numeral's.
  const scaled = /[多余]/.test(text.charAt(to)) && !vague ? readScale(text, to + 1) : undefined
  if (scaled === undefined || !largeScales.has(text.charAt(to + 1))) return { ...numeral, approximation: 'exact' }
  const scale = rational(scaled.scale)
  return { ...numeral, to: scaled.to, min: multiply(min, scale), max: multiply(max, scale), approximation: 'over' }
}

const chineseDecimal = /点([零〇一二三四五六七八九]{1,8})(?![十分刻半])([万亿千百]{0,2})/y

/** The numeral in Chinese characters that begins at `from`: 三千二百五十万, 二〇二五, 二点五亿. */
export function readSpoken(text: string, from: number): ChineseNumeral | undefined {
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
