import type { QuantityValue } from '../../model/quantity.ts'
import { add, equals, order, rational, within } from '../number/rational.ts'
import { amount, type Reading } from '../number/reading.ts'
import { readClock, readMinutes, readQuarterHour, readRaceTime } from './clock.ts'
import { readChineseNumeral } from './numeral.ts'
import type { ChineseNumeral } from './spoken.ts'

function partAfter(text: string, at: number, mark: RegExp, high: bigint) {
  const from = text.charAt(at) === ' ' ? at + 1 : at
  const number = readChineseNumeral(text, from)
  if (number === undefined || number.vague || !equals(number.min, number.max) || !within(number.min, 1n, high))
    return undefined
  const to = text.charAt(number.to) === ' ' ? number.to + 1 : number.to
  return mark.test(text.slice(to, to + 2)) ? { to: to + 1, value: Number(number.min.numerator) } : undefined
}

const dayMark = /^(?:日(?!元|圆)|号)/

const monthMark = /^月/

function dateFrom(year: number | undefined, month: number, at: number, text: string, digits: boolean): Reading {
  const day = partAfter(text, at, dayMark, 31n)
  if (day !== undefined) {
    const value: QuantityValue =
      year === undefined ? { type: 'date', month, day: day.value } : { type: 'date', year, month, day: day.value }
    return { to: day.to, kind: 'date', value, digits }
  }
  if (year === undefined) {
    return { to: at, kind: 'month', value: { type: 'date', month }, digits }
  }
  return { to: at, kind: 'date', value: { type: 'date', year, month }, digits }
}

/** 公元前: the era that stands before a year or a century, where it is told. */
function eraBefore(text: string, from: number): 'BC' | undefined {
  return /(?:公元|纪元|西元)前\s?$/.test(text.slice(Math.max(0, from - 4), from)) ? 'BC' : undefined
}

/** 2025年, 2016-2020年, 二〇二五年三月, 公元前500年: years by their digits; 三年 is a duration. */
function readYear(text: string, from: number, number: ChineseNumeral, at: number): Reading | undefined {
  const named = /公元前?\s?$/.test(text.slice(Math.max(0, from - 4), from))
  const era = eraBefore(text, from)
  // 2017财年, 2026世界杯
  const event =
    number.digits &&
    number.positional &&
    within(number.min, 1900n, 2100n) &&
    /^(?:财年|赛季|世界杯|奥运|年度|届)/.test(text.slice(at, at + 3))
  if (event && equals(number.min, number.max))
    return { to: number.to, kind: 'year', value: { type: 'date', year: Number(number.min.numerator) }, digits: true }
  const fourDigits = number.positional && within(number.max, 1000n, 2200n) && number.to - from >= 4
  if (!text.startsWith('年', at) || (!named && !fourDigits)) return undefined
  const { digits } = number
  if (era !== undefined && text.charAt(at + 1) !== '代')
    return { to: at + 1, kind: 'year', value: amount(number.min, number.max), unit: era, digits }
  if (text.startsWith('代', at + 1))
    return { to: at + 2, kind: 'year', value: amount(number.min, number.max), unit: 'decade', digits }
  if (!equals(number.min, number.max))
    return { to: at + 1, kind: 'year', value: amount(number.min, number.max), digits }
  if (number.min.numerator > 9999n || number.min.denominator !== 1n) return undefined
  const year = Number(number.min.numerator)
  // 刚刚过去的2017年 is the year just passed.
  const soft = /(?:过去|到来|结束)的$/.test(text.slice(Math.max(0, from - 3), from))
  const month = partAfter(text, at + 1, monthMark, 12n)
  if (month !== undefined) return dateFrom(year, month.value, month.to, text, digits)
  return { to: at + 1, kind: 'year', value: { type: 'date', year }, digits, soft }
}

/** 2015-16赛季, 2016/17: the second year by its last two digits. */
const shortSpan = /(\d{4})[-–/](\d{2})(?!\d|[-–/月.])年?/y

function readYearSpan(text: string, from: number): Reading | undefined {
  shortSpan.lastIndex = from
  const match = shortSpan.exec(text)
  const [first, last] = [BigInt(match?.[1] ?? 0), BigInt(match?.[2] ?? 0)]
  if (match === null || first < 1000n || first > 2200n || last <= first % 100n) return undefined
  const value = amount(rational(first), rational(first - (first % 100n) + last))
  return { to: shortSpan.lastIndex, kind: 'year', value, digits: true }
}

/** 2018-05-03, 2018/5/3, 2018.5.3 */
const numericDate = /([12]\d{3})([-/.])(\d{1,2})\2(\d{1,2})(?![\d/.-])/y

function readNumericDate(text: string, from: number): Reading | undefined {
  numericDate.lastIndex = from
  const match = numericDate.exec(text)
  const [year, month, day] = [Number(match?.[1]), Number(match?.[3]), Number(match?.[4])]
  if (match === null || month < 1 || month > 12 || day < 1 || day > 31) return undefined
  return { to: numericDate.lastIndex, kind: 'date', value: { type: 'date', year, month, day }, digits: true }
}

