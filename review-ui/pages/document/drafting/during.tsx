import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftingStatus } from '../../../../src/contract/views/drafting.ts'
import type { Failure } from '../../../api.ts'
import { useWords } from '../../../components/coded-words.tsx'
import { FailureNotice } from '../../../components/failure-notice.tsx'
import { Icon } from '../../../components/icon.tsx'
import { useEngineWords } from '../../engines/use-engine-words.ts'
import { dollarsOf } from './money.ts'

interface DuringProps {
  readonly status: DraftingStatus
  /** Null for somebody who may not stop it. */
  readonly onStop: (() => void) | null
  readonly failure: Failure | null
}

/** How far a run is, how fast, and what came of it so far. */
export function During({ status, onStop, failure }: DuringProps) {
  const { t } = useTranslation()
  const words = useWords()
  const engine = useEngineWords()(status.engine)
  const { done, total, waiting } = status
  return (
    <div className="drafting">
      <div>
        <p>
          <b role="status">{t('drafting.running', { engine })}</b> {t('drafting.progress', { done, count: total })}
        </p>
        <progress max={total} value={done} aria-label={t('drafting.running', { engine })} />
        {waiting && (
          <p role="status">
            <Icon name="note" /> {t('drafting.waiting', { count: Math.ceil(waiting.milliseconds / 1000) })}{' '}
            {words.refusal(waiting)}
          </p>
        )}
        <Tally status={status} />
        {failure && <FailureNotice failure={failure} />}
        <p className="soft">{t('drafting.meanwhile')}</p>
      </div>
      {onStop && (
        <button type="button" className="button" onClick={onStop}>
          {t('drafting.stop')}
        </button>
      )}
    </div>
  )
}

function Tally({ status }: { status: DraftingStatus }) {
  const { t, i18n } = useTranslation()
  const { done, total, without, repaired, open, spending } = status
  const rate = useRate(status)
  const priced = spending.filter(({ microdollars }) => microdollars !== null)
  const cost = priced.reduce((sum, { microdollars }) => sum + (microdollars ?? 0), 0)
  return (
    <dl className="tally">
      {rate > 0 && (
        <>
          <div>
            <dt>{t('drafting.rate')}</dt>
            <dd>{t('drafting.aMinute', { count: Math.round(rate * 60) })}</dd>
          </div>
          <div>
            <dt>{t('drafting.left')}</dt>
            <dd>{leftWords((total - done) / rate, t)}</dd>
          </div>
        </>
      )}
      <div>
        <dt>{t('drafting.atOnce')}</dt>
        <dd>{done - without - repaired - open}</dd>
      </div>
      <div>
        <dt>{t('drafting.repaired')}</dt>
        <dd>{repaired}</dd>
      </div>
      <div>
        <dt>{t('drafting.open')}</dt>
        <dd>{open}</dd>
      </div>
      {priced.length > 0 && (
        <div>
          <dt>{t('drafting.soFar')}</dt>
          <dd>{dollarsOf(cost, i18n.language)}</dd>
        </div>
      )}
    </dl>
  )
}

/** Segments a second since this page first saw the run; 0 as long as that says nothing. */
function useRate({ startedAt, done }: DraftingStatus): number {
  const first = useRef<{ readonly run: string; readonly at: number; readonly done: number } | null>(null)
  if (first.current?.run !== startedAt) first.current = { run: startedAt, at: performance.now(), done }
  const seconds = (performance.now() - first.current.at) / 1000
  const more = done - first.current.done
  return seconds < 2 || more === 0 ? 0 : more / seconds
}

function leftWords(seconds: number, t: ReturnType<typeof useTranslation>['t']): string {
  const rounded = Math.max(1, Math.round(seconds))
  return rounded < 90
    ? t('drafting.seconds', { count: rounded })
    : t('drafting.minutes', { count: Math.round(rounded / 60) })
}
