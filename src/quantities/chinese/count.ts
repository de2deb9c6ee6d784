import type { Approximation, Rational } from '../../model/quantity.ts'
import { add, equals, multiply, negate, order, parseDecimal, rational } from '../number/rational.ts'
import { amount, type Reading } from '../number/reading.ts'
import { endOfMatch } from '../number/sticky.ts'
import { kindOfUnit, speedOf } from '../number/units.ts'
import { type Lead, leadBefore } from './lead.ts'
import { ratioSuffix } from './ratio.ts'
import type { ChineseNumeral } from './spoken.ts'
import { chineseUnitAt, splitUnitAt } from './unit.ts'
import { classifiers } from './words.ts'

interface Bounds {
  readonly min: Rational
  readonly max: Rational
}

/** A numeral in its text, with what belongs to it before and after. */
interface PlacedNumeral {
  readonly text: string
  readonly start: number
  readonly number: ChineseNumeral
  readonly lead: Lead
  /** The value without its sign, with the half of 3个半小时. */
  readonly size: Bounds
  /** The same with its sign. */
  readonly value: Bounds
  readonly approximation: Approximation
  readonly hedgedAfter: boolean
  /** Where the numeral ends, with the hedge after it. */
  readonly end: number
  /** Where a unit or classifier would begin: at the end, or after one space. */
  readonly next: number
}

/** What a numeral is found to mean: `finish` adds where it begins, its hedges and whether it is soft. */
type Meaning = Omit<Reading, 'digits' | 'from' | 'approximation'>

const half = rational(1n, 2n)
const unity = rational(1n)

function plus({ min, max }: Bounds, rest: Rational): Bounds {
  return { min: add(min, rest), max: add(max, rest) }
}

function times({ min, max }: Bounds, factor: Rational): Bounds {
  return { min: multiply(min, factor), max: multiply(max, factor) }
}

const amountOf = ({ min, max }: Bounds) => amount(min, max)

/** 多, 余, 来, 几 between the numeral and what it counts; 个多 and 个半 before a unit. */
const hedgeAfter =
  / ?[多余]|来(?=[个年岁天人名万元次米])|几(?=[个年岁天人名万元次])|个多(?=小时|月|星期|世纪|礼拜|钟头)/y
const halfAfter = /个半(?=小时|月|星期|世纪|礼拜|钟头)/y

function place(text: string, start: number, number: ChineseNumeral): PlacedNumeral {
  const lead = leadBefore(text, start)
  const afterHedge = endOfMatch(hedgeAfter, text, number.to)
  const hedgedAfter = afterHedge !== undefined
  const afterHalf = endOfMatch(halfAfter, text, afterHedge ?? number.to)
  const size = afterHalf === undefined ? number : plus(number, half)
  const end = afterHalf ?? afterHedge ?? number.to
  const hedge = number.approximation === 'exact' ? lead.approximation : number.approximation
  return {
    text,
    start,
    number,
    lead,
    size,
    value: lead.negative ? { min: negate(size.max), max: negate(size.min) } : size,
    approximation: hedgedAfter || number.vague ? 'over' : hedge,
    hedgedAfter,
    end,
    next: text.charAt(end) === ' ' ? end + 1 : end,
  }
}

/** 增长了3倍, 高出约十倍; 增加到3倍 is no growth by three. */
const growth =
  /(?:增|涨|提高|提升|高出|多出?|超出|升|扩大|翻|降|减|缩|贵|远|低|少|[高大多长快强重]了?)[^，,。;到至为达成是]{0,6}$/

function readRatio({ text, start, next, value }: PlacedNumeral): Meaning | undefined {
  return ratioSuffix(text, next, value, growth.test(text.slice(Math.max(0, start - 12), start)))
}

/** The rest that stands after a unit: 1米85, 9秒58, 三年半. */
function restAfterUnit(text: string, word: string, at: number, digits: boolean): { to: number; rest?: Rational } {
  const decimals =
    digits && /^[米秒]$/.test(word)
      ? /^\d{1,2}(?![\d.%多余万亿:年月日号分米])/.exec(text.slice(at, at + 3))?.[0]
      : undefined
  if (decimals !== undefined) return { to: at + decimals.length, rest: parseDecimal(`0.${decimals}`) }
  const hasHalf =
    text.charAt(at) === '半' &&
    /^(?:年|天|小时|倍|周|米|公里|吨)$/.test(word) &&
    !/[导岛决场数价个径]/.test(text.charAt(at + 1))
  return hasHalf ? { to: at + 1, rest: half } : { to: at }
}

/** 两块五, 3元5角: the rest of an amount in tenths and hundredths of a yuan. */
const smallChange =
  /(?:块([\d一二三四五六七八九])(?:[毛角]|(?=$|[\s,。;!?、)]))|元([\d一二三四五六七八九])[角毛]|块([\d一二三四五六七八九])[毛角])(?:([\d一二三四五六七八九])分)?/y

function readSmallChange({ text, value, number, next }: PlacedNumeral): Meaning | undefined {
  smallChange.lastIndex = next
  const match = smallChange.exec(text)
  if (match === null || number.approximation !== 'exact') return undefined
  const digit = (character = '0') => BigInt('零一二三四五六七八九'.indexOf(character) + 1 || Number(character) + 1) - 1n
  const rest = rational(digit(match[1] ?? match[2] ?? match[3]) * 10n + digit(match[4]), 100n)
  return { to: smallChange.lastIndex, kind: 'money', value: amountOf(plus(value, rest)), unit: 'CNY' }
}

