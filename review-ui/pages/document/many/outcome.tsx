import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import type { ManyDone } from '../../../../src/contract/views/many.ts'
import type { ManyAct } from '../../../../src/model/many.ts'
import { SegmentNumbers } from '../../../components/coded-words.tsx'
import { Icon } from '../../../components/icon.tsx'
import { focusOnArrival } from '../../../interaction/focus.ts'
import { useWhy } from './verdict-lines.tsx'

/** `turn`: counts what was done since the page was opened, so that each takes the focus anew. */
export type ManyOutcome = { readonly act: ManyAct; readonly turn: number } & Pick<ManyDone, 'done' | 'refused'>

/** What was done to many sentences, what was not and why, and the way back where there is one. */
export function Outcome({
  outcome,
  busy,
  onUndo,
  onGo,
  onClose,
}: {
  outcome: ManyOutcome | null
  busy: boolean
  onUndo: (segments: readonly string[]) => void
  onGo: (segment: string) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const why = useWhy()
  const numberOf = useContext(SegmentNumbers)
  if (outcome === null) return null
  const { act, done, refused } = outcome
  const undoes = (act === 'translate' || act === 'approve') && done.length > 0
  return (
    <div className="notice">
      <Icon name="met" />
      <div>
        <p tabIndex={-1} ref={focusOnArrival}>
          <b>{t(`many.done.${act}`, { count: done.length })}</b>{' '}
          {refused.length > 0 && t('many.notDone', { count: refused.length })}
        </p>
        {refused.length > 0 && (
          <ul className="refused">
            {refused.slice(0, 50).map(({ segment, refusal }) => (
              <li key={segment}>
                <Icon name="lock" />
                <span>
                  <b>{numberOf(segment) ?? segment}</b> {why(refusal)}
                </span>
                <button type="button" className="text-button" onClick={() => onGo(segment)}>
                  {t('document.goTo', { number: numberOf(segment) ?? segment })}
                </button>
              </li>
            ))}
          </ul>
        )}
        {undoes && (
          <p className="more">
            <button type="button" className="text-button" disabled={busy} onClick={() => onUndo(done)}>
              {t('many.undo', { count: done.length })}
            </button>
          </p>
        )}
      </div>
      <button type="button" className="icon-button" aria-label={t('common.close')} onClick={onClose}>
        <Icon name="close" />
      </button>
    </div>
  )
}
