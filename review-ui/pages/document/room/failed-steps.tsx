import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../../../api.ts'
import { useWords } from '../../../components/coded-words.tsx'
import { Notice } from '../../../components/notice.tsx'
import { announce } from '../../../shell/announce.tsx'
import type { Row } from '../logic/row.ts'

/** A step that was not done after one had gone on. */
export interface FailedStep {
  readonly id: string
  readonly number: number
  readonly failure: Failure
}

/** The steps that were left behind and not done, one a segment. */
export function useFailedSteps() {
  const [failed, setFailed] = useState<readonly FailedStep[]>([])
  const forget = (segment: string) => setFailed((before) => before.filter(({ id }) => id !== segment))
  return {
    failed,
    forget,
    /** Hears what became of a step: null is done. */
    hear({ id, number }: Row, failure: Failure | null, done: string) {
      forget(id)
      if (failure === null) announce(done)
      else setFailed((before) => [...before, { id, number, failure }])
    },
  }
}

export function FailedSteps({ failed, onGo }: { failed: readonly FailedStep[]; onGo: (segment: string) => void }) {
  const { t } = useTranslation()
  const words = useWords()
  return failed.map(({ id, number, failure }) => (
    <Notice
      key={id}
      wrong
      aside={
        <button type="button" className="button" onClick={() => onGo(id)}>
          {t('document.goTo', { number })}
        </button>
      }
    >
      <b>{t('document.notDone', { number })}</b> {words.failure(failure)}
    </Notice>
  ))
}
