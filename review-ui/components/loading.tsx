import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../src/model/refusal.ts'
import type { Unreachable } from '../api.ts'
import { useWords } from './coded-words.tsx'
import { Notice } from './notice.tsx'

/** What stands in the place of what a page has asked for: why it did not come, with another try, or that it is coming. */
export function Loading({
  failure,
  waiting,
  again,
}: {
  failure: Refusal | Unreachable | null
  /** Whether there is nothing to show yet. */
  waiting: boolean
  again: () => unknown
}) {
  const { t } = useTranslation()
  const words = useWords()
  if (failure === null) return waiting ? <p className="waiting">{t('common.loading')}</p> : null
  return (
    <Notice
      wrong
      aside={
        <button type="button" className="button" onClick={() => again()}>
          {t('common.again')}
        </button>
      }
    >
      {words.failure(failure)}
    </Notice>
  )
}
