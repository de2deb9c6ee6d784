import { foldText } from '../../language/text/fold.ts'
import type { Quantity } from '../../model/quantity.ts'
import { asides } from '../number/asides.ts'
import { joinDurations } from '../number/compound.ts'
import { equals, rational } from '../number/rational.ts'
import { amount, placed, quantityOf, type Reading } from '../number/reading.ts'
import { kindOfUnit } from '../number/units.ts'
import { isChineseNumeral } from './characters.ts'
import { readChineseCount } from './count.ts'
import { readChineseDate } from './date.ts'
import { leadBefore } from './lead.ts'
import { readName } from './name.ts'
import { readChineseNumeral } from './numeral.ts'
import { readOrdinal } from './ordinal.ts'
import { readRatio } from './ratio.ts'
import { shareUnits } from './shared.ts'
import type { ChineseNumeral } from './spoken.ts'
import { chineseUnitAt } from './unit.ts'
import { nonNumbers, numberNames, softWords, weekdayAt } from './words.ts'

/** Names of which an Arabic number is part. */
const nameBefore =
  /(?:尼龙|歼|运|直|轰|东风|长征[一二三四五六七]?号?|神舟|嫦娥|天宫|苹果|波音|空客|锦纶|第纳尔|[A-Za-z_])-?\s?$/
const digit = /\d/
const latin = /[A-Za-z]/

/** 每万人: per 10,000 people. */
const perScale = /(?:十万|百万|千万|百|千|万|亿)(?=[人户名元个亩辆吨平])/y

function readPer(text: string, from: number): Reading | undefined {
  perScale.lastIndex = from
  const scaleWord = text.charAt(from - 1) === '每' ? perScale.exec(text)?.[0] : undefined
  const number = scaleWord === undefined ? undefined : readChineseNumeral(`一${scaleWord}`, 0)
  return number && { to: perScale.lastIndex, kind: 'count', value: amount(number.min), digits: false }
}

/** 半年, 1/5英寸: a fraction of a unit is a measure. */
function withUnit(text: string, reading: Reading): Reading {
  const at = text.charAt(reading.to) === ' ' ? reading.to + 1 : reading.to
  const unit = reading.kind === 'fraction' ? chineseUnitAt(text, at) : undefined
  if (unit === undefined) return reading
  return { ...reading, to: at + unit.word.length, kind: kindOfUnit(unit.value), unit: unit.value.name }
}

/** `number`: the numeral that begins at `from`, where the caller has read it. */
function readRatioWith(text: string, from: number, number?: ChineseNumeral): Reading | undefined {
  const ratio = readRatio(text, from, number)
  if (ratio === undefined) return undefined
  // 超过百分之三十, 近三分之二; 过半 is its own hedge.
  const { from: lead, approximation } = leadBefore(text, from)
  const hedged = /分之/.test(text.slice(from, ratio.to)) && approximation !== 'exact'
  return withUnit(text, hedged ? { ...ratio, from: lead, approximation } : ratio)
}

function readNumber(text: string, from: number): Reading | undefined {
  const number = readChineseNumeral(text, from)
  const ratio = readRatioWith(text, from, number)
  if (ratio !== undefined) return ratio
  // COVID-19时
  const coded = text.charAt(from - 1) === '-' && latin.test(text.charAt(from - 2))
  const date = coded ? undefined : readChineseDate(text, from, number)
  if (date !== undefined) return date
  if (number === undefined) return undefined
  if (number.digits) {
    const named =
      nameBefore.test(text.slice(Math.max(0, from - 6), from)) &&
      !/(?:US|HK|RMB|UTC|GMT) ?$/.test(text.slice(Math.max(0, from - 4), from))
    const count = readChineseCount(text, from, number)
    const lettered =
      latin.test(text.charAt(count.to)) && count.kind === 'count' && !/^x\d/.test(text.slice(count.to, count.to + 2))
    if ((named && count.kind === 'count') || lettered) {
      // A name may be given up whole; 3D and 300mAh keep their digits in any language.
      return { ...count, from, to: number.to, kind: 'name', soft: named && text.charAt(from - 1) !== ' ' }
    }
    // 3号 is a number by which a thing is called; the day of a month has its month before it.
    if (count.kind === 'count' && text.startsWith('号', count.to))
      return { ...count, to: count.to + 1, kind: 'ordinal' }
    const isLight = /(?:以上|上述)$/.test(text.slice(Math.max(0, from - 2), from)) || isRateOf(text, from, count)
    return isLight ? { ...count, soft: true } : count
  }
  const count = readChineseCount(text, from, number)
  if (count.kind === 'count' && text.startsWith('号', count.to) && !number.vague)
    return { ...count, to: count.to + 1, kind: 'ordinal', soft: false }
  if (isSaidBefore(text, from, count) || isRateOf(text, from, count)) return { ...count, soft: true }
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
  if (word === '四海') return next === '里'
  if (word === '四平') return next === '方' || next === '米'
  if (word === '一点')
    return /^[零〇一二三四五六七八九]{1,4}(?:[百千万亿倍%]|个百分点|[余多][万亿])/.test(text.slice(at + 2, at + 9))
  // 人数十年来: the 数 belongs to what follows.
  if (word.endsWith('数'))
    return /^[十百千万亿][年月日天人个名家次元万亿位]/.test(text.slice(at + word.length, at + word.length + 2))
  return word === '四周' && (/[后前内来]/.test(next) || weeksBefore.test(text.slice(Math.max(0, at - 2), at)))
}

