import type { Approximation, Rational } from '../../model/quantity.ts'
import { add, multiply, order, parseDecimal, rational } from '../number/rational.ts'
import { matchAt } from '../number/sticky.ts'
import { digitValues, formalNumerals, largeScales, longestNumber, readScale, smallScales } from './characters.ts'

/** A numeral read in Chinese text: `min` and `max` differ in 六七千 and 600-700万. */
export interface ChineseNumeral {
  readonly to: number
  readonly min: Rational
  readonly max: Rational
  readonly digits: boolean
  /** Digits read one by one, as in years and codes: 二〇二五. Arabic digits without scale count as such too. */
  readonly positional: boolean
  /** Whether it has a scale or more than one numeral: 三百, 十二, 2.3万; a lone 三 may be part of a word. */
  readonly compound: boolean
  readonly approximation: Approximation
  /** A size without a value: 几十, 数百. */
  readonly vague: boolean
}

const positional = /[〇零一二三四五六七八九]{3,31}/y
const numeralCharacters = /[零〇一二三四五六七八九十百千万亿两俩仨廿卅壹贰叁肆伍陆柒捌玖拾佰仟萬億几数]{1,25}/y
/** No number that people say is longer; the characters after it begin another numeral. */
const longestSpoken = 24

/** Before these 千 belongs to the unit: 六千瓦 is six kilowatts, while 三千米 is three thousand meters. */
const unitAfterSpoken = /[瓦克伏帕赫焦]/
const scaleCounts = /[元亩名户吨人次余]/

/** 万元, 过亿, 近万亿: a scale without a numeral before it stands for one of its size, where it counts or is hedged. */
function isBareScale(text: string, from: number): boolean {
  if (/[上近超过逾达破]/.test(text.charAt(from - 1))) return true
  const scale = readScale(text, from)
  return (
    scale !== undefined &&
    !/[多余来几数个%]/.test(text.charAt(from - 1)) &&
    scaleCounts.test(text.slice(scale.to, scale.to + 1))
  )
}

type Bounds = readonly [low: bigint, high: bigint]
const nothing: Bounds = [0n, 0n]

/** A numeral in characters as far as it is read. In 三千二百万五十六 the total is 32,000,000, the section 50, pending 6. */
interface SpokenState {
  readonly text: string
  readonly from: number
  /** The characters that may belong to the numeral. */
  readonly characters: string
  /** How many of them are read. */
  length: number
  /** The value of the sections that 万 or 亿 has closed. */
  total: Bounds
  /** The value, since then, of the digits that 十, 百 or 千 follows. */
  section: Bounds
  /** A digit that no scale has followed yet, or two in a row: 六七. */
  pending: Bounds | undefined
  lastScale: bigint
  /** Whether 零 stands after the last scale. */
  zero: boolean
  vague: boolean
}

// Each function below takes one kind of character into the state. It answers false where the numeral ends before it.

/** 几十, 数百, 十几: a size without a value. In any other place 几 and 数 begin a word: 几何, 数据. */
function takeVague(state: SpokenState, character: string): boolean {
  const next = state.characters.charAt(state.length + 1)
  const opens = state.pending === undefined && (smallScales.has(next) || largeScales.has(next))
  const closes = state.pending === undefined && state.lastScale >= 10n && character === '几'
  if (!opens && !closes) return false
  state.vague = true
  state.pending = closes ? [1n, 9n] : [2n, 9n]
  return true
}

/** 廿 is twenty, 卅 thirty. */
function takeTens(state: SpokenState, tens: bigint): boolean {
  if (state.pending !== undefined || state.section[1] > 0n) return false
  state.section = [tens, tens]
  state.lastScale = 10n
  return true
}

function takeZero(state: SpokenState): boolean {
  const alone = state.characters.length === 1
  if ((state.length === 0 && !alone) || state.pending !== undefined) return false
  state.zero = true
  if (alone) state.pending = nothing
  return true
}

/** A digit after another makes a range with it: 六七, 三五. */
function takeDigit(state: SpokenState, character: string, digit: bigint): boolean {
  const { pending } = state
  if (pending === undefined) {
    // 两 stands before a scale or a classifier, never after a ten: 十两 is ten taels.
    if (character === '两' && state.lastScale === 10n) return false
    state.pending = [digit, digit]
    return true
  }
  const [low, high] = pending
  const continues = low === high && (digit === low + 1n || (low === 3n && digit === 5n))
  if (continues) state.pending = [low, digit]
  return continues
}

function takeSmallScale(state: SpokenState, scale: bigint): boolean {
  const { pending, section, lastScale } = state
  const next = state.text.charAt(state.from + state.length + 1)
  if (scale === 1000n && state.length > 0 && unitAfterSpoken.test(next)) return false
  if (pending === undefined && lastScale > 0n && lastScale < 10000n && scale >= lastScale) return false
  if (pending === undefined && section[1] > 0n && lastScale <= scale) return false
  const [low, high] = pending ?? [1n, 1n]
  state.section = [section[0] + low * scale, section[1] + high * scale]
  state.pending = undefined
  state.lastScale = scale
  state.zero = false
  return true
}

