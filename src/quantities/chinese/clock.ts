import type { Rational } from '../../model/quantity.ts'
import { add, equals, multiply, order, parseDecimal, rational, within } from '../number/rational.ts'
import { amount, type Reading } from '../number/reading.ts'
import { readChineseNumeral } from './numeral.ts'
import type { ChineseNumeral } from './spoken.ts'

/** 1分57秒79, 1:57.79分钟: a race time, in seconds. */
const raceTime = /(\d{1,2})(?:分(\d{1,2})秒(\d{1,3})|:(\d{2})\.(\d{1,3})(?: ?分钟?)?)(?![\d:])/y

export function readRaceTime(text: string, from: number): Reading | undefined {
  raceTime.lastIndex = from
  const match = raceTime.exec(text)
  if (match === null) return undefined
  const seconds = add(
    rational(BigInt(match[1] ?? '') * 60n),
    parseDecimal(`${match[2] ?? match[4]}.${match[3] ?? match[5]}`),
  )
  return { to: raceTime.lastIndex, kind: 'duration', value: amount(seconds), unit: 'second', digits: true }
}

/** 2小时5分, 4分33秒: minutes between hours and seconds. */
const secondsAfter = /^\s?[\d一二三四五六七八九十]{1,4}秒/

export function readMinutes(text: string, from: number, number: ChineseNumeral, at: number): Reading | undefined {
  if (text.charAt(at) !== '分' || !within(number.max, 0n, 59n)) return undefined
  const before = text.slice(Math.max(0, from - 3), from)
  if (!/(?:小时|钟头)\s?$/.test(before) && !secondsAfter.test(text.slice(at + 1, at + 7))) return undefined
  const value = amount(number.min, number.max)
  return {
    to: text.startsWith('钟', at + 1) ? at + 2 : at + 1,
    kind: 'duration',
    value,
    unit: 'minute',
    digits: number.digits,
  }
}

/** 一刻钟 is fifteen minutes. */
export function readQuarterHour(text: string, number: ChineseNumeral, at: number): Reading | undefined {
  if (!text.startsWith('刻钟', at)) return undefined
  const minutes = (count: Rational) => multiply(count, rational(15n))
  const value = amount(minutes(number.min), minutes(number.max))
  return { to: at + 2, kind: 'duration', value, unit: 'minute', digits: number.digits }
}

const clock = /(\d{1,2}):(\d{2})(?::(\d{2}))?(?![\d:])/y

const afterNoon = /(?:下午|晚上|傍晚|今晚|昨晚|当晚|晚|夜里|夜间|深夜)\s?$/

const ofDay = /(?:[上下中正]午|[午半]夜|凌晨|清晨|[早晚]上?|傍晚|今晚|夜里|深夜|日|天|时间|至|到|-)\s?$/

const clockMark =
  /(?:点|时)(?:[一三]刻|钟|整|半|许|多|刚|左右|前|后|至|到|开|了|[,。;)])|(?:点|时) ?[\d一二三四五十]{1,3} ?分(?!之[一二三四五六七八九十\d])|时(?=期间)|时(?![候间代期段速光装尚差报事空局而常])/y

function hourOf(text: string, from: number, hour: Rational): Rational {
  const late = afterNoon.test(text.slice(Math.max(0, from - 4), from))
  return late && order(hour, rational(12n)) < 0 ? add(hour, rational(12n)) : hour
}

/** 以12:10拿下, 3:11负于: points, not an hour. */
function isScore(text: string, from: number, to: number): boolean {
  return (
    text.charAt(from - 1) === '以' ||
    /^ ?(?:[战击险获取大完轻逆领落淘力横]|拿下|胜|负于|不敌|输)/.test(text.slice(to, to + 3))
  )
}

/** 9:30, 下午2点, 14时30分, 九点半: the hour of the day with its minutes as a fraction. */
export function readClock(
  text: string,
  from: number,
  number: ChineseNumeral | undefined,
  at: number,
): Reading | undefined {
  clock.lastIndex = from
  const match = clock.exec(text)
  if (match !== null && !isScore(text, from, clock.lastIndex)) {
    const [hours, minutes, seconds] = [BigInt(match[1] ?? ''), BigInt(match[2] ?? ''), BigInt(match[3] ?? 0)]
    if (hours > 24n || minutes > 59n || seconds > 59n) return undefined
    const hour = hourOf(text, from, add(rational(hours), rational(minutes * 60n + seconds, 3600n)))
    return { to: clock.lastIndex, kind: 'time', value: amount(hour), digits: true }
  }
  if (number === undefined || !within(number.min, 0n, 24n) || !within(number.max, 0n, 24n)) return undefined
  clockMark.lastIndex = at
  const before = text.slice(Math.max(0, from - 4), from)
  const marked = clockMark.test(text) || (text.startsWith('点', at) && ofDay.test(before))
  if (!marked) return undefined
  let to = at + 1
  let value = number.min
  if (text.startsWith('半', to)) {
    value = add(value, rational(1n, 2n))
    to += 1
  } else if (text.startsWith('钟', to)) to += 1
  else {
    const quarters = /^[一三1-3]刻/.test(text.slice(to, to + 2)) ? readChineseNumeral(text, to) : undefined
    if (quarters !== undefined) {
      value = add(value, rational(quarters.min.numerator, 4n))
      to += 2
    }
    const minutes = readChineseNumeral(text, text.charAt(to) === ' ' ? to + 1 : to)
    const mark = minutes === undefined ? to : text.charAt(minutes.to) === ' ' ? minutes.to + 1 : minutes.to
    if (minutes !== undefined && text.startsWith('分', mark) && within(minutes.min, 0n, 59n)) {
      value = add(value, rational(minutes.min.numerator, 60n))
      to = mark + 1
    }
  }
  const { digits } = number
  if (!equals(number.min, number.max))
    return { to, kind: 'time', value: amount(hourOf(text, from, number.min), hourOf(text, from, number.max)), digits }
  return { to, kind: 'time', value: amount(hourOf(text, from, value)), digits }
}
