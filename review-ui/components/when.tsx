import { useTranslation } from 'react-i18next'
import { useSession } from '../shell/session.tsx'

/** An instant in the workspace's time zone: the time alone when it was today, else with the date. */
export function When({ at, full = false }: { at: string; full?: boolean }) {
  const { i18n } = useTranslation()
  const { session } = useSession()
  return <time dateTime={at}>{whenWords(at, i18n.language, session.workspace.timeZone, full)}</time>
}

function whenWords(at: string, language: string, timeZone: string, full = false): string {
  const zone = timeZone === '' ? {} : { timeZone }
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', ...zone })
  const date = new Date(at)
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hour12: false, ...zone })
  if (!full && day.format(date) === day.format(new Date())) return time.format(date)
  return `${day.format(date)} ${time.format(date)}`
}
