import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { TermImpactOnSegment } from '../../../src/contract/views/terms.ts'
import { findingKey } from '../../../src/model/finding.ts'
import { plain } from '../../../src/model/inline.ts'
import { useWords } from '../../components/coded-words.tsx'
import { Differences } from '../../components/differences.tsx'
import { Icon } from '../../components/icon.tsx'
import { MarkedSpans } from '../../components/marked-spans.tsx'
import { type Fate, isAcceptable, type Row } from './logic/proposals.ts'

/** What a row asks of the list that it stands in. */
export interface RowActs {
  /** The ref of what stands for the row to the keyboard. */
  ref(key: string): (element: HTMLElement | null) => void
  /** Makes Tab stop at the row. */
  stop(key: string): void
  choose(key: string, on: boolean): void
  accept(row: Row): void
}

/** One touched sentence: its Chinese with the term marked, its English as it is and as proposed, and why. */
export const TouchedRow = memo(function TouchedRow({
  row,
  fate,
  chosen,
  stop,
  mayEdit,
  busy,
  acts,
}: {
  row: Row
  fate: Fate | undefined
  chosen: boolean
  /** Whether Tab stops here. */
  stop: boolean
  mayEdit: boolean
  busy: boolean
  acts: RowActs
}) {
  const { t } = useTranslation()
  const { key, document, segment } = row
  const { id, number, source, places, target, proposal } = segment
  const tabIndex = stop ? 0 : -1
  const chooses = mayEdit && proposal !== null && fate?.type !== 'accepted'
  const open = (
    <Link
      href={`/d/${document.id}/${id}`}
      className="number"
      aria-label={t('impact.openIn', { number })}
      tabIndex={tabIndex}
      {...(!chooses && { ref: acts.ref(key) })}
    >
      {number}
    </Link>
  )
  return (
    <li data-fate={fate?.type} onFocus={() => acts.stop(key)}>
      <div className="choice">
        {chooses && (
          <input
            type="checkbox"
            aria-label={t('impact.choose', { number })}
            ref={acts.ref(key)}
            tabIndex={tabIndex}
            checked={chosen}
            aria-disabled={busy || undefined}
            onChange={(event) => !busy && acts.choose(key, event.target.checked)}
          />
        )}
        {open}
      </div>
      <div className="chinese">
        <p className="zh" lang="zh-CN">
          <MarkedSpans text={source} spans={places} />
        </p>
      </div>
      <div className="english">
        {proposal === null ? (
          <p className="en" lang="en">
            {plain(target)}
          </p>
        ) : (
          <Differences before={plain(target)} after={plain(proposal)} lang="en" />
        )}
        {fate?.type !== 'accepted' && <Why segment={segment} />}
        <Outcome fate={fate} />
        {chooses && (
          <p>
            <button
              type="button"
              className="text-button"
              aria-label={t('impact.acceptIn', { number })}
              tabIndex={tabIndex}
              disabled={busy || !isAcceptable(row, fate === undefined ? new Map() : new Map([[key, fate]]))}
              onClick={() => acts.accept(row)}
            >
              {t('impact.accept')}
            </button>
          </p>
        )}
      </div>
    </li>
  )
})

function Why({ segment: { findings, proposal, draft, state } }: { segment: TermImpactOnSegment }) {
  const { t } = useTranslation()
  const words = useWords()
  return (
    <ul className="why">
      {findings.map((finding) => (
        <li key={`${findingKey(finding)} ${finding.target?.from}`}>
          <Icon name={finding.severity} /> {words.finding(finding)}
        </li>
      ))}
      {proposal === null && <li>{t('impact.write')}</li>}
      <li className="soft">
        <Icon name={draft ? 'draft' : state === 'initial' ? 'edited' : state} />{' '}
        {draft ? t('impact.draft') : t(`state.${state}`)}
      </li>
    </ul>
  )
}

function Outcome({ fate }: { fate: Fate | undefined }) {
  const { t } = useTranslation()
  const words = useWords()
  if (fate === undefined) return null
  if (fate.type === 'sending') return <p>{t('impact.sending')}</p>
  if (fate.type === 'accepted') {
    return (
      <p>
        <Icon name="met" /> {t('impact.accepted')}
      </p>
    )
  }
  return (
    <p className="red">
      <Icon name="error" /> {t('impact.refused')} {words.failure(fate.why)}
    </p>
  )
}
