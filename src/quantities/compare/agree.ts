import type { QuantityKind, Rational } from '../../model/quantity.ts'
import { add, equals, multiply, negate, order, rational } from '../number/rational.ts'
import { type Atom, asRatio, inBaseUnit, isOne, near } from './atoms.ts'
import { isConversion, lastPlace } from './conversion.ts'

/** Kinds that may stand for each other when the number is the same: 三次 is "three times", 5号 "the 5th" or "No. 5". */
const alike: Readonly<Record<QuantityKind, readonly QuantityKind[]>> = {
  count: ['count', 'measure', 'duration', 'money', 'multiple', 'ordinal', 'name', 'year', 'day', 'fraction'],
  money: ['money', 'count'],
  percent: ['percent'],
  'percentage-points': ['percentage-points'],
  ordinal: ['ordinal', 'count', 'day', 'name', 'duration', 'year'],
  date: ['date'],
  year: ['year', 'count', 'name', 'duration'],
  month: ['month', 'ordinal'],
  day: ['day', 'ordinal', 'count', 'duration'],
  time: ['time', 'count', 'ordinal'],
  duration: ['duration', 'count', 'ordinal', 'measure', 'name'],
  fraction: ['fraction', 'multiple', 'count'],
  multiple: ['multiple', 'count', 'fraction', 'duration'],
  measure: ['measure', 'count', 'ordinal', 'name'],
  name: ['name', 'count', 'ordinal', 'measure', 'year', 'duration', 'money', 'time', 'multiple', 'day'],
}

/** Units one English word stands for: pounds are money and weight, dollars are those of several countries. */
const oneWord: readonly (readonly string[])[] = [
  ['GBP', 'pound'],
  ['USD', 'HKD', 'AUD', 'CAD', 'TWD'],
  ['CNY', 'JPY'],
  ['quarter', 'month'],
]

/** 每秒12.8公里 as "12.8 km or 8 miles per second": the time stands once. */
function perTime(length: string, speed: string): boolean {
  return speed.startsWith(`${length} per `)
}

/** 公元前3世纪 as "the 3rd century" leaves the era to the reader; AD contradicts it. */
function erasAllow(zh: string, en: string): boolean {
  return zh.startsWith('century') && en === 'century'
}

function unitsAllow(zh: string, en: string): boolean {
  return (
    zh === en ||
    erasAllow(zh, en) ||
    erasAllow(en, zh) ||
    zh === '' ||
    en === '' ||
    perTime(zh, en) ||
    perTime(en, zh) ||
    oneWord.some((group) => group.includes(zh) && group.includes(en))
  )
}

const periods: ReadonlySet<string | undefined> = new Set(['month', 'quarter', 'week'])

/** What English calls the parts of a law by. */
const parts: Readonly<Record<string, string>> = { 条: 'article', 款: 'paragraph', 章: 'chapter', 节: 'section' }
const partNames: ReadonlySet<string> = new Set(Object.values(parts))

/** 第二条第一款 is paragraph 1 of article 2, and not the other way round. */
export function clausesAgree(zh: string | undefined, en: string | undefined): boolean {
  const name = parts[zh ?? '']
  // 第50款 is called an article, too.
  return name === undefined || en === undefined || !partNames.has(en) || name === en || en === 'article'
}

/** The same number in kinds and units that can mean the same. */
export function sameValue(zh: Atom, en: Atom): boolean {
  // 双方 and 两国 are no "second".
  if (zh.kind === 'count' && en.kind === 'ordinal' && /^[双两俩]/.test(zh.quantity.text)) return false
  // "an hour" and "one" are no 第一.
  if (zh.kind === 'ordinal' && en.kind !== 'ordinal' && isOne(en) && !en.quantity.digits) return false
  // 前三季度 is no third quarter, nor are three months the third.
  if (zh.kind === 'duration' && en.kind === 'ordinal' && (en.unit !== '' || periods.has(en.quantity.counted)))
    return false
  if (zh.kind === 'ordinal' && en.kind === 'ordinal' && !clausesAgree(zh.quantity.counted, en.quantity.counted))
    return false
  if (
    !alike[zh.kind].includes(en.kind) &&
    !(zh.unit !== '' && oneWord.some((group) => group.includes(zh.unit) && group.includes(en.unit)))
  )
    return false
  // 千里 is as far as "a thousand miles".
  return unitsAllow(zh.unit, en.unit) || (zh.quantity.soft && order(zh.value, hundred) >= 0)
}

const hundred = rational(100n)

const unity = rational(1n)

const twelve = rational(12n)

function modulo(value: Rational, divisor: bigint): bigint {
  return ((value.numerator % divisor) + divisor) % divisor
}

