import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportedMemoryView } from '../../../src/contract/views/memory.ts'
import type { MemoryPair } from '../../../src/model/match.ts'
import { mayDo } from '../../../src/model/permissions.ts'
import { call, type Reply } from '../../api.ts'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { Field } from '../../components/field.tsx'
import { useSending } from '../../interaction/use-sending.ts'
import { announce } from '../../shell/announce.tsx'
import { useMe } from '../../shell/session.tsx'
import { PairDialog } from './pair-dialog.tsx'

/** Looks words up in all that is remembered, in either language; a pair of an imported memory can be corrected. */
export function PairSearch({
  memories,
  onCorrected,
}: {
  memories: readonly ImportedMemoryView[]
  onCorrected: () => Promise<void>
}) {
  const { t } = useTranslation()
  const me = useMe()
  const [text, setText] = useState('')
  const [found, setFound] = useState<Reply<'concordance'> | null>(null)
  const [correcting, setCorrecting] = useState<MemoryPair | null>(null)
  const { failure, send } = useSending()
  const look = async () => {
    if (text.trim() === '') return setFound(null)
    const reply = await send(call('concordance', { query: { text: text.trim() } }))
    if (reply !== null) setFound(reply)
  }
  const holders = ({ origin }: MemoryPair) => memories.filter((memory) => memory.origin === origin && !memory.readOnly)
  return (
    <section className="pair-search" aria-label={t('memories.search')}>
      <form
        className="search-line"
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          void look()
        }}
      >
        <Field
          label={t('memories.search')}
          type="search"
          maxLength={300}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className="button">
          {t('memories.searchNow')}
        </button>
      </form>
      <FailureNotice failure={failure} />
      <p className="hint">{t('memories.searchHint')}</p>
      <p role="status">{found !== null && t('matches.found', { count: found.pairs.length })}</p>
      <ul className="pairs">
        {found?.pairs.map((pair) => (
          <li key={JSON.stringify(pair)}>
            <p className="zh" lang="zh-CN">
              {pair.source}
            </p>
            <p className="en" lang="en">
              {pair.target}
            </p>
            <p className="soft">
              {found.sources[pair.origin] ?? pair.origin}
              {pair.unreviewed && ` · ${t('memories.unreviewed')}`}
            </p>
            {mayDo(me, 'correct-memory') && holders(pair).length > 0 && (
              <p>
                <button type="button" className="text-button" onClick={() => setCorrecting(pair)}>
                  {t('memories.correct')} <span className="hidden">{pair.source}</span>
                </button>
              </p>
            )}
          </li>
        ))}
      </ul>
      {correcting !== null && (
        <PairDialog
          pair={correcting}
          memories={holders(correcting)}
          onClose={() => setCorrecting(null)}
          onDone={async (words) => {
            setCorrecting(null)
            announce(words)
            await Promise.all([look(), onCorrected()])
          }}
        />
      )}
    </section>
  )
}
