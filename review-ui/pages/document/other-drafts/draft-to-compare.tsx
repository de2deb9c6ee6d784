import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { type Inline, plain } from '../../../../src/model/inline.ts'
import { differences } from '../../../../src/review/differences.ts'
import { useWords } from '../../../components/coded-words.tsx'
import { FailureNotice } from '../../../components/failure-notice.tsx'
import { Icon } from '../../../components/icon.tsx'
import { useEngineWords } from '../../engines/use-engine-words.ts'
import { dollarsOf } from '../drafting/money.ts'
import type { Reading } from '../logic/reading.ts'
import type { Row } from '../logic/row.ts'
import type { AskedDraft } from '../room/asked-drafts.ts'

/** One draft to be compared: who made it, in what time and for how much, what is wrong with it, and its words. */
export function DraftToCompare({
  ref,
  number,
  draft,
  row,
  reading,
  own,
  onUse,
}: {
  ref: Ref<HTMLButtonElement>
  number: number
  draft: AskedDraft
  row: Row
  reading: Reading
  own: string
  onUse: (() => void) | null
}) {
  const { t } = useTranslation()
  const { outcome } = draft
  const engine = useEngineWords()(draft.engine)
  const made = outcome.type === 'answered' ? outcome.answer.draft : null
  const target = made === null ? null : plain(made.target)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a draft is no fieldset
    <div className="draft-to-compare" role="group" aria-label={`${number}: ${engine}`}>
      <span className="number">
        <kbd>{number}</kbd>
      </span>
      <div className="by">
        <p className="who">
          <b>{engine}</b>
          {target !== null && onUse !== null && (
            <button type="button" className="text-button" ref={ref} onClick={onUse}>
              {t('otherDrafts.use')}
              <span className="hidden"> {t('otherDrafts.useFor', { engine })}</span>
            </button>
          )}
        </p>
        {outcome.type === 'asking' && <p role="status">{t('otherDrafts.asking', { engine })}</p>}
        {outcome.type === 'failed' && <FailureNotice failure={outcome.failure} />}
        {outcome.type === 'answered' && <Facts outcome={outcome} />}
        {made !== null && <Defects row={row} reading={reading} target={made.target} />}
      </div>
      <div className="words" role="status">
        {outcome.type === 'answered' && target === null && <p className="soft">{t('otherDrafts.nothing')}</p>}
        {target !== null && <Words own={own} target={target} />}
      </div>
    </div>
  )
}

function Facts({ outcome }: { outcome: Extract<AskedDraft['outcome'], { readonly type: 'answered' }> }) {
  const { t, i18n } = useTranslation()
  const { answer, milliseconds } = outcome
  const { draft, spending } = answer
  const priced = spending.filter(({ microdollars }) => microdollars !== null)
  const cost = priced.reduce((sum, { microdollars }) => sum + (microdollars ?? 0), 0)
  const seconds = (milliseconds / 1000).toLocaleString(i18n.language, { maximumFractionDigits: 1 })
  const facts = [
    draft?.origin.type === 'machine' && draft.origin.version,
    t('otherDrafts.seconds', { seconds }),
    priced.length > 0 && dollarsOf(cost, i18n.language),
  ]
  return <small className="soft">{facts.filter(Boolean).join(' · ')}</small>
}

/** The errors that the checks find in a draft, each in words; or that there are none. */
function Defects({ row, reading, target }: { row: Row; reading: Reading; target: Inline }) {
  const { t } = useTranslation()
  const words = useWords()
  const errors = reading.checker
    .findingsFor(row.segment, row.kind, target)
    .filter(({ severity }) => severity === 'error')
  if (errors.length === 0) {
    return (
      <p className="met">
        <Icon name="met" /> {t('otherDrafts.met')}
      </p>
    )
  }
  return (
    <ul className="defects">
      {errors.map((finding) => (
        <li key={words.finding(finding)}>
          <Icon name="error" /> <span>{words.finding(finding)}</span>
        </li>
      ))}
    </ul>
  )
}

/** The words of a draft, those that are not so in one's own underlined. */
function Words({ own, target }: { own: string; target: string }) {
  const { t } = useTranslation()
  if (own === target) return <p className="soft">{t('otherDrafts.same')}</p>
  const parts = own === '' ? [{ type: 'same' as const, text: target }] : differences(own, target)
  return (
    <p className="en" lang="en">
      {parts.map(({ type, text }, index) => {
        const key = index
        if (type === 'removed') return null
        return type === 'added' ? (
          <ins key={key} className="unlike">
            {text}
          </ins>
        ) : (
          text
        )
      })}
    </p>
  )
}