function sameClock(zh: Rational, en: Rational): boolean {
  const difference = add(zh, negate(en))
  return (
    equals(difference, twelve) ||
    equals(difference, negate(twelve)) ||
    equals(difference, rational(24n)) ||
    equals(difference, rational(-24n))
  )
}

/** v倍 is v times, and where growth is meant v-1 or v+1: both are in use, and only the sentence could tell. */
function sameMultiple(zh: Atom, en: Atom): boolean {
  const [a, b] = [asRatio(zh), asRatio(en)]
  if (a === undefined || b === undefined) return false
  // 打八折 is 20 percent off
  const isPrice = zh.unit === 'of the price'
  if (isPrice && en.unit === 'off the price') return equals(add(a, b), unity)
  if (equals(a, b)) return true
  if (isPrice && equals(add(a, b), unity)) return true
  // 一倍 is "double" whatever leads it; beyond that only a word of growth makes it doubtful.
  const grown =
    zh.unit === 'more' || (zh.kind === 'multiple' && isOne(zh)) || zh.kind === 'percent' || zh.kind === 'fraction'
  return grown && (equals(a, add(b, unity)) || equals(add(a, unity), b))
}

const fortieth = rational(1n, 40n)

/** Whether `b` is `a` rounded, and not by much. */
function roundsTo(a: Rational, b: Rational): boolean {
  const place = lastPlace(b)
  if (order(lastPlace(a), place) >= 0 || !near(a, b, fortieth)) return false
  const difference = add(a, negate(b))
  const twice = multiply(difference, rational(difference.numerator < 0n ? -2n : 2n))
  return order(twice, place) < 0
}

function hedged(atom: Atom): boolean {
  return atom.quantity.approximation !== 'exact'
}

const million = rational(1000000n)

/** 10公里 as "10k", 4K as "4K"; 400米 as "400m" and 3500万 as "35m", whichever of the two a reader took the m for. */
function sameAbbreviated(zh: Atom, en: Atom): boolean {
  const { text } = en.quantity
  // 3M is a firm before it is three million.
  if (zh.kind === 'name' && /^\d{1,2}M$/.test(text)) return equals(multiply(zh.value, million), en.value)
  if (/\d ?k\+?$/i.test(text)) return equals(multiply(zh.value, rational(1000n)), en.value)
  if (!/\dm$/.test(text)) return false
  return en.unit === 'meter'
    ? zh.unit === '' && equals(zh.value, multiply(en.value, million))
    : zh.unit === 'meter' && equals(multiply(zh.value, million), en.value)
}

/** 18世纪 as "the 1700s", 90后 as "born in the 1990s" or "after 1995", 80多度 as "in the 80s". */
function sameAge(zh: Atom, en: Atom): boolean {
  if (zh.unit === 'century' && en.unit === 'decade')
    return equals(multiply(add(zh.value, negate(unity)), rational(100n)), en.value)
  if (zh.kind === 'name' && en.kind === 'year')
    return order(zh.value, hundred) < 0 && order(zh.value, unity) > 0 && modulo(en.value, 100n) === zh.value.numerator
  if (en.unit !== 'decade' || order(en.value, hundred) >= 0) return false
  const over = add(zh.value, negate(en.value))
  return (
    (zh.kind === 'measure' || zh.kind === 'duration') &&
    order(over, rational(0n)) >= 0 &&
    order(over, rational(10n)) <= 0
  )
}

const halfDegree = rational(1n, 2n)

/** 32.2摄氏度 as "90 degrees" Fahrenheit, or the other way round. */
function sameTemperature(zh: Atom, en: Atom): boolean {
  if (zh.unit !== 'degree' || en.unit !== 'degree') return false
  const inFahrenheit = (celsius: Rational) => add(multiply(celsius, rational(9n, 5n)), rational(32n))
  const close = (exact: Rational, rounded: Rational) => {
    const place = lastPlace(rounded)
    const bound = order(place, halfDegree) < 0 ? place : halfDegree
    return order(add(exact, negate(rounded)), bound) <= 0 && order(add(rounded, negate(exact)), bound) <= 0
  }
  return close(inFahrenheit(zh.value), en.value) || close(inFahrenheit(en.value), zh.value)
}

/** 格林尼治时间0800 and "0800 GMT": four digits that one side takes for an hour. */
function sameWholeClock(number: Atom, time: Atom): boolean {
  if (number.kind !== 'count' || time.kind !== 'time' || !/^\d{4}$/.test(number.quantity.text)) return false
  const written = number.value.numerator
  return equals(time.value, rational((written / 100n) * 60n + (written % 100n), 60n))
}

