import type { TFunction } from 'i18next'
import type { Notice, Tell } from '../server/notices.ts'
import { tell } from './outcome.ts'

/** Notices of the server as lines on standard error. */
export function noticesTo(t: TFunction): Tell {
  return (notice) => tell(wordsOf(t, notice))
}

function wordsOf(t: TFunction, notice: Notice): string {
  switch (notice.type) {
    case 'journal': {
      const { journal, report } = notice
      if (report.type === 'tail-moved') return t('notice.tail', { journal, file: report.file, bytes: report.bytes })
      return t('notice.damaged', { journal, entries: report.damage.map(({ line }) => line).join(t('list.comma')) })
    }
    case 'site-behind':
      return t('notice.site', { journal: notice.journal })
    case 'disk-full':
    case 'disk-read-only':
      return t(`notice.${notice.type}`)
    case 'fault-unwritten':
      return t('notice.faultUnwritten', { number: notice.number, place: notice.place, reason: notice.reason })
    case 'fault':
      return t('notice.fault', { number: notice.number, place: notice.place, file: notice.file })
  }
}
