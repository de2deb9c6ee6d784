import type { Quantity } from '../model/quantity.ts'
import { before, chineseUnitAt, readChineseCount } from './chinese-count.ts'
import { readChineseDate } from './chinese-date.ts'
import { isChineseNumeral, readChineseNumeral } from './chinese-numeral.ts'
import { readRatio } from './chinese-ratio.ts'
import { classifiers, firstOf, nonNumbers, softWords, weekdayAt } from './chinese-words.ts'
import { joinDurations } from './compound.ts'
import { asides, foldWidth } from './fold.ts'
import { parseDecimal, rational } from './rational.ts'
import { amount, quantityOf, type Reading } from './reading.ts'
import { kindOfUnit } from './units.ts'

/** 一是, 二是 at the head of a clause count off a list. */
const listItem = /[一二三四五六七八九十]是/y
const clauseHead = /[\s。;:,!?、“‘(—]/
/** Words for first and second, and 前 before a number of things: "the first three". */
const first =
  /首先|率先|最先|最早|最初|首度|初次|头一(?=[次个回年天])|其[次二三](?![中个])|[前头首最](?=[\d两三四五六七八九十]{1,3} ?个?(?:月|年|天|次|场|轮|局|盘|站|分钟|小时|季|批|届|期|部|集|回|节)(?!前))/y
/** 上半年, 下半场: the first half and the second. */
const half = /[上下]半(?=年|场|时|程|赛季|季|财年|学年|个?世纪|叶)/y
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
/** 8·11, 911事件: an event by its day. */
const eventDay = /(\d{1,2})·(\d{1,2})(?![\d·])|(9)(11)(?=["”]?(?:事件|恐|袭击|之后|以后|后|纪念))/y
/** Names of which an Arabic number is part. */
const nameBefore =
  /(?:尼龙|歼|运|直|轰|东风|长征[一二三四五六七]?号?|神舟|嫦娥|天宫|苹果|波音|空客|锦纶|第纳尔|[A-Za-z_])-?\s?$/
const digit = /\d/
/** 3D, 4K, 5G */
const codeAfter = /^[ADGK](?![A-Za-z])/
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
    if (counted !== undefined)
      return { to: from + 1, kind: 'ordinal', value: amount(rational(1n)), digits: false, counted }
  }
  first.lastIndex = from
  if (first.test(text)) {
    const value = amount(rational(character === '其' ? (text.charAt(from + 1) === '三' ? 3n : 2n) : 1n))
    return { to: first.lastIndex, kind: 'ordinal', value, digits: false, soft: true }
  }
  half.lastIndex = from
  if (half.test(text)) {
    const value = amount(rational(character === '上' ? 1n : 2n))
    return { to: from + 2, kind: 'ordinal', value, unit: 'half', digits: false, soft: true }
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
  return number && { to: perScale.lastIndex, kind: 'count', value: amount(number.min), digits: false }
}

function readName(text: string, from: number): Reading | undefined {
  eventDay.lastIndex = from
  const event = eventDay.exec(text)
  if (event !== null) {
    const [month, day] = [Number(event[1] ?? event[3]), Number(event[2] ?? event[4])]
    if (month >= 1 && month <= 12 && day >= 1 && day <= 31 && !digit.test(text.charAt(from - 1)))
      return { to: eventDay.lastIndex, kind: 'date', value: { type: 'date', month, day }, digits: true }
    const value = amount(parseDecimal(`${month}.${day}`))
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
  if (ratio === undefined) return undefined
  // 超过百分之三十, 近三分之二; 过半 is its own hedge.
  const { from: lead, approximation } = before(text, from)
  const hedged = /分之/.test(text.slice(from, ratio.to)) && approximation !== 'exact'
  return withUnit(text, hedged ? { ...ratio, from: lead, approximation } : ratio)
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
      !/(?:US|HK|RMB|UTC|GMT) ?$/.test(text.slice(Math.max(0, from - 4), from))
    const count = readChineseCount(text, from, number)
    const coded =
      latinAfter.test(text.charAt(count.to)) &&
      count.kind === 'count' &&
      !/^x\d/.test(text.slice(count.to, count.to + 2))
    if ((named && count.kind === 'count') || coded) {
      const code =
        (named && !/(?:尼龙|锦纶)-?$/.test(text.slice(Math.max(0, from - 3), from))) ||
        codeAfter.test(text.slice(number.to, number.to + 2))
      return { ...count, from, to: number.to, kind: 'name', soft: !code }
    }
    // 3号 is a number by which a thing is called; the day of a month has its month before it.
    if (count.kind === 'count' && text.startsWith('号', count.to))
      return { ...count, to: count.to + 1, kind: 'ordinal' }
    return count
  }
  const count = readChineseCount(text, from, number)
  if (count.kind === 'count' && text.startsWith('号', count.to) && !number.vague)
    return { ...count, to: count.to + 1, kind: 'ordinal' }
  // 这三篇: what was counted before.
  if (pointing.test(text.charAt(from - 1))) return { ...count, soft: true }
  if (count.kind === 'count' && rank.test(text.slice(count.to, count.to + 2)) && !number.vague)
    return { ...count, to: count.to + 1, kind: 'ordinal', soft: true }
  return count
}

/** Four weeks rather than all around: 连续四周, 四周后. */
const weeksBefore = /(?:[为满用需要过]|连续|持续|为期|过去|未来|最近|近|约|长达|涨|跌|了|第|前|每)$/

/** 十分之一, 十分钟 and 万分之一 are numbers that begin like the adverb. */
function isNumberAfterAll(word: string, text: string, at: number): boolean {
  const next = text.charAt(at + word.length)
  if (word === '十分' || word === '万分') return next === '之' || (word === '十分' && next === '钟')
  if (word === '一时') return /^(?:整|[\d一二三四五六七八九十零]{1,3}分)/.test(text.slice(at + 2, at + 6))
  if (word === '三星') return next === '级'
  if (word === '四平') return next === '方' || next === '米'
  return word === '四周' && (/[后前内来]/.test(next) || weeksBefore.test(text.slice(Math.max(0, at - 2), at)))
}

/** 2小时5分 */
const durationJoint = /^ ?零? ?$/
const pointing = /[这那该此]/
/** 二楼 is the second floor, 七年级 the seventh grade, 一等奖 the first prize. */
const rank = /^楼(?![房盘栋宇市价])|^年级|^等(?:[奖功舱])/

const beginsNumber = (character: string) =>
  digit.test(character) || isChineseNumeral(character) || '几数'.includes(character)

/** 双, and 半 where nothing else reads it: soft, since English says them in many ways. */
function readDouble(text: string, from: number): Reading | undefined {
  if (text.charAt(from) !== '双' || text.charAt(from + 1) === '双') return undefined
  return { to: from + 1, kind: 'count', value: amount(rational(2n)), digits: false, soft: true }
}

/** Whether anything can begin at a character, by its code: most of a text is passed over by this alone. */
const begins = new Uint8Array(0x10000)
for (const character of [
  ...'0123456789零〇一二三四五六七八九两俩仨十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億廿卅几数',
  ...'第首双半翻过大对上下率最初头前其周星礼',
  ...nonNumbers.firsts,
])
  begins[character.charCodeAt(0)] = 1

/** Whether a number can begin in a text. Where none can, none is read there in any context. */
export function mayHoldChineseNumber(text: string): boolean {
  const folded = foldWidth(text)
  for (let at = 0; at < folded.length; at++) if (begins[folded.charCodeAt(at)] === 1) return true
  return false
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
    if (begins[folded.charCodeAt(at)] === 0) {
      at += 1
      continue
    }
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
    if (word !== undefined && !isNumberAfterAll(word, folded, at)) {
      at += word.length
      continue
    }
    const reading =
      ordinal ??
      (beginsNumber(character)
        ? readNumber(folded, at)
        : character === '半' ||
            character === '翻' ||
            character === '过' ||
            character === '大' ||
            character === '对' ||
            (character === '万' && folded.startsWith('分之', at + 1))
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
  return joinDurations(text, quantities, durationJoint)
}
