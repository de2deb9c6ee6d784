import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TermHistoryView } from '../../../src/contract/views.ts'
import type { Refusal } from '../../../src/model/refusal.ts'
import { call, type Unreachable } from '../../api.ts'
import { useWords } from '../../components/coded-words.tsx'
import { When } from '../../components/instant.tsx'
import { Notice } from '../../components/notice.tsx'
import { Changes } from './changes.tsx'
import { storyOf } from './logic/term-history.ts'

/** Who did what to a term and when, the latest first. `count` is how many changes it has had: another is news. */
export function TermHistory({ term, count }: { term: string; count: number }) {
  const { t } = useTranslation()
  const words = useWords()
  const [entries, setEntries] = useState<TermHistoryView['entries'] | null>(null)
  const [failure, setFailure] = useState<Refusal | Unreachable | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another change is what there is to load anew.
  useEffect(() => {
    let stale = false
    void call('termHistory', { params: { term } }).then((outcome) => {
      if (stale) return
      setFailure(outcome.type === 'reply' ? null : outcome)
      if (outcome.type === 'reply') setEntries(outcome.reply.entries)
    })
    return () => {
      stale = true
    }
  }, [term, count])
  return (
    <section className="history">
      <h3>{t('glossary.history')}</h3>
      {failure !== null && <Notice wrong>{words.failure(failure)}</Notice>}
      {entries === null && failure === null && <p className="soft">{t('common.loading')}</p>}
      {entries !== null && (
        <ol>
          {storyOf(entries).map(({ sequence, at, name, system, deed, changes }) => (
            <li key={sequence}>
              <span className="soft">
                <When at={at} full />
              </span>
              <div>
                <p>
                  <b>{system ? t('glossary.setUp') : name}</b> {!system && t(`glossary.deed.${deed}`)}
                </p>
                {(deed === 'changed' || changes.length > 0) && <Changes changes={changes} />}
              </div>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
