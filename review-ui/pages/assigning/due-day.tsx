import { useTranslation } from 'react-i18next'

/** A day of the calendar as people write it, in red where it is over. */
export function DueDay({ day, late }: { day: string; late: boolean }) {
  const { t, i18n } = useTranslation()
  const words = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
  return (
    <time dateTime={day} className={late ? 'red' : ''}>
      {t(late ? 'assign.late' : 'assign.until', { day: words })}
    </time>
  )
}
