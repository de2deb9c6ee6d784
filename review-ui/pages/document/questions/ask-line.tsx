import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWords } from '../../../components/coded-words.tsx'
import { Icon } from '../../../components/icon.tsx'
import { dollarsOf } from '../drafting/money.ts'
import type { Questions, QuestionsView } from './use-questions.ts'

/** Has the model asked about the sentence or the whole document, after saying what is sent where and what it may cost. */
export function AskLine({ view, segment, questions }: { view: QuestionsView; segment: string; questions: Questions }) {
  const { t, i18n } = useTranslation()
  const id = useId()
  const [dollars, setDollars] = useState('')
  const { unasked, host, expected } = view
  if (unasked.length === 0) return <p className="soft">{t('questions.allAsked', { count: view.asked })}</p>
  const { microdollars, inputTokens, outputTokens } = expected
  const limit = Number(dollars) > 0 ? Number(dollars) : null
  const cost = microdollars === null ? '' : t('questions.cost', { cost: dollarsOf(microdollars, i18n.language) })
  return (
    <div className="ask">
      <p className={host === '' ? 'soft' : ''}>
        <Icon name={host === '' ? 'stays' : 'leaves'} />{' '}
        {host === '' ? t('questions.stays') : t('questions.goes', { host })}
      </p>
      <p className="row-of-buttons">
        {unasked.includes(segment) && (
          <button
            type="button"
            className="button"
            disabled={questions.busy}
            onClick={() => void questions.ask([segment], limit)}
          >
            {t('questions.askThis')}
          </button>
        )}
        <button
          type="button"
          className="button"
          disabled={questions.busy}
          onClick={() => void questions.ask(null, limit)}
        >
          {t('questions.askAll', { count: unasked.length })}
        </button>
      </p>
      <p className="soft">
        {t('questions.expected', { tokens: (inputTokens + outputTokens).toLocaleString(i18n.language) })} {cost}
      </p>
      {microdollars !== null && (
        <p className="limit">
          <label htmlFor={id}>{t('questions.limit')}</label>
          <input
            id={id}
            className="input"
            type="number"
            inputMode="decimal"
            min="0"
            step="0.01"
            value={dollars}
            onChange={({ target }) => setDollars(target.value)}
          />
        </p>
      )}
    </div>
  )
}

/** How far the model has been asked, what it used, and why it stopped. */
export function RunLine({
  status,
  onStop,
}: {
  status: NonNullable<QuestionsView['status']>
  /** Null for somebody who may not stop it. */
  onStop: (() => void) | null
}) {
  const { t, i18n } = useTranslation()
  const words = useWords()
  const { running, done, total, unanswered, spending, waiting, refused } = status
  const tokens = spending.reduce((sum, { inputTokens, outputTokens }) => sum + inputTokens + outputTokens, 0)
  const priced = spending.flatMap(({ microdollars }) => microdollars ?? [])
  const cost = priced.reduce((sum, each) => sum + each, 0)
  return (
    <div className="ask">
      <p role="status">
        {t(running ? 'questions.running' : 'questions.ran', { done, count: total })}{' '}
        {t('questions.used', { tokens: tokens.toLocaleString(i18n.language) })}{' '}
        {priced.length > 0 && t('questions.spent', { cost: dollarsOf(cost, i18n.language) })}{' '}
        {unanswered > 0 && t('questions.unanswered', { count: unanswered })}
      </p>
      {running && <progress max={total} value={done} aria-label={t('questions.title')} />}
      {waiting && <p className="soft">{words.refusal(waiting)}</p>}
      {refused && <p className="red">{words.refusal(refused)}</p>}
      {running && onStop && (
        <button type="button" className="button" onClick={onStop}>
          {t('drafting.stop')}
        </button>
      )}
    </div>
  )
}