/** Other numbers for the same thing: another unit, a share for a percent, a decade without its century. */
export function sameOtherwise(zh: Atom, en: Atom): boolean {
  if (zh.kind === 'time' && en.kind === 'time') return sameClock(zh.value, en.value)
  // 晚上7点 as "at 7"
  if (zh.kind === 'time' && en.kind === 'count' && en.unit === '')
    return (
      order(en.value, unity) >= 0 && order(en.value, twelve) <= 0 && equals(add(zh.value, negate(en.value)), twelve)
    )
  // 0.3和0.2个百分点 says what it counts once; "by 20 points" leaves it to the reader.
  if (zh.kind === 'percentage-points' && en.kind === 'count')
    return equals(zh.value, en.value) && (!zh.quantity.text.includes('点') || en.quantity.counted === 'points')
  // 1-5月 as "the first five months"
  if (zh.kind === 'month' && en.kind === 'duration')
    return en.unit === 'month' && zh.quantity.value.type === 'range' && equals(zh.value, en.value)
  if (sameAge(zh, en) || sameTemperature(zh, en) || sameWholeClock(zh, en) || sameWholeClock(en, zh)) return true
  if (sameMultiple(zh, en)) return true
  if (zh.unit === 'decade' && en.unit === 'decade') {
    const bare = order(zh.value, rational(100n)) < 0 || order(en.value, rational(100n)) < 0
    return bare && modulo(zh.value, 100n) === modulo(en.value, 100n)
  }
  // 98年 is 1998 when the English says so.
  if (zh.kind === 'duration' && en.kind === 'year' && zh.unit === 'year') {
    return (
      order(zh.value, rational(100n)) < 0 &&
      modulo(zh.value, 100n) === modulo(en.value, 100n) &&
      (en.unit === 'decade' || (order(en.value, rational(1900n)) >= 0 && order(en.value, rational(2100n)) < 0)) &&
      zh.value.denominator === 1n
    )
  }
  // 十几人 as "a dozen or so people", "more than ten": any number of that size.
  if (
    zh.quantity.soft &&
    zh.quantity.value.type === 'range' &&
    hedged(zh) &&
    zh.kind === en.kind &&
    zh.unit === en.unit
  ) {
    const { min, max } = zh.quantity.value
    const slack = hedged(en) ? unity : rational(0n)
    return order(min, add(en.value, slack)) <= 0 && order(add(en.value, negate(slack)), max) <= 0
  }
  const [a, b] = [inBaseUnit(zh), inBaseUnit(en)]
  if (a !== undefined && b !== undefined && a.dimension === b.dimension) {
    if (equals(a.value, b.value)) return true
    return isConversion(zh, en)
  }
  // 前两季度 is the first half of a year
  if (zh.kind === 'duration' && en.unit === 'half' && isOne(en)) {
    const half = zh.unit === 'quarter' ? 2n : zh.unit === 'month' ? 6n : 0n
    return equals(zh.value, rational(half))
  }
  // the first three quarters, three quarters
  if (zh.unit === 'quarter' && (zh.kind === 'ordinal' || zh.kind === 'duration') && en.kind === 'fraction')
    return equals(zh.value, multiply(en.value, rational(4n)))
  // 5‰ as "5 per thousand"
  const rate = zh.kind === 'percent' ? 10n : zh.kind === 'fraction' ? 1000n : 0n
  if (rate > 0n && en.quantity.counted === 'per thousand') return equals(multiply(zh.value, rational(rate)), en.value)
  if (sameAbbreviated(zh, en)) return true
  // 4分33秒 as "4:33": minutes and seconds, or hours, minutes and seconds.
  if (zh.unit === 'second' && en.kind === 'time')
    return [60n, 3600n].some((second) => equals(zh.value, multiply(en.value, rational(second))))
  // 二十多 is "two dozen"
  if (hedged(zh) && en.quantity.text.endsWith('dozen')) return near(zh.value, en.value, rational(1n, 4n))
  // FY17
  if (zh.kind === 'year' && en.kind === 'name') return equals(rational(modulo(zh.value, 100n)), en.value)
  // a fifth is the fifth part as well as the fifth in line
  if (zh.kind === 'fraction' && en.kind === 'ordinal') return equals(multiply(zh.value, en.value), unity)
  // 约1.98万 as "about 20,000": rounded, and only because the Chinese is approximate itself. Percents stay as they are.
  if (zh.kind === 'percent' || zh.kind === 'percentage-points') return false
  return hedged(zh) && hedged(en) && zh.unit === en.unit && zh.kind === en.kind && roundsTo(zh.value, en.value)
}
