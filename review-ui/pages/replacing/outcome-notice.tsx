import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { ReplaceRefused } from '../../../src/contract/views/replacing.ts'
import { SegmentNumbers, useWords } from '../../components/coded-words.tsx'
import { Icon } from '../../components/icon.tsx'
import type { Replacing } from './use-replacing.ts'

/** What was done and what was not, each with its way on; and the one way back. */
export function OutcomeNotice({
  ref,
  replacing: { outcome, last, acting, undo, dismiss },
}: {
  ref: Ref<HTMLDivElement>
  replacing: Replacing
}) {
  const { t } = useTranslation()
  if (outcome === null && last === null) return null
  const count = outcome?.type === 'done' ? outcome.segments : 0
  return (
    <section className="notice outcome" tabIndex={-1} ref={ref} aria-label={t('replacing.outcome')}>
      <Icon name="met" />
      <div>
        {outcome === null && <p>{t('replacing.lastTime')}</p>}
        {outcome?.type === 'done' && (
          <p>
            <b>{t('replacing.done', { count: outcome.places, sentences: t('replacing.sentences', { count }) })}</b>{' '}
            {outcome.refused.length > 0 && t('replacing.notDone', { count: outcome.refused.length })}
          </p>
        )}
        {outcome?.type === 'undone' && (
          <p>
            <b>{t('replacing.undone', { count: outcome.segments })}</b>{' '}
            {outcome.refused.length > 0 && t('replacing.notUndone', { count: outcome.refused.length })}
          </p>
        )}
        <Refused refused={outcome?.refused ?? []} isUndo={outcome?.type === 'undone'} />
        {last !== null && count + (outcome === null ? 1 : 0) > 0 && (
          <>
            <p className="row-of-buttons">
              <button type="button" className="button" disabled={acting.busy} onClick={() => void undo()}>
                <Icon name="undo" /> {outcome === null ? t('replacing.undoLast') : t('replacing.undo', { count })}
              </button>
            </p>
            <p className="soft small">{t('replacing.undoMeans')}</p>
          </>
        )}
      </div>
      <button type="button" className="text-button" onClick={dismiss}>
        {t('common.close')}
      </button>
    </section>
  )
}

function Refused({ refused, isUndo }: { refused: readonly ReplaceRefused[]; isUndo: boolean }) {
  const { t } = useTranslation()
  return (
    <ul className="refused">
      {refused.slice(0, 100).map((one) => (
        <li key={`${one.document} ${one.segment}`}>
          <Icon name="lock" />
          <SegmentNumbers value={() => (one.number > 0 ? one.number : undefined)}>
            <Why one={one} isUndo={isUndo} />
          </SegmentNumbers>
          <Link
            href={`/d/${one.document}/${one.segment}`}
            aria-label={t('replacing.openSentence', { number: one.number })}
          >
            {t('replacing.open')}
          </Link>
        </li>
      ))}
      {refused.length > 100 && <li>{t('replacing.andMore', { count: refused.length - 100 })}</li>}
    </ul>
  )
}

function Why({ one: { number, refusal }, isUndo }: { one: ReplaceRefused; isUndo: boolean }) {
  const { t } = useTranslation()
  const words = useWords()
  const changed = isUndo ? t('replacing.changedAfter') : t('replacing.changedBefore')
  return (
    <span>
      <b>{t('document.segment', { number })}</b> {refusal.code === 'segment-changed' ? changed : words.refusal(refusal)}
    </span>
  )
}
