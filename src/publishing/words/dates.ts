import type { Dialect } from '../../model/house-style.ts'

/** A text in both languages of a page. */
export interface Bilingual {
  readonly zh: string
  readonly en: string
}

/** Writes instants as days and minutes of one time zone, which it names, in the order of the house style's English. */
export interface Calendar {
  /** `2026年11月18日`, `November 18, 2026` or `18 November 2026` */
  day(iso: string): Bilingual
  /** The day and the minute, on a clock of 24 hours. */
  minute(iso: string): Bilingual
  /** A year, a month or a day without a time zone: `2018-09` is `2018年9月` and `September 2018`. */
  date(date: string): Bilingual
  /** The zone and its distance from UTC at that instant: `Asia/Shanghai, UTC+08:00`. */
  zone(iso: string): string
}

const shape = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,3}))?Z$/

/**
 * Milliseconds since 1970 of an instant in UTC, ISO 8601; null for anything else. By arithmetic on the Gregorian
 * calendar, with years begun in March so that the leap day comes last.
 */
export function millisecondsOf(iso: string): number | null {
  const parts = shape.exec(iso)
  if (!parts) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map(Number)
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 60) return null
  const shifted = month <= 2 ? year - 1 : year
  const days =
    365 * shifted +
    Math.floor(shifted / 4) -
    Math.floor(shifted / 100) +
    Math.floor(shifted / 400) +
    Math.floor((153 * ((month + 9) % 12) + 2) / 5) +
    day -
    719469
  return ((days * 24 + hour) * 60 + minute) * 60_000 + second * 1000 + Number((parts[7] ?? '').padEnd(3, '0'))
}

/** A calendar for an IANA time zone; an unknown zone is written in UTC, and says so. */
export function calendarOf(timeZone: string, dialect: Dialect): Calendar {
  const zone = isTimeZone(timeZone) ? timeZone : 'UTC'
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const short = new Intl.DateTimeFormat('en-GB', { timeZone: zone, month: 'numeric' })
  const offset = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' })
  const written = (iso: string, withMinute: boolean): Bilingual => {
    const at = millisecondsOf(iso)
    if (at === null) return { zh: iso, en: iso }
    const part = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]))
    const [year, day] = [part.get('year'), part.get('day')]
    const clock = withMinute ? `${part.get('hour')}:${part.get('minute')}` : ''
    return {
      zh: `${year}年${short.format(at)}月${day}日${clock && ` ${clock}`}`,
      en: `${inOrder(dialect, { day, month: part.get('month'), year })}${clock && `, ${clock}`}`,
    }
  }
  return {
    day: (iso) => written(iso, false),
    minute: (iso) => written(iso, true),
    date: (date) => writtenDate(date, dialect),
    zone: (iso) => {
      const name = offset.formatToParts(millisecondsOf(iso) ?? 0).find(({ type }) => type === 'timeZoneName')?.value
      const distance = name === undefined || /^GMT(\+00:00)?$/.test(name) ? 'UTC' : name.replace('GMT', 'UTC')
      return distance === zone ? zone : `${zone}, ${distance}`
    },
  }
}

const months = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long' })

type Part = string | number | undefined

function inOrder(dialect: Dialect, { day, month, year }: Readonly<Record<'day' | 'month' | 'year', Part>>): string {
  return dialect === 'american' ? `${month} ${day}, ${year}` : `${day} ${month} ${year}`
}

function writtenDate(date: string, dialect: Dialect): Bilingual {
  const [year = '', month, day] = date.split('-')
  if (month === undefined) return { zh: `${year}年`, en: year }
  const name = months.format(millisecondsOf(`2000-${month}-01T00:00:00Z`) ?? 0)
  if (day === undefined) return { zh: `${year}年${Number(month)}月`, en: `${name} ${year}` }
  return {
    zh: `${year}年${Number(month)}月${Number(day)}日`,
    en: inOrder(dialect, { day: Number(day), month: name, year }),
  }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return name !== ''
  } catch {
    return false
  }
}
