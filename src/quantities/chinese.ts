import type { Quantity } from '../model/quantity.ts'
import { chineseUnitAt, readChineseCount } from './chinese-count.ts'
import { readChineseDate } from './chinese-date.ts'
import { isChineseNumeral, readChineseNumeral } from './chinese-numeral.ts'
import { readRatio } from './chinese-ratio.ts'
import { classifiers, firstOf, nonNumbers, softWords, weekdayAt } from './chinese-words.ts'
import { asides, foldWidth } from './fold.ts'
import { parseDecimal, rational } from './rational.ts'
import { amount, quantityOf, type Reading } from './reading.ts'
import { kindOfUnit } from './units.ts'

/** 一是, 二是 at the head of a clause count off a list. */
const listItem = /[一二三四五六七八九十]是/y
const clauseHead = /[\s。;:,!?、“‘(—]/
/** 十四五: the number of a five-year plan. */
const fiveYearPlan = /十([一二三四五六])五(?!年?[\d元人个名岁月日天分])/y
/** 三级医院, 二级以上: a grade, not three of anything. */
const grade = /[一二三四五]级(?=医院|甲等|乙等|以上|以下|及以上|专科|综合|公立|联赛|方程式)/y
/** 80后: who was born in the eighties. */
const generation = /^\d[05]后/
/** 5+4+X: a formula. */
const formula = /\d+(?:\+(?:\d+|[XNn]))*\+[XNn]/y
/** 双11 and others that are names. */
const namedDay = /双(?:11|12)|24\/7/y
/** 8·11: an event by its day. */
const eventDay = /(\d{1,2})·(\d{1,2})(?![\d·])/y
/** Names of which an Arabic number is part. */
const nameBefore =
  /(?:尼龙|歼|运|直|轰|东风|长征[一二三四五六七]?号?|神舟|嫦娥|天宫|苹果|波音|空客|锦纶|第纳尔|[A-Za-z_])-?\s?$/
const digit = /\d/
const latinAfter = /[A-Za-z]/

function readOrdinal(text: string, from: number): Reading | undefined {
  const character = text.charAt(from)
  if (character === '第') {
    const number = readChineseNumeral(text, text.charAt(from + 1) === ' ' ? from + 2 : from + 1)
    if (number === undefined || number.vague) return undefined
    const at = text.charAt(number.to) === ' ' ? number.to + 1 : number.to
    const ordinal = { kind: 'ordinal', value: amount(number.min, number.max), digits: number.digits } as const
    if (text.startsWith('季度', at)) return { ...ordinal, to: at + 2, unit: 'quarter' }
    const counted = classifiers.longestAt(text, at)?.word
    return counted === undefined ? { ...ordinal, to: number.to } : { ...ordinal, to: number.to, counted }
  }
  if (character === '首') {
    const counted = firstOf.longestAt(text, from + 1)?.word
    if (counted === undefined) return undefined
    return { to: from + 1, kind: 'ordinal', value: amount(rational(1n)), digits: false, counted }
  }
  listItem.lastIndex = from
  if (listItem.test(text) && (from === 0 || clauseHead.test(text.charAt(from - 1)))) {
    const number = readChineseNumeral(text, from)
    return number === undefined
      ? undefined
      : { to: from + 1, kind: 'ordinal', value: amount(number.min), digits: false }
  }
  fiveYearPlan.lastIndex = from
  const plan = fiveYearPlan.exec(text)
  if (plan !== null) {
    const value = amount(rational(10n + BigInt('一二三四五六'.indexOf(plan[1] ?? '一') + 1)))
    return { to: from + 3, kind: 'ordinal', value, digits: false, counted: '五年规划' }
  }
  return undefined
}

/** Numbers that are names: read, so that they can be shown, and not compared. */
/** 每万人: per 10,000 people. */
const perScale = /(?:十万|百万|千万|百|千|万|亿)(?=[人户名元个亩辆吨平])/y

function readPer(text: string, from: number): Reading | undefined {
  perScale.lastIndex = from
  const said = text.charAt(from - 1) === '每' ? perScale.exec(text)?.[0] : undefined
  const number = said === undefined ? undefined : readChineseNumeral(`一${said}`, 0)
  return number && { to: perScale.lastIndex, kind: 'count', value: amount(number.min), digits: false, soft: true }
}

function readName(text: string, from: number): Reading | undefined {
  eventDay.lastIndex = from
  const event = eventDay.exec(text)
  if (event !== null) {
    const value = amount(parseDecimal(`${event[1]}.${event[2]}`))
    return { to: eventDay.lastIndex, kind: 'name', value, digits: true, soft: true }
  }
  for (const pattern of [formula, namedDay]) {
    pattern.lastIndex = from
    if (pattern.test(text)) {
      return { to: pattern.lastIndex, kind: 'name', value: amount(rational(0n)), digits: true, soft: true }
    }
  }
  if (generation.test(text.slice(from, from + 3)) && !digit.test(text.charAt(from - 1))) {
    return {
      to: from + 2,
      kind: 'name',
      value: amount(parseDecimal(text.slice(from, from + 2))),
      digits: true,
      soft: true,
    }
  }
  grade.lastIndex = from
  if (grade.test(text)) {
    const number = readChineseNumeral(text, from)
    if (number !== undefined)
      return { to: grade.lastIndex, kind: 'name', value: amount(number.min), digits: false, soft: true }
  }
  return undefined
}

/** 半年, 1/5英寸: a fraction of a unit is a measure. */
function withUnit(text: string, reading: Reading): Reading {
  const at = text.charAt(reading.to) === ' ' ? reading.to + 1 : reading.to
  const unit = reading.kind === 'fraction' ? chineseUnitAt(text, at) : undefined
  if (unit === undefined) return reading
  return { ...reading, to: at + unit.word.length, kind: kindOfUnit(unit.value), unit: unit.value.name }
}

function readRatioWith(text: string, from: number): Reading | undefined {
  const ratio = readRatio(text, from)
  return ratio === undefined ? undefined : withUnit(text, ratio)
}

function readNumber(text: string, from: number): Reading | undefined {
  const number = readChineseNumeral(text, from)
  const ratio = readRatioWith(text, from)
  if (ratio !== undefined) return ratio
  const date = readChineseDate(text, from, number)
  if (date !== undefined) return date
  if (number === undefined) return undefined
  if (number.digits) {
    const named =
      nameBefore.test(text.slice(Math.max(0, from - 6), from)) &&
      !/(?:US|HK|RMB)$/.test(text.slice(Math.max(0, from - 3), from))
    const count = readChineseCount(text, from, number)
    const coded = latinAfter.test(text.charAt(count.to)) && count.kind === 'count'
    if ((named && count.kind === 'count') || coded) return { ...count, from, to: number.to, kind: 'name', soft: true }
    // 3号 is a number by which a thing is called; the day of a month has its month before it.
    if (count.kind === 'count' && text.startsWith('号', count.to))
      return { ...count, to: count.to + 1, kind: 'ordinal' }
    return count
  }
  const count = readChineseCount(text, from, number)
  if (count.kind === 'count' && text.startsWith('号', count.to) && !number.vague)
    return { ...count, to: count.to + 1, kind: 'ordinal' }
  return count
}

const beginsNumber = (character: string) =>
  digit.test(character) || isChineseNumeral(character) || '几数'.includes(character)

/** 双, and 半 where nothing else reads it: soft, since English says them in many ways. */
function readDouble(text: string, from: number): Reading | undefined {
  if (text.charAt(from) !== '双' || text.charAt(from + 1) === '双') return undefined
  return { to: from + 1, kind: 'count', value: amount(rational(2n)), digits: false, soft: true }
}

/**
 * Every number expression of a Chinese text, in order and without overlap. Total on any text, and linear in its
 * length: each step looks at a bounded stretch or consumes what it read. What is no quantity (一带一路, 百姓) is not
 * returned; numbers in names come with kind `name`.
 */
export function readChinese(text: string): readonly Quantity[] {
  const folded = foldWidth(text)
  const quantities: Quantity[] = []
  const inBrackets = asides(folded)
  let last = 0
  let at = 0
  const take = (reading: Reading) => {
    const from = Math.max(reading.from ?? at, last)
    const soft = reading.soft === true || softWords.longestAt(folded, at) !== undefined
    quantities.push(quantityOf(text, at, { ...reading, from, soft }, inBrackets(from)))
    last = reading.to
    at = reading.to
  }
  while (at < folded.length) {
    const character = folded.charAt(at)
    const name = readName(folded, at) ?? readPer(folded, at)
    if (name !== undefined) {
      take(name)
      continue
    }
    const weekday = '周星礼'.includes(character) ? weekdayAt(folded, at) : undefined
    if (weekday !== undefined) {
      at = weekday
      continue
    }
    const ordinal = readOrdinal(folded, at)
    const word = nonNumbers.longestAt(folded, at)?.word
    // 十分之一 and 十分钟 are numbers that begin like the adverb.
    if (word !== undefined && !(word === '十分' && /[之钟]/.test(folded.charAt(at + 2)))) {
      at += word.length
      continue
    }
    const reading =
      ordinal ??
      (beginsNumber(character)
        ? readNumber(folded, at)
        : character === '半' || character === '翻' || character === '过' || character === '大' || character === '对'
          ? readRatioWith(folded, at)
          : readDouble(folded, at))
    if (reading !== undefined && reading.to > at) {
      take(reading)
      continue
    }
    // A numeral nobody could read is passed over whole, never begun again in its middle.
    do at += 1
    while (digit.test(character) && digit.test(folded.charAt(at)))
  }
  return quantities
}
