import type { TFunction } from 'i18next'
import type { ImportNotice } from '../model/import-notice.ts'
import type { Notice, Tell } from '../server/notices.ts'
import { wordsOfFault } from './commands/verify-words.ts'
import { tell } from './outcome.ts'

/** What was noticed in a file, as lines on standard error, so that results for machines stay what they are. */
export function tellNotices(notices: readonly ImportNotice[], t: TFunction, file: string): void {
  for (const notice of notices) tell(t('about', { file, words: noticeWords(notice, t) }))
}

export function noticeWords({ code, params }: ImportNotice, t: TFunction): string {
  return t(`notices:${code}`, { ...params })
}

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
    case 'ledger':
      return `${wordsOfFault(t, notice.fault)} ${t('notice.ledger')}`
    case 'ledger-checked': {
      const { journals, entries, faults } = notice
      return t(faults === 0 ? 'notice.ledgerWhole' : 'notice.ledgerFaults', { journals, entries, faults })
    }
    case 'clock':
      return t('notice.clock', { clock: notice.clock, at: notice.at })
    case 'site-behind':
      return t('notice.site', { journal: notice.journal })
    case 'disk-full':
    case 'disk-read-only':
      return t(`notice.${notice.type}`)
    case 'store-unavailable':
      return t('notice.store-unavailable', { reason: notice.reason })
    case 'fault-unwritten':
      return t('notice.faultUnwritten', { number: notice.number, place: notice.place, reason: notice.reason })
    case 'fault':
      return t('notice.fault', { number: notice.number, place: notice.place, file: notice.file })
  }
}
