import { useTranslation } from 'react-i18next'
import type { Refusal } from '../../../../src/model/refusal.ts'
import type { Unreachable } from '../../../api.ts'
import { useWords } from '../../../components/coded-words.tsx'
import { Notice } from '../../../components/notice.tsx'

/** A step that was not done after one had gone on. */
export interface Trouble {
  readonly id: string
  readonly number: number
  readonly outcome: Refusal | Unreachable
}

export function Troubles({ troubles, onGo }: { troubles: readonly Trouble[]; onGo: (segment: string) => void }) {
  const { t } = useTranslation()
  const words = useWords()
  return troubles.map(({ id, number, outcome }) => (
    <Notice
      key={id}
      wrong
      aside={
        <button type="button" className="button" onClick={() => onGo(id)}>
          {t('document.goTo', { number })}
        </button>
      }
    >
      <b>{t('document.notDone', { number })}</b> {words.failure(outcome)}
    </Notice>
  ))
}
