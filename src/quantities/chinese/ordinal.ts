import { rational } from '../number/rational.ts'
import { amount, type Reading } from '../number/reading.ts'
import { readChineseNumeral } from './numeral.ts'
import { classifiers, firstOf } from './words.ts'

/** 一是, 二是 and 一要, 二要 at the head of a clause count off a list. */
const listItem = /[一二三四五六七八九十][是要]/y
/** 三、 or (三) before the first word of a text: the number of a section or item. */
const itemNumber = /[一二三四五六七八九十]{1,3}(?=、(?![一二三四五六七八九十两\d])|\))/y
const clauseHead = /[\s。;:,!?、“‘(—]/
/** Words for first and second, and 前 before a number of things: "the first three". */
const first =
  /首先|率先|最先|最早|最初|首度|初次|头一(?=[次个回年天])|其[次二三](?![中个])|(?<!公元|纪元|西元)[前头首最](?=[\d两三四五六七八九十]{1,3} ?个?(?:月|年|天|次|场|轮|局|盘|站|分钟|小时|季|批|届|期|部|集|回|节)(?!前))/y
/** 第90百分位数, 第4五分位: the rank stands before what the whole is parted into. */
const percentile =
  /第 ?(\d{1,2}(?:\.\d+)?|[一二三四五六七八九十]{1,3}(?=[百十五四三]分位)) ?个?(?:百|十|五|四|三)分位数?/y
/** 上半年, 下半场: the first half and the second. */
const half = /[上下]半(?=年|场|时|程|赛季|季|财年|学年|个?世纪|叶)/y
/** 十四五: the number of a five-year plan. */
const fiveYearPlan = /十([一二三四五六])五(?!年(?!规划|期间|时期|计划)|[\d元人个名岁月日天分])/y
/** 三中全会: a plenary session of a central committee; 二次会议 of a congress. */
const session = /([一二三四五六七八九])(?=中全会|次(?:全体)?会议)/y
/** 十四届全国人大二次会议: a meeting is counted off where a term of office or a body stands before it. */
const sitting = /(?:届|人大|政协|委员会|常委会)[^，。,;]{0,8}$/
/** 前三季度: how many periods from the beginning. */
const firstPeriods = /前([\d两二三四五六七八九十]{1,2}) ?(?:个 ?季度|季度)/y
/** The characters such words begin with. */
const ordinalOpeners = '第首率最初头其前上下一二三四五六七八九十'

/** 第三, 首批, 前五个月, 上半年, 一是, 十四五: what stands in a row. */
export function readOrdinal(text: string, from: number): Reading | undefined {
  const character = text.charAt(from)
  if (!ordinalOpeners.includes(character)) return undefined
  if (character === '第') {
    percentile.lastIndex = from
    const rank = percentile.exec(text)?.[1]
    if (rank !== undefined) {
      const number = readChineseNumeral(rank, 0)
      if (number !== undefined)
        return { to: percentile.lastIndex, kind: 'ordinal', value: amount(number.min), digits: number.digits }
    }
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
  firstPeriods.lastIndex = from
  const periods = readChineseNumeral(firstPeriods.exec(text)?.[1] ?? '', 0)
  if (periods !== undefined) {
    const value = amount(periods.min)
    return { to: firstPeriods.lastIndex, kind: 'duration', value, unit: 'quarter', digits: periods.digits }
  }
  session.lastIndex = from
  const held = session.exec(text)?.[1]
  if (
    held !== undefined &&
    (text.startsWith('中', from + 1) || sitting.test(text.slice(Math.max(0, from - 12), from)))
  ) {
    const number = readChineseNumeral(held, 0)
    if (number !== undefined)
      return { to: session.lastIndex, kind: 'ordinal', value: amount(number.min), digits: false, counted: '次' }
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
  itemNumber.lastIndex = from
  if ((from === 0 || (from === 1 && text.startsWith('('))) && itemNumber.test(text)) {
    const number = readChineseNumeral(text.slice(0, itemNumber.lastIndex), from)
    // English may well give up the number of a heading.
    return number && { to: number.to, kind: 'ordinal', value: amount(number.min), digits: false, soft: true }
  }
  fiveYearPlan.lastIndex = from
  const plan = fiveYearPlan.exec(text)
  if (plan !== null) {
    const value = amount(rational(10n + BigInt('一二三四五六'.indexOf(plan[1] ?? '一') + 1)))
    return { to: from + 3, kind: 'ordinal', value, digits: false, counted: '五年规划' }
  }
  return undefined
}
