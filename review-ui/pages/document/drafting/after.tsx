import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { DraftingStatus } from '../../../../src/contract/views/drafting.ts'
import type { RefusalCode } from '../../../../src/model/refusal.ts'
import type { Failure } from '../../../api.ts'
import { useWords } from '../../../components/coded-words.tsx'
import { FailureNotice } from '../../../components/failure-notice.tsx'
import { Icon } from '../../../components/icon.tsx'
import { useEngineWords } from '../../engines/use-engine-words.ts'

interface AfterProps {
  readonly status: DraftingStatus
  /** How many segments have no English now. */
  readonly empty: number
  readonly may: boolean
  readonly failure: Failure | null
  readonly onGoOn: () => void
  readonly onDiscard: () => Promise<boolean>
  readonly onClose: () => void
}

/** What came of a run, until it is put away: what is met, mended, open and unanswered, and what to do about it. */
export function After({ status, empty, may, failure, onGoOn, onDiscard, onClose }: AfterProps) {
  const { t } = useTranslation()
  const words = useWords()
  const engine = useEngineWords()(status.engine)
  const { done, total, without, tooLong, repaired, open, refused } = status
  const unanswered = without - tooLong
  return (
    <div className="drafting">
      <div>
        <p role="status">
          {refused ? (
            <span className="red">
              <Icon name="error" /> {t('drafting.ended', { engine, done })} {words.refusal(refused)}
            </span>
          ) : (
            t(done < total ? 'drafting.stopped' : 'drafting.finished', { engine, done, count: total })
          )}
        </p>
        {done > 0 && (
          <ul className="outcomes">
            <li>{t('drafting.wereMet', { count: done - without - repaired - open })}</li>
            {repaired > 0 && <li>{t('drafting.wereRepaired', { count: repaired })}</li>}
            {open > 0 && (
              <li>
                <Icon name="warning" /> {t('drafting.areOpen', { count: open })}
              </li>
            )}
            {unanswered > 0 && empty > 0 && <li>{t('drafting.without', { engine, count: unanswered })}</li>}
            {tooLong > 0 && empty > 0 && (
              <li>
                <Icon name="warning" /> {t('drafting.tooLong', { engine, count: tooLong })}
              </li>
            )}
          </ul>
        )}
        {refused && mendedInSettings.has(refused.code) && <Link href="/engines">{t('drafting.setUp')}</Link>}
        {failure && <FailureNotice failure={failure} />}
      </div>
      <span className="row-of-buttons">
        {may && empty > 0 && (refused || done < total) && (
          <button type="button" className="button primary" onClick={onGoOn}>
            {t('drafting.resume')}
          </button>
        )}
        {may && done > without && <Discard onDiscard={onDiscard} onDone={onClose} />}
        <button type="button" className="icon-button" aria-label={t('common.close')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </span>
    </div>
  )
}

/** Refusals that the settings of the engine can mend. */
const mendedInSettings: ReadonlySet<string> = new Set<RefusalCode>([
  'engine-unavailable',
  'engine-key',
  'engine-model',
  'engine-unreachable',
  'engine-unreadable',
  'google-unknown',
  'google-bucket',
  'offline-not-installed',
  'offline-broken',
  'offline-memory',
])

/** Throws away all drafts that no person has touched, after a second press. */
function Discard({ onDiscard, onDone }: { onDiscard: () => Promise<boolean>; onDone: () => void }) {
  const { t } = useTranslation()
  const [sure, setSure] = useState(false)
  if (!sure) {
    return (
      <button type="button" className="button" onClick={() => setSure(true)}>
        {t('drafting.discard')}
      </button>
    )
  }
  return (
    <>
      <span role="status">{t('drafting.discardSure')}</span>
      <button type="button" className="button" onClick={() => void onDiscard().then((done) => done && onDone())}>
        {t('drafting.discardYes')}
      </button>
      <button type="button" className="button" onClick={() => setSure(false)}>
        {t('drafting.discardNo')}
      </button>
    </>
  )
}
