import { formulaAt } from '../number/formula.ts'
import { parseDecimal, rational } from '../number/rational.ts'
import { amount, type Reading } from '../number/reading.ts'
import { dialledNumber } from '../number/telephone.ts'
import { readChineseNumeral } from './numeral.ts'
import { classifiers } from './words.ts'

/** 三级医院, 二级以上: a grade, not three of anything. */
const grade = /[一二三四五]级(?=医院|甲等|乙等|以上|以下|及以上|专科|综合|公立|联赛|方程式)/y
/** 80后: who was born in the eighties. */
const generation = /^\d[05]后/
/** Ⅱ型: one sign for a Roman numeral. */
const romanSigns = 'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ'
/** 高三, 初二: a year of school. */
const schoolYear = /(?:^|[^提最更抬拔])[高初]$/
/** 010-66551234, 13800138000, 400-610-1234: digits that one dials. */
const telephone =
  /(?:\+?(?:00)?86[ -]?(?:10|2\d|[3-9]\d\d)[ -]?\d{3,4}[ -]?\d{4}|(?:\+?(?:00)?86[ -]?)?0\d{2,3}[ -]\d{3,4}[ -]?\d{4}|(?:\+?(?:00)?86[ -]?)?1[3-9]\d([ -]?)\d{4}\1\d{4}(?=$|[\s,。;!?、)”])|[48]00-?\d{3}-?\d{4})(?![\d-])/y
/** 7×24小时, 五五分成: ways of saying always and half each. */
const saying = /(?:7[×x*]24)(?=小时)|五五(?=分成|分账|开)|四六(?=分成|开)|三七(?=分成|开)|二八(?=分成|开)/y
/** 双11, 双十二, 24/7: names that say a number. */
const namedNumber = /双(11|12|十一|十二)|(24)\/7/y
/** 8·11, 911事件: an event by its day. */
const eventDay = /(\d{1,2})·(\d{1,2})(?![\d·])|(9)(11)(?=["”]? ?(?:事件|恐|袭击|之后|以后|后|纪念))/y
const digit = /\d/
const rankAfter = /[级型类期度]/

/** The characters such names begin with. */
const nameOpeners = `0123456789双一二三四五${romanSigns}`

/** Numbers that are names: read, so that they can be shown, and not compared. */
export function readName(text: string, from: number): Reading | undefined {
  if (!nameOpeners.includes(text.charAt(from))) return undefined
  eventDay.lastIndex = from
  const event = eventDay.exec(text)
  if (event !== null) {
    const [month, day] = [Number(event[1] ?? event[3]), Number(event[2] ?? event[4])]
    if (month >= 1 && month <= 12 && day >= 1 && day <= 31 && !digit.test(text.charAt(from - 1)))
      return { to: eventDay.lastIndex, kind: 'date', value: { type: 'date', month, day }, digits: true }
    const value = amount(parseDecimal(`${month}.${day}`))
    return { to: eventDay.lastIndex, kind: 'name', value, digits: true, soft: true }
  }
  if (digit.test(text.charAt(from)) && !digit.test(text.charAt(from - 1))) {
    telephone.lastIndex = from
    const dialled = telephone.exec(text)?.[0]
    if (dialled !== undefined) return dialledNumber(dialled, telephone.lastIndex)
  }
  saying.lastIndex = from
  const said = saying.exec(text)?.[0]
  if (said !== undefined)
    return { to: saying.lastIndex, kind: 'name', value: amount(rational(24n)), digits: digit.test(said), soft: true }
  const formula = digit.test(text.charAt(from - 1)) ? undefined : formulaAt(text, from)
  if (formula !== undefined) return formula
  namedNumber.lastIndex = from
  const named = namedNumber.exec(text)
  const namedNumeral = readChineseNumeral(named?.[1] ?? named?.[2] ?? '', 0)
  if (namedNumeral !== undefined)
    return { to: namedNumber.lastIndex, kind: 'name', value: amount(namedNumeral.min), digits: true, soft: true }
  const roman = romanSigns.indexOf(text.charAt(from))
  if (roman >= 0 && from < text.length) {
    const value = amount(rational(BigInt(roman + 1)))
    // Ⅳ级响应, Ⅱ型糖尿病: a rank that English has to tell, too.
    return rankAfter.test(text.charAt(from + 1))
      ? { to: from + 1, kind: 'ordinal', value, digits: false }
      : { to: from + 1, kind: 'name', value, digits: false, soft: true }
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
  const graded = grade.test(text) || isSchoolYear(text, from)
  const number = graded ? readChineseNumeral(text.charAt(from), 0) : undefined
  return (
    number && {
      to: from + (grade.lastIndex > from ? 2 : 1),
      kind: grade.lastIndex > from ? 'ordinal' : 'name',
      value: amount(number.min),
      digits: false,
      soft: true,
    }
  )
}

function isSchoolYear(text: string, from: number): boolean {
  if (!/[一二三]/.test(text.charAt(from)) || !schoolYear.test(text.slice(Math.max(0, from - 2), from))) return false
  return (
    !/[十百千万亿倍成个分点元]/.test(text.charAt(from + 1)) &&
    (classifiers.longestAt(text, from + 1)?.word.length ?? 0) !== 1
  )
}
