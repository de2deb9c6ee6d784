import type { Approximation } from '../../model/quantity.ts'
import { createLexicon } from '../number/lexicon.ts'
import { add, equals, multiply, negate, order, parseDecimal, rational } from '../number/rational.ts'
import { amount, type Reading } from '../number/reading.ts'
import { kindOfUnit, speedOf, type Unit, units } from '../number/units.ts'
import { ratioSuffix } from './ratio.ts'
import type { ChineseNumeral } from './run.ts'
import { classifiers, hedgesBefore } from './words.ts'

const chineseUnits = createLexicon(units.flatMap((unit) => unit.zh.map((word) => [word, unit] as const)))

/** Words that begin with a unit and are none: 3元素, 二年级, 40年轻. */
const notUnit =
  /^(?:元[旦首素月年件器宵]|年[级轻货]|天[下然津空气]|周[边围刊末日]|周[一二三四五六](?![次个年天])|度假|秒杀|米[饭粉线兰]|克[里拉服]|升[级降至到高温]|里[程面约]|码头|分钟爱)/

export function chineseUnitAt(text: string, at: number): { word: string; value: Unit } | undefined {
  const unit = chineseUnits.longestAt(text, at)
  if (unit === undefined || notUnit.test(text.slice(at, at + 3))) return undefined
  const { word } = unit
  if (/[A-Za-z]$/.test(word) && /[A-Za-z]/.test(text.charAt(at + word.length))) return undefined
  return unit
}

/** 三个半月, 一个多月: the unit is 个月, parted by what stands in it. */
function afterCounter(text: string, at: number): { word: string; value: Unit } | undefined {
  const unit = chineseUnits.longestAt(`个${text.slice(at, at + 3)}`, 0)
  return unit === undefined ? undefined : { word: unit.word.slice(1), value: unit.value }
}

const symbols: readonly (readonly [string, string])[] = [
  ['HK$', 'HKD'],
  ['US$', 'USD'],
  ['人民币', 'CNY'],
  ['RMB', 'CNY'],
  ['$', 'USD'],
  ['¥', 'CNY'],
  ['£', 'GBP'],
  ['€', 'EUR'],
]

/** What these end in, so that most numerals need no look at the lists. */
const symbolEnds: ReadonlySet<string> = new Set(symbols.map(([symbol]) => symbol.slice(-1)))
const hedgeEnds: ReadonlySet<string> = new Set(hedgesBefore.map(([word]) => word.slice(-1)))

interface Before {
  readonly from: number
  readonly approximation: Approximation
  readonly currency: string
  readonly negative: boolean
}

/** What may stand before a minus: nothing that a hyphen would join to the numeral, so no digit, unit or name. */
const minusAfter = /(?:温度?|[为至达到是在约于]|[^\d½A-Za-z\p{L})%‰℃°]|^)$/u

/** Hedge, currency sign and minus that stand before the numeral and belong to it. */
export function before(text: string, start: number): Before {
  let from = start
  let currency = ''
  let negative = false
  const skipSpace = () => (text.charAt(from - 1) === ' ' ? from - 1 : from)
  for (const [symbol, name] of symbolEnds.has(text.charAt(skipSpace() - 1)) ? symbols : []) {
    const at = skipSpace() - symbol.length
    if (at >= 0 && text.startsWith(symbol, at)) {
      currency = name
      from = at
      break
    }
  }
  if (text.startsWith('零下', from - 2) && from >= 2) {
    negative = true
    from -= 2
  } else if (text.charAt(from - 1) === '-' && minusAfter.test(text.slice(Math.max(0, from - 3), from - 1))) {
    negative = true
    from -= 1
  }
  for (const [word, approximation] of hedgeEnds.has(text.charAt(skipSpace() - 1)) ? hedgesBefore : []) {
    const at = skipSpace() - word.length
    if (at < 0 || !text.startsWith(word, at)) continue
    if (word === '近' && /[最附临靠远]/.test(text.charAt(at - 1))) continue
    if (word === '约' && /[签节制条合契公预盟誓邀赴违]/.test(text.charAt(at - 1))) continue
    if (word === '超' && /[高]/.test(text.charAt(at - 1))) continue
    return { from: at, approximation, currency, negative }
  }
  return { from, approximation: 'exact', currency, negative }
}

/** 多, 余, 来, 几 between the numeral and what it counts; 个多 and 个半 before a unit. */
const hedgeAfter =
  / ?[多余]|来(?=[个年岁天人名万元次米])|几(?=[个年岁天人名万元次])|个多(?=小时|月|星期|世纪|礼拜|钟头)/y
const halfAfter = /个半(?=小时|月|星期|世纪|礼拜|钟头)/y
const hedgeLast = /(?:左右|上下)/y

/** 每小时（约）N公里 */
const perTime = /每(小时|秒) ?(?:达|可达|高达|的)? ?$/

/** 增长了3倍, 高出约十倍; 增加到3倍 is no growth by three. */
const growth =
  /(?:增|涨|提高|提升|高出|多出?|超出|升|扩大|翻|降|减|缩|贵|远|低|少|[高大多长快强重]了?)[^，,。;到至为达成是]{0,6}$/