function takeLargeScale(state: SpokenState, scale: bigint): boolean {
  const { total, section, pending } = state
  const opens = state.length === 0
  if (opens && !isBareScale(state.text, state.from)) return false
  const [pendingLow, pendingHigh] = pending ?? (opens ? [1n, 1n] : nothing)
  const [low, high] = [section[0] + pendingLow, section[1] + pendingHigh]
  if (low === 0n && high === 0n && total[1] === 0n) return false
  // 亿 multiplies the 万 before it too: 三万二千亿.
  state.total =
    scale > 10000n
      ? [(total[0] + low) * scale, (total[1] + high) * scale]
      : [total[0] + low * scale, total[1] + high * scale]
  state.section = nothing
  state.pending = undefined
  state.lastScale = scale
  state.zero = false
  return true
}

function takeNext(state: SpokenState): boolean {
  const character = state.characters.charAt(state.length)
  if (character === '几' || character === '数') return takeVague(state, character)
  if (character === '廿') return takeTens(state, 20n)
  if (character === '卅') return takeTens(state, 30n)
  const digit = digitValues.get(character)
  if (digit !== undefined) return digit === 0n ? takeZero(state) : takeDigit(state, character, digit)
  const small = smallScales.get(character)
  if (small !== undefined) return takeSmallScale(state, small)
  const large = largeScales.get(character)
  return large !== undefined && takeLargeScale(state, large)
}

/** The value of the digit that ends a numeral. In 两万三 and 一百二 it stands one scale below the last. */
function lastDigit({ pending, vague, zero, lastScale }: SpokenState): Bounds {
  if (pending === undefined || vague || zero || lastScale < 100n) return pending ?? nothing
  return [(pending[0] * lastScale) / 10n, (pending[1] * lastScale) / 10n]
}

/** 三千二百五十万, 十七八, 六七千, 几十: by sections of ten thousand. */
function readSections(text: string, from: number): ChineseNumeral | undefined {
  const characters = matchAt(numeralCharacters, text, from)?.slice(0, longestSpoken)
  if (characters === undefined) return undefined
  // 陆 alone is land and 伍 a rank; only in a row are they numerals.
  if (
    formalNumerals.includes(characters.charAt(0)) &&
    !`${formalNumerals}万萬亿億`.includes(characters.charAt(1) || '?')
  )
    return undefined
  const state: SpokenState = {
    text,
    from,
    characters,
    length: 0,
    total: nothing,
    section: nothing,
    pending: undefined,
    lastScale: 0n,
    zero: false,
    vague: false,
  }
  while (state.length < characters.length && takeNext(state)) state.length += 1
  if (state.length === 0) return undefined
  const { length, total, section, vague } = state
  const [low, high] = lastDigit(state)
  const min = rational(total[0] + section[0] + low)
  const max = rational(total[1] + section[1] + high)
  const to = from + length
  const numeral = { to, min, max, digits: false, positional: false, compound: length > 1, vague } as const
  // 二十多万, 百余亿: the scale after the hedge belongs to the numeral.
  const scaled = /[多余]/.test(text.charAt(to)) && !vague ? readScale(text, to + 1) : undefined
  if (scaled === undefined || !largeScales.has(text.charAt(to + 1))) return { ...numeral, approximation: 'exact' }
  const scale = rational(scaled.scale)
  return { ...numeral, to: scaled.to, min: multiply(min, scale), max: multiply(max, scale), approximation: 'over' }
}

function digitsOf(characters: string): string {
  return [...characters].map((character) => digitValues.get(character)).join('')
}

/** 二〇二五: digits read one by one. */
function readPositional(text: string, from: number): ChineseNumeral | undefined {
  const characters = matchAt(positional, text, from)
  if (characters === undefined || characters.length > longestNumber) return undefined
  const to = from + characters.length
  const next = text.charAt(to)
  if (smallScales.has(next) || largeScales.has(next)) return undefined
  const value = rational(BigInt(digitsOf(characters)))
  const form = { digits: false, positional: true, compound: true, vague: false } as const
  return { ...form, to, min: value, max: value, approximation: 'exact' }
}

const chineseDecimal = /点([零〇一二三四五六七八九]{1,8})(?![十分刻半])([万亿千百]{0,2})/y

/** The numeral in Chinese characters that begins at `from`: 三千二百五十万, 二〇二五, 二点五亿. */
export function readSpoken(text: string, from: number): ChineseNumeral | undefined {
  const digitByDigit = readPositional(text, from)
  if (digitByDigit !== undefined) return digitByDigit
  const whole = readSections(text, from)
  if (whole === undefined || whole.vague || (whole.min !== whole.max && order(whole.min, whole.max) !== 0)) return whole
  chineseDecimal.lastIndex = whole.to
  const decimal = chineseDecimal.exec(text)
  if (decimal === null) return whole
  const places = digitsOf(decimal[1] ?? '')
  let scale = 1n
  for (const character of decimal[2] ?? '') scale *= smallScales.get(character) ?? largeScales.get(character) ?? 1n
  const value = multiply(add(whole.min, parseDecimal(`0.${places}`)), rational(scale))
  return { ...whole, to: whole.to + decimal[0].length, min: value, max: value, compound: true }
}
