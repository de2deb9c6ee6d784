import type { TFunction } from 'i18next'
import type { FindingCode } from '../model/finding.ts'
import { tell } from './outcome.ts'

/** What was looked at, and by which checks. */
interface Checked {
  readonly pairs: number
  /** Units without a Chinese text or a place for English. */
  readonly skipped: number
  readonly checks: readonly FindingCode[]
  readonly notRun: readonly FindingCode[]
  readonly checker: string
}

/** Says how much was checked and by what, so that no finding is never taken for more than it is. */
export function tellChecked({ pairs, skipped, checks, notRun, checker }: Checked, t: TFunction): void {
  const names = (codes: readonly FindingCode[]) =>
    codes.map((code) => t(`finding-names:${code}`)).join(t('list.semicolon'))
  tell(t('check.ran', { count: checks.length, pairs, checker, checks: names(checks) }))
  if (notRun.length > 0) tell(t('check.notRun', { checks: names(notRun) }))
  if (skipped > 0) tell(t('check.skipped', { count: skipped }))
}
