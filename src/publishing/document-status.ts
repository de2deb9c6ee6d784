import type { Release, Withdrawal } from '../model/release.ts'
import type { Calendar } from './words/dates.ts'
import { worded } from './words/words.ts'

/**
 * What `status.json` of a document says: pages of its releases, which never change by themselves, read it to tell that
 * there is a newer one, or that theirs is withdrawn.
 */
interface DocumentStatus {
  readonly type: 'duizhao-status'
  readonly v: 1
  readonly newest: { readonly number: number; readonly at: string }
  /** The withdrawn releases, in words by the languages of pages; absent if there are none. */
  readonly withdrawn?: readonly (Omit<Withdrawal, 'document'> & {
    readonly words: { readonly 'zh-Hans': string; readonly en: string }
  })[]
}

export function statusOf(
  { document, number, at }: Release,
  withdrawals: readonly Withdrawal[],
  calendar: Calendar,
): DocumentStatus {
  const withdrawn = withdrawals
    .filter((withdrawal) => withdrawal.document === document)
    .map(({ document: _, ...withdrawal }) => {
      const { zh, en } = worded('withdrawn', { ...withdrawal, day: calendar.day(withdrawal.at) })
      return { ...withdrawal, words: { 'zh-Hans': zh, en } }
    })
  const newest = { number, at }
  return { type: 'duizhao-status', v: 1, newest, ...(withdrawn.length > 0 && { withdrawn }) }
}
