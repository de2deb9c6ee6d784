import { type HeldNotice, noticeLimits } from '../../model/notice.ts'
import { dayIn } from '../assignments.ts'
import type { HeldNotices } from './held-notices.ts'

const hour = 60 * 60 * 1000

/** The day of the office at an instant, where a day lasts from morning to morning. */
export function officeDay(timeZone: string, at: string): string {
  return dayIn(timeZone, new Date(Date.parse(at) - noticeLimits.morning * hour).toISOString())
}

/** The first instant of the next day of the office after `at`, to the quarter of an hour, in which all time zones differ. */
export function nextMorning(timeZone: string, at: string): string {
  const quarter = hour / 4
  const day = officeDay(timeZone, at)
  let instant = Math.floor(Date.parse(at) / quarter) * quarter
  do instant += quarter
  while (officeDay(timeZone, new Date(instant).toISOString()) === day)
  return new Date(instant).toISOString()
}

/** An e-mail that a person is to get, and when. */
export interface PlannedMail {
  readonly person: string
  readonly notices: readonly HeldNotice[]
  readonly digest: boolean
  readonly due: string
}

/**
 * The e-mails that what waits comes to. At once: so long after the first of its notices that those that belong together
 * come together, and not soon after the one before to the same person. Daily: in the morning after the first.
 */
export function plannedMails({ held, mailed }: HeldNotices, timeZone: string): readonly PlannedMail[] {
  return [...held].flatMap(([person, notices]): readonly PlannedMail[] => {
    const atOnce = notices.filter(({ mail, read }) => mail === 'at-once' && !read)
    const daily = notices.filter(({ mail, read }) => mail === 'daily' && !read)
    const [first] = atOnce
    const [oldest] = daily
    const last = mailed.get(person)
    return [
      ...(first
        ? [
            {
              person,
              notices: atOnce,
              digest: false,
              due: later(after(first.at, 'gathering'), last && after(last, 'between')),
            },
          ]
        : []),
      ...(oldest ? [{ person, notices: daily, digest: true, due: nextMorning(timeZone, oldest.at) }] : []),
    ]
  })
}

function after(at: string, how: 'gathering' | 'between'): string {
  return new Date(Date.parse(at) + noticeLimits[how]).toISOString()
}

function later(one: string, other: string | undefined): string {
  return other !== undefined && other > one ? other : one
}
