import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { focusOnArrival, useFocusRescue } from '../../interaction/focus.ts'
import type { useAccepting } from './use-accepting.ts'

/** The buttons that accept many proposals at once and stop doing so, and what came of it. */
export function AcceptingBar({
  accepting,
  onAgain,
}: {
  accepting: ReturnType<typeof useAccepting>
  /** Looks anew at what is touched. */
  onAgain: () => void
}) {
  const { t } = useTranslation()
  const { acceptable, sending, batch, result } = accepting
  const again = useRef<HTMLButtonElement>(null)
  // The button that stopped it is gone with the batch.
  useFocusRescue(result, () => again.current?.focus())
  return (
    <>
      <p className="soft about">{t('impact.how')}</p>
      <p className="soft">{t('impact.keys')}</p>
      <div className="row-of-buttons">
        <button
          type="button"
          className="button primary"
          disabled={sending.length === 0 || batch !== null}
          onClick={() => void accepting.acceptChosen()}
        >
          {sending.length === 0 ? t('impact.acceptNone') : t('impact.acceptChosen', { count: sending.length })}
        </button>
        <button
          type="button"
          className="button"
          disabled={acceptable.length === 0 || batch !== null}
          onClick={accepting.chooseAll}
        >
          {sending.length > 0 ? t('impact.chooseNone') : t('impact.chooseAll', { count: acceptable.length })}
        </button>
        {batch !== null && (
          <button ref={focusOnArrival} type="button" className="button" onClick={accepting.stop}>
            {t('impact.stop')}
          </button>
        )}
        <button ref={again} type="button" className="button" disabled={batch !== null} onClick={onAgain}>
          {t('impact.again')}
        </button>
      </div>
      <p role="status">{batch !== null ? t('impact.progress', { ...batch }) : result}</p>
    </>
  )
}