/** 2小时5分 */
const durationJoint = /^ ?[零又]? ?$/
const pointing = /(?:[这那该此]|以上|上述|其余|其他|另外)$/
const clauseMark = /[。;:,!?]/
const listJoint = /[、和与及]/g
/** Whom a number after their names sums up: 甲、乙、丙三方. Of things it says more: 市、县、乡、村四级. */
const parties = /^[方国家人位名省市地者校]|^部[门委]/
/** How far back a list is looked for that a number sums up. */
const longestList = 120

/** 这三篇, 甲、乙、丙三方, “公平”两个字: what was pointed at, listed or quoted just before needs no number in English. */
function isSaidBefore(text: string, from: number, { to, value }: Reading): boolean {
  if (pointing.test(text.slice(Math.max(0, from - 2), from))) return true
  if (/[”》]/.test(text.charAt(from - 1)) && text.startsWith('个字', to)) return true
  if (value.type !== 'number' || !parties.test(text.slice(to, to + 2))) return false
  let start = from
  while (start > 0 && from - start < longestList && !clauseMark.test(text.charAt(start - 1))) start -= 1
  const joints = text.slice(start, from).match(listJoint)?.length ?? 0
  return joints > 0 && value.number.denominator === 1n && BigInt(joints) + 1n === value.number.numerator
}

/** 6.8元兑1美元: English leaves the one out, 6.8 yuan to the dollar. */
function isRateOf(text: string, from: number, { to, kind, value }: Reading): boolean {
  if (kind !== 'money' || value.type !== 'number' || !equals(value.number, rational(1n))) return false
  return /[兑合]换?$/.test(text.slice(Math.max(0, from - 2), from)) || /^约?[兑合]/.test(text.slice(to, to + 2))
}

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
  ...'第首双半翻过大对减折上下率最初头前其周星礼ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ',
  ...nonNumbers.firsts,
])
  begins[character.charCodeAt(0)] = 1

/** Whether a number can begin in a text. Where none can, none is read there in any context. */
export function mayHoldChineseNumber(text: string): boolean {
  const folded = foldText(text).text
  for (let at = 0; at < folded.length; at++) if (begins[folded.charCodeAt(at)] === 1) return true
  return false
}

/**
 * Every number expression of a Chinese text, in order and without overlap. Total on any text, and linear in its
 * length: each step looks at a bounded stretch or consumes what it read. What is no quantity (一带一路, 百姓) is not
 * returned; numbers in names come with kind `name`.
 */
export function readChinese(text: string): readonly Quantity[] {
  const folded = foldText(text)
  return placed(readFolded(folded.text), folded, text)
}

function readFolded(folded: string): readonly Quantity[] {
  const quantities: Quantity[] = []
  const inBrackets = asides(folded)
  let last = 0
  let at = 0
  const take = (reading: Reading) => {
    const from = Math.max(reading.from ?? at, last)
    const named = numberNames.longestAt(folded, at) !== undefined
    const soft = named || reading.soft === true || softWords.longestAt(folded, at) !== undefined
    const classified = named ? ({ ...reading, kind: 'name' } as const) : reading
    quantities.push(quantityOf(folded, at, { ...classified, from, soft }, inBrackets(from)))
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
    // 4年零6个月: what joins the parts of a duration is no number.
    if (character === '零' && digit.test(folded.charAt(at + 1)) && /[年月天时头钟分元]/.test(folded.charAt(at - 1))) {
      at += 1
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
        : '半翻过大对减折'.includes(character) || (character === '万' && folded.startsWith('分之', at + 1))
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
  shareUnits(folded, quantities)
  return joinDurations(folded, quantities, durationJoint)
}
