import { useTranslation } from 'react-i18next'
import { useSession } from '../shell/session.tsx'

/** An instant in the workspace's time zone: the time alone when it was today, else with the date. */
export function When({ at, full = false }: { at: string; full?: boolean }) {
  const { i18n } = useTranslation()
  const { session } = useSession()
  return <time dateTime={at}>{whenWords(at, i18n.language, session.workspace.timeZone, full)}</time>
}

/** The day of an instant in the workspace's time zone, without the time. */
export function DayOf({ at }: { at: string }) {
  const { i18n } = useTranslation()
  const { session } = useSession()
  return <time dateTime={at}>{formatsIn(i18n.language, session.workspace.timeZone).day.format(new Date(at))}</time>
}

/** Making one takes far longer than using it, and a page may hold thousands of instants. */
const formats = new Map<string, { readonly day: Intl.DateTimeFormat; readonly time: Intl.DateTimeFormat }>()

function formatsIn(language: string, timeZone: string) {
  const key = `${language} ${timeZone}`
  const known = formats.get(key)
  if (known) return known
  const zone = timeZone === '' ? {} : { timeZone }
  const made = {
    day: new Intl.DateTimeFormat(language, { dateStyle: 'medium', ...zone }),
    time: new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hour12: false, ...zone }),
  }
  formats.set(key, made)
  return made
}

function whenWords(at: string, language: string, timeZone: string, full = false): string {
  const { day, time } = formatsIn(language, timeZone)
  const date = new Date(at)
  if (!full && day.format(date) === day.format(new Date())) return time.format(date)
  return `${day.format(date)} ${time.format(date)}`
}