/** What a numeral counts, measures or costs. Every numeral that is nothing else is a count. */
export function readChineseCount(text: string, start: number, number: ChineseNumeral): Reading {
  const lead = before(text, start)
  let at = number.to
  let [min, max] = [number.min, number.max]
  let approximation = number.approximation === 'exact' ? lead.approximation : number.approximation
  if (number.vague) approximation = 'over'
  const pass = (pattern: RegExp) => {
    pattern.lastIndex = at
    if (!pattern.test(text)) return false
    at = pattern.lastIndex
    return true
  }
  const afterHedge = pass(hedgeAfter)
  if (afterHedge) approximation = 'over'
  if (pass(halfAfter)) {
    // 3个半小时
    min = add(min, rational(1n, 2n))
    max = add(max, rational(1n, 2n))
  }
  const numberEnd = at
  const spaced = text.charAt(at) === ' ' ? at + 1 : at
  const signed = lead.negative ? { ...number, min: negate(max), max: negate(min) } : { ...number, min, max }
  const finish = (reading: Omit<Reading, 'digits' | 'from' | 'approximation'>): Reading => {
    at = reading.to
    // 一年多, 两倍半
    if (
      !afterHedge &&
      reading.kind !== 'count' &&
      /多(?!元|样|次|个|方|层|边|数|种|名|家|功|云|媒|国)/.test(text.slice(at, at + 2)) &&
      text.charAt(at) === '多'
    ) {
      at += 1
      approximation = 'over'
    }
    if (pass(hedgeLast)) approximation = 'about'
    else if (text.startsWith('以上', at) && approximation === 'exact') approximation = 'over'
    const one = !number.digits && !number.compound && equals(number.min, rational(1n))
    const bare = reading.value.type === 'number' && equals(reading.value.number, number.min)
    const two = !number.digits && bare && /^[两俩双]$/.test(text.slice(start, number.to))
    // A numeral that opens a quotation is most often a slogan: “四个样板”.
    const slogan = !number.digits && /[“‘「『"]/.test(text.charAt(start - 1))
    // 上百名, 百万人口: without a digit before it a scale is a size more than a value.
    const size =
      /[百千万亿]/.test(text.charAt(start)) &&
      approximation === 'exact' &&
      (reading.kind !== 'money' || /[万亿]/.test(text.charAt(start)) || text.charAt(at) === '级')
    const soft = reading.soft === true || number.vague || one || two || slogan || size
    return { ...reading, to: at, from: lead.from, approximation, digits: number.digits, soft }
  }

  const ratio = ratioSuffix(text, spaced, signed, growth.test(text.slice(Math.max(0, start - 12), start)))
  if (ratio !== undefined) return finish(ratio)

  const apart = text.slice(numberEnd - 2, numberEnd)
  const unit = apart === '个半' || apart === '个多' ? afterCounter(text, spaced) : chineseUnitAt(text, spaced)
  const grand = unit?.word === '度' && order(max, rational(1000n)) >= 0
  if (unit !== undefined && (grand || (unit.word === '度' && text.startsWith('电', spaced + 1)))) {
    // 30亿度, 5度电: degrees of electricity are kilowatt-hours.
    const value = amount(signed.min, signed.max)
    return finish({ to: spaced + 1, kind: 'measure', value, unit: 'kilowatt-hour' })
  }
  // 三度 is three times; only digits or 摄氏 make degrees of it.
  if (unit !== undefined && !(unit.word === '度' && !number.digits && !lead.negative)) {
    const per = perTime.exec(text.slice(Math.max(0, lead.from - 8), lead.from))?.[1]
    const measured = per === undefined ? undefined : speedOf(unit.value, per === '秒' ? 'second' : 'hour')
    const { name, dimension } = measured ?? unit.value
    let to = spaced + unit.word.length
    const values = { min: signed.min, max: signed.max }
    // 1米85, 9秒58
    const part =
      /^[米秒]$/.test(unit.word) && number.digits
        ? /^\d{1,2}(?![\d.%多余万亿:年月日号分米])/.exec(text.slice(to, to + 3))
        : null
    if (part !== null) {
      const rest = parseDecimal(`0.${part[0]}`)
      values.min = add(values.min, rest)
      values.max = add(values.max, rest)
      to += part[0].length
    } else if (
      /^(?:年|天|小时|倍|周|米|公里|吨)$/.test(unit.word) &&
      text.charAt(to) === '半' &&
      !/[导岛决场数价个径]/.test(text.charAt(to + 1))
    ) {
      values.min = add(values.min, rational(1n, 2n))
      values.max = add(values.max, rational(1n, 2n))
      to += 1
    }
    if (dimension === 'money' && name === 'cent') {
      const factor = unit.value.factor
      return finish({
        to,
        kind: 'money',
        value: amount(multiply(values.min, factor), multiply(values.max, factor)),
        unit: 'USD',
      })
    }
    return finish({ to, kind: kindOfUnit(measured ?? unit.value), value: amount(values.min, values.max), unit: name })
  }
  // 年近六旬: ten years each.
  if (!number.digits && text.charAt(spaced) === '旬' && order(max, rational(10n)) < 0) {
    const value = amount(multiply(min, rational(10n)), multiply(max, rational(10n)))
    return finish({ to: spaced + 1, kind: 'duration', value, unit: 'year' })
  }
  const value = amount(signed.min, signed.max)
  if (lead.currency !== '') return finish({ to: numberEnd, kind: 'money', value, unit: lead.currency })
  // 2:1国安: a score counts nothing.
  const score = /\d[:比]$/.test(text.slice(Math.max(0, start - 2), start))
  const classifier = score ? undefined : classifiers.longestAt(text, spaced)
  if (classifier !== undefined) return finish({ to: numberEnd, kind: 'count', value, counted: classifier.word })
  // 百万 or 三 with nothing after that it could count: likely part of a name or a word.
  // So is 十八 before another character: 十八溪, 十六强.
  const named = /\p{Script=Han}/u.test(text.charAt(spaced)) && order(max, rational(100n)) < 0
  const bare = !number.digits && (!number.compound || named)
  return finish({ to: numberEnd, kind: 'count', value, soft: bare })
}