/** 每小时（约）N公里 */
const perTime = /每(小时|秒) ?(?:达|可达|高达|的)? ?$/

/** 5公里, 30元, 三个半月: a numeral and its unit. */
function readMeasure({ text, number, lead, size, value, end, next }: PlacedNumeral): Meaning | undefined {
  const ending = text.slice(end - 2, end)
  const unit = ending === '个半' || ending === '个多' ? splitUnitAt(text, next) : chineseUnitAt(text, next)
  if (unit === undefined) return undefined
  if (unit.word === '度') {
    // 30亿度, 5度电: degrees of electricity are kilowatt-hours.
    if (order(size.max, rational(1000n)) >= 0 || text.startsWith('电', next + 1))
      return { to: next + 1, kind: 'measure', value: amountOf(value), unit: 'kilowatt-hour' }
    // 三度 is three times; only digits or 零下 make degrees of it.
    if (!number.digits && !lead.negative) return undefined
  }
  const per = perTime.exec(text.slice(Math.max(0, lead.from - 8), lead.from))?.[1]
  const measured = (per && speedOf(unit.value, per === '秒' ? 'second' : 'hour')) || unit.value
  const { to, rest } = restAfterUnit(text, unit.word, next + unit.word.length, number.digits)
  const total = rest === undefined ? value : plus(value, rest)
  if (measured.name === 'cent')
    return { to, kind: 'money', value: amountOf(times(total, measured.factor)), unit: 'USD' }
  return { to, kind: kindOfUnit(measured), value: amountOf(total), unit: measured.name }
}

/** 年近六旬: ten years each. */
function readDecadesOfLife({ text, number, size, next }: PlacedNumeral): Meaning | undefined {
  const ten = rational(10n)
  if (number.digits || text.charAt(next) !== '旬' || order(size.max, ten) >= 0) return undefined
  return { to: next + 1, kind: 'duration', value: amountOf(times(size, ten)), unit: 'year' }
}

/** What a numeral without a unit counts, or what it costs where a currency sign leads it. */
function readBareCount({ text, start, number, lead, size, value, end, next }: PlacedNumeral): Meaning {
  const base = { to: end, value: amountOf(value) }
  if (lead.currency !== '') return { ...base, kind: 'money', unit: lead.currency }
  // 2:1国安: a score counts nothing.
  const score = /\d[:比]$/.test(text.slice(Math.max(0, start - 2), start))
  const classifier = score ? undefined : classifiers.longestAt(text, next)
  if (classifier !== undefined) return { ...base, kind: 'count', counted: classifier.word }
  // 百万 or 三 with nothing after that it could count: likely part of a name or a word.
  // So is 十八 before another character: 十八溪, 十六强.
  const named = /\p{Script=Han}/u.test(text.charAt(next)) && order(size.max, rational(100n)) < 0
  return { ...base, kind: 'count', soft: !number.digits && (!number.compound || named) }
}

const manyAfter = /多(?!元|样|次|个|方|层|边|数|种|名|家|功|云|媒|国)/y
const hedgeLast = /(?:左右|上下)/y

/** The hedges after a unit: 一年多, 两倍半多, 30人左右, 20人以上. */
function hedgeAfterUnit({ text, approximation, hedgedAfter }: PlacedNumeral, { to, kind }: Meaning) {
  const many = !hedgedAfter && kind !== 'count' && endOfMatch(manyAfter, text, to) !== undefined
  const at = many ? to + 1 : to
  const hedge = many ? 'over' : approximation
  const about = endOfMatch(hedgeLast, text, at)
  if (about !== undefined) return { to: about, approximation: 'about' } as const
  return { to: at, approximation: hedge === 'exact' && text.startsWith('以上', at) ? 'over' : hedge } as const
}

/** Whether English may well leave the number out: 一, 两, a numeral that opens a slogan, a scale that is only a size. */
function isSoft({ text, start, number }: PlacedNumeral, { kind, value }: Meaning, hedge: Hedge): boolean {
  if (number.vague) return true
  if (!number.digits) {
    if (!number.compound && equals(number.min, unity)) return true
    const unchanged = value.type === 'number' && equals(value.number, number.min)
    if (unchanged && /^[两俩双]$/.test(text.slice(start, number.to))) return true
    // “四个样板”: a numeral that opens a quotation is most often a slogan.
    if (/[“‘「『"]/.test(text.charAt(start - 1))) return true
  }
  // 上百名, 百万人口: without a digit before it a scale is a size more than a value.
  const first = text.charAt(start)
  if (hedge.approximation !== 'exact' || !/[百千万亿]/.test(first)) return false
  return kind !== 'money' || /[万亿]/.test(first) || text.charAt(hedge.to) === '级'
}

type Hedge = ReturnType<typeof hedgeAfterUnit>

function finish(numeral: PlacedNumeral, meaning: Meaning): Reading {
  const hedge = hedgeAfterUnit(numeral, meaning)
  const soft = meaning.soft === true || isSoft(numeral, meaning, hedge)
  return { ...meaning, ...hedge, from: numeral.lead.from, digits: numeral.number.digits, soft }
}

/** What a numeral counts, measures or costs. Every numeral that is nothing else is a count. */
export function readChineseCount(text: string, start: number, number: ChineseNumeral): Reading {
  const numeral = place(text, start, number)
  const meaning =
    readRatio(numeral) ??
    readSmallChange(numeral) ??
    readMeasure(numeral) ??
    readDecadesOfLife(numeral) ??
    readBareCount(numeral)
  return finish(numeral, meaning)
}
