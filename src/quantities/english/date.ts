import { isMonthAbbreviation, months } from '../../language/english/months.ts'
import { decades } from '../../language/english/numerals.ts'
import type { QuantityValue } from '../../model/quantity.ts'
import { createLexicon } from '../number/lexicon.ts'
import { add, equals, order, parseDecimal, rational } from '../number/rational.ts'
import { amount, type Reading } from '../number/reading.ts'
import type { EnglishNumeral } from './numeral.ts'

const monthNames = createLexicon<number>(months)

interface Month {
  readonly to: number
  readonly month: number
  /** may and march are words too; surrounded by a date they are months. */
  readonly doubtful: boolean
}

function monthAt(lower: string, text: string, at: number): Month | undefined {
  const entry = monthNames.longestAt(lower, at)
  if (entry === undefined || !/[A-Z]/.test(text.charAt(at))) return undefined
  let to = at + entry.word.length
  if (/[a-z]/.test(lower.charAt(to))) return undefined
  if (isMonthAbbreviation(entry.word) && text.charAt(to) === '.') to += 1
  return { to, month: entry.value, doubtful: /^(?:may|march|mar)$/.test(entry.word) }
}

const yearAfter = /,? (?:of )?(\d{4})(?![\d,]\d|\d|[a-z]|%| (?:percent|per cent|people|yuan))/y
const dayAfter =
  / (?:the )?(\d{1,2})(?:st|nd|rd|th)?(?![\d:%]|[.,]\d| ?(?:a\.?m|p\.?m|percent|per cent|million|billion|o'clock))/y
/** May and March begin sentences as verbs; after a small word inside one, their capital makes them months. */
const afterSmallWord = /(?:[a-z]['’]?[ -]|[\d,(] ?)$/

function dateOf(parts: { year?: number; month?: number; day?: number }, to: number, digits: boolean): Reading {
  const value: QuantityValue = { type: 'date', ...parts }
  if (parts.month === undefined) return { to, kind: 'year', value, digits }
  if (parts.day === undefined && parts.year === undefined) return { to, kind: 'month', value, digits }
  return { to, kind: 'date', value, digits }
}

function yearFrom(lower: string, at: number): { to: number; year?: number } {
  yearAfter.lastIndex = at
  const year = yearAfter.exec(lower)?.[1]
  return year === undefined || Number(year) < 1000 || Number(year) > 2200
    ? { to: at }
    : { to: yearAfter.lastIndex, year: Number(year) }
}

const afterPreposition = /(?:^|\W)(?:In|On|By|Since|Last|This|Next|Until|From|Early|Late)[ -]$/

/** October 14, 2024; October 2024; Oct. 14; October. */
export function readMonthFirst(lower: string, text: string, at: number): Reading | undefined {
  const monthName = monthAt(lower, text, at)
  if (monthName === undefined) return undefined
  const { month } = monthName
  dayAfter.lastIndex = monthName.to
  const day = Number(dayAfter.exec(lower)?.[1] ?? 0)
  if (day >= 1 && day <= 31) {
    const { to, year } = yearFrom(lower, dayAfter.lastIndex)
    return dateOf(year === undefined ? { month, day } : { year, month, day }, to, true)
  }
  const { to, year } = yearFrom(lower, monthName.to)
  if (year !== undefined) return dateOf({ year, month }, to, true)
  const before = text.slice(Math.max(0, at - 7), at)
  if (monthName.doubtful && !afterSmallWord.test(before) && !afterPreposition.test(before)) return undefined
  return dateOf({ month }, monthName.to, false)
}

const ofMonth = /(?: of|,)? (?=[a-z])/y

/** 14 October 2024, the 14th of October: a day before its month. */
function readDayFirst(lower: string, text: string, number: EnglishNumeral): Reading | undefined {
  if (
    !equals(number.min, number.max) ||
    number.min.denominator !== 1n ||
    number.min.numerator < 1n ||
    number.min.numerator > 31n
  )
    return undefined
  ofMonth.lastIndex = number.to
  if (!ofMonth.test(lower)) return undefined
  const monthName = monthAt(lower, text, ofMonth.lastIndex)
  if (monthName === undefined || (number.form === 'cardinal' && !number.plain)) return undefined
  const { to, year } = yearFrom(lower, monthName.to)
  const day = Number(number.min.numerator)
  return dateOf(year === undefined ? { month: monthName.month, day } : { year, month: monthName.month, day }, to, true)
}

const decade = /((?:1\d|20)\d0|\d0)'?s(?![a-z])/y
const decadeWords = createLexicon<bigint>(decades)

/** The words that can begin a date or a decade. */
export const dateOpeners: readonly string[] = [...months.map(([name]) => name), ...decades.keys()]

/** 1970s, the seventies. */
export function readDecade(lower: string, at: number): Reading | undefined {
  decade.lastIndex = at
  const digits = decade.exec(lower)?.[1]
  if (digits !== undefined)
    return {
      to: decade.lastIndex,
      kind: 'year',
      value: amount(rational(BigInt(digits))),
      unit: 'decade',
      digits: true,
    }
  const named = decadeWords.longestAt(lower, at)
  if (named === undefined || /[a-z]/.test(lower.charAt(at + named.word.length))) return undefined
  return {
    to: at + named.word.length,
    kind: 'year',
    value: amount(rational(named.value)),
    unit: 'decade',
    digits: false,
  }
}

/** 1:57.79: a race time, in seconds. */
const raceTime = /(\d{1,2}):(\d{2}\.\d{1,3})(?![\d:])/y

function readRaceTime(lower: string, at: number): Reading | undefined {
  raceTime.lastIndex = at
  const match = raceTime.exec(lower)
  if (match === null) return undefined
  const seconds = add(rational(BigInt(match[1] ?? '') * 60n), parseDecimal(match[2] ?? ''))
  return { to: raceTime.lastIndex, kind: 'duration', value: amount(seconds), unit: 'second', digits: true }
}

const twelve = rational(12n)
const clock = /(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?![\d%])(?: ?(a\.?m\b\.?|p\.?m\b\.?|noon))?/y
const halfDay =
  /(?: o'?clock| o’clock)?,? ?(a\.?m\b\.?|p\.?m\b\.?)|(?: o['’]clock)?(?: in the (morning|afternoon|evening)| at (night))(?![a-z])| o['’]clock/y

/** 1200 GMT: four digits are an hour where a clock is named. */
const wholeClock = /(\d{2})(\d{2})(?= ?(?:gmt|utc|local time|beijing time)\b)/y

/** 9:30, 9:30 am, 1200 GMT, 5am, 5 p.m., 9 o'clock: the hour of the day with its minutes as a fraction. */
function readClock(lower: string, at: number, number: EnglishNumeral): Reading | undefined {
  const withHalf = (hour: EnglishNumeral['min'], half: string | undefined) => {
    if (half?.startsWith('p') && order(hour, rational(12n)) < 0) return add(hour, rational(12n))
    return hour
  }
  wholeClock.lastIndex = at
  const whole = wholeClock.exec(lower)
  if (whole !== null && Number(whole[1]) <= 24 && Number(whole[2]) < 60) {
    const hour = rational(BigInt(whole[1] ?? '') * 60n + BigInt(whole[2] ?? ''), 60n)
    return { to: wholeClock.lastIndex, kind: 'time', value: amount(hour), digits: true }
  }
  clock.lastIndex = at
  const match = clock.exec(lower)
  if (match !== null && (lower.charAt(at + (match[1]?.length ?? 0)) === ':' || match[4] !== undefined)) {
    const [hours, minutes, seconds] = [BigInt(match[1] ?? ''), BigInt(match[2] ?? ''), BigInt(match[3] ?? 0)]
    if (hours > 24n || minutes > 59n || seconds > 59n) return undefined
    return {
      to: clock.lastIndex,
      kind: 'time',
      value: amount(withHalf(add(rational(hours), rational(minutes * 60n + seconds, 3600n)), match[4])),
      digits: true,
    }
  }
  // What follows a colon is minutes, whatever comes after.
  if (lower.charAt(at - 1) === ':') return undefined
  if (number.form !== 'cardinal' || order(number.max, rational(24n)) > 0) return undefined
  halfDay.lastIndex = number.to
  const half = halfDay.exec(lower)
  if (half === null) return undefined
  const part = half[2] ?? half[3]
  if (part !== undefined && order(number.max, twelve) > 0) return undefined
  const dayHalf = part === undefined ? half[1] : part === 'morning' ? 'am' : 'pm'
  return {
    to: halfDay.lastIndex,
    kind: 'time',
    value: amount(withHalf(number.min, dayHalf), withHalf(number.max, dayHalf)),
    digits: number.digits,
  }
}

function readYear(number: EnglishNumeral, length: number): Reading | undefined {
  if (!number.plain || number.min.denominator !== 1n || length < 4) return undefined
  const [low, high] = [number.min.numerator, number.max.numerator]
  if (low < 1000n || low > 2200n) return undefined
  if (low === high) return { to: number.to, kind: 'year', value: { type: 'date', year: Number(low) }, digits: true }
  return high > 2200n ? undefined : { to: number.to, kind: 'year', value: amount(number.min, number.max), digits: true }
}

/** 2015-16: the second year by its last two digits. */
const shortSpan = /(\d{4})[-–/](\d{2})(?!\d|[-–/])/y

function readYearSpan(lower: string, at: number): Reading | undefined {
  shortSpan.lastIndex = at
  const match = shortSpan.exec(lower)
  const [first, last] = [Number(match?.[1] ?? 0), Number(match?.[2] ?? 0)]
  if (match === null || first < 1000 || first > 2200 || last <= first % 100) return undefined
  const value = amount(rational(BigInt(first)), rational(BigInt(first - (first % 100) + last)))
  return { to: shortSpan.lastIndex, kind: 'year', value, digits: true }
}

/** Dates, times and years that begin with a numeral at `at`. A year only where nothing follows that it counts. */
export function readEnglishDate(lower: string, text: string, at: number, number: EnglishNumeral): Reading | undefined {
  const dayFirst = readDayFirst(lower, text, number)
  if (dayFirst !== undefined) return dayFirst
  const raced = readRaceTime(lower, at)
  if (raced !== undefined) return raced
  const clockTime = readClock(lower, at, number)
  if (clockTime !== undefined) return clockTime
  return readYearSpan(lower, at)
}

export function readEnglishYear(at: number, number: EnglishNumeral): Reading | undefined {
  return readYear(number, number.to - at)
}