/** 7.19特大暴雨, 3.15晚会, 5.12汶川地震: an event called by its day. What stands after a word is a value. */
const eventDay =
  /(?<![\p{Script=Han}\d] ?)(\d{1,2})\.(\d{1,2})(?![级次起度万亿个倍成])(?=\p{Script=Han}{0,4}(?:特大|重大|洪|强降雨|暴雨|地震|空难|事故|事件|案|晚会|讲话|惨案|爆炸|火灾|活动|节|日(?![元圆])|大促))/uy

function readEventDay(text: string, from: number): Reading | undefined {
  eventDay.lastIndex = from
  const match = eventDay.exec(text)
  const [month, day] = [Number(match?.[1] ?? 0), Number(match?.[2] ?? 0)]
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined
  return { to: eventDay.lastIndex, kind: 'date', value: { type: 'date', month, day }, digits: true }
}

/** 20世纪, 20世纪70年代, 九十年代. */
function readEra(text: string, from: number, number: ChineseNumeral, at: number): Reading | undefined {
  const { digits, min } = number
  if (text.startsWith('世纪', at) && within(min, 1n, 30n)) {
    const decade = readChineseNumeral(text, text.charAt(at + 2) === ' ' ? at + 3 : at + 2)
    const mark = decade === undefined ? -1 : text.charAt(decade.to) === ' ' ? decade.to + 1 : decade.to
    if (decade !== undefined && text.startsWith('年代', mark) && within(decade.max, 0n, 99n)) {
      const century = rational((min.numerator - 1n) * 100n)
      const value = amount(add(century, decade.min), add(century, decade.max))
      return { to: mark + 2, kind: 'year', value, unit: 'decade', digits }
    }
    const unit = eraBefore(text, from) === undefined ? 'century' : 'century BC'
    return { to: at + 2, kind: 'ordinal', value: amount(min, number.max), unit, digits }
  }
  if (text.startsWith('年代', at) && within(min, 0n, 2100n)) {
    const before = text.slice(Math.max(0, from - 4), from)
    const century =
      order(number.max, rational(100n)) >= 0
        ? 0n
        : /上(?:个)?世纪的?$/.test(before)
          ? 1900n
          : /本世纪的?$/.test(before)
            ? 2000n
            : 0n
    if (century > 0n) {
      const value = amount(add(min, rational(century)), add(number.max, rational(century)))
      return { to: at + 2, kind: 'year', value, unit: 'decade', digits }
    }
    return { to: at + 2, kind: 'year', value: amount(min, number.max), unit: 'decade', digits }
  }
  return undefined
}

function readMonthOrDay(text: string, from: number, number: ChineseNumeral, at: number): Reading | undefined {
  const { digits, min, max } = number
  const single = equals(min, max)
  if (text.startsWith('月', at) && within(min, 1n, 12n) && within(max, 1n, 12n)) {
    if (single) return dateFrom(undefined, Number(min.numerator), at + 1, text, digits)
    return { to: at + 1, kind: 'month', value: amount(min, max), digits }
  }
  if (
    text.startsWith('日', at) &&
    dayMark.test(text.slice(at, at + 2)) &&
    within(min, 1n, 31n) &&
    within(max, 1n, 31n)
  ) {
    const value: QuantityValue = single ? { type: 'date', day: Number(min.numerator) } : amount(min, max)
    // 一日 is also "one day"; a lone Chinese numeral is too little to call a date.
    return {
      to: at + 1,
      kind: 'day',
      value,
      digits,
      soft: !digits && /[一两]/.test(text.charAt(from)) && number.to === from + 1,
    }
  }
  return undefined
}

/** Quarters of a year, and the halves. */
function readPartOfYear(text: string, number: ChineseNumeral, at: number): Reading | undefined {
  if (!text.startsWith('季度', at) || !within(number.max, 1n, 4n)) return undefined
  return { to: at + 2, kind: 'ordinal', value: amount(number.min, number.max), unit: 'quarter', digits: number.digits }
}

const joiningMarks = '-/.–:分'

/** Dates and times whose digits marks join: what follows the first digits rules them out for most numbers. */
function readJoinedDigits(text: string, from: number): Reading | undefined {
  if (![1, 2, 4].some((length) => joiningMarks.includes(text.charAt(from + length) || '0'))) return undefined
  return readNumericDate(text, from) ?? readYearSpan(text, from) ?? readRaceTime(text, from) ?? readEventDay(text, from)
}

/** Dates, eras and clock times that begin with a numeral at `from`. */
export function readChineseDate(text: string, from: number, number: ChineseNumeral | undefined): Reading | undefined {
  if (number === undefined || number.vague) return readClock(text, from, undefined, from)
  const at = text.charAt(number.to) === ' ' ? number.to + 1 : number.to
  return (
    (number.digits ? readJoinedDigits(text, from) : undefined) ??
    readMinutes(text, from, number, at) ??
    readQuarterHour(text, number, at) ??
    readYear(text, from, number, at) ??
    readEra(text, from, number, at) ??
    readMonthOrDay(text, from, number, at) ??
    readPartOfYear(text, number, at) ??
    readClock(text, from, number, at)
  )
}
