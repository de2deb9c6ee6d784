import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { plain } from '../../../../src/model/inline.ts'
import type { SegmentState } from '../../../../src/model/state.ts'
import { call, type Reply } from '../../../api.ts'
import { Differences } from '../../../components/differences.tsx'
import { FailureNotice } from '../../../components/failure-notice.tsx'
import { Field } from '../../../components/field.tsx'
import { focusOnArrival } from '../../../interaction/focus.ts'
import { useRemote } from '../../../interaction/use-remote.ts'
import { useSending } from '../../../interaction/use-sending.ts'
import { useRoom } from '../room/room-context.tsx'

/** What the memory offers for a segment; null while it is asked. */
export function useMatches(segment: SegmentState): Reply<'segmentMatches'> | null {
  const { view, matches } = useRoom()
  const document = view.get().state.document.id
  const params = { document, segment: segment.id }
  const { data } = useRemote(`${document} ${segment.id}`, (signal) => call('segmentMatches', { params, signal }))
  const offered = data?.matches ?? null
  useEffect(() => {
    if (offered === null) return
    const targets = offered.map(({ pair }) => ({ type: 'match' as const, text: pair.target }))
    matches.set({ segment: segment.id, targets })
  }, [offered, matches, segment.id])
  return data
}

export function MatchesTab({
  segment,
  matches,
  wide,
  onWide,
  onReplace,
}: {
  segment: SegmentState
  matches: Reply<'segmentMatches'> | null
  /** Whether one searches the whole memory. */
  wide: boolean
  onWide: (wide: boolean) => void
  onReplace: (english: string) => void
}) {
  const { t } = useTranslation()
  return (
    <>
      {matches === null && <p className="soft empty">{t('common.loading')}</p>}
      {matches?.matches.length === 0 && <p className="soft empty">{t('matches.none')}</p>}
      <ul className="match-list">
        {matches?.matches.map(({ type, score, pair, repaired }) => (
          <li key={`${pair.origin} ${pair.source} ${pair.target}`}>
            <p className="head">
              <b>{type === 'fuzzy' ? `${score}%` : t(`matches.${type}`)}</b>
              {pair.unreviewed && <span className="soft">{t('matches.unreviewed', { score })}</span>}
              {repaired !== undefined && <span className="soft">{t('matches.repaired')}</span>}
              <button type="button" className="text-button" onClick={() => onReplace(repaired ?? pair.target)}>
                {t('matches.use')}
              </button>
            </p>
            {type === 'fuzzy' && (
              <p>
                <Differences before={pair.source} after={plain(segment.source)} lang="zh-CN" />
              </p>
            )}
            <p className="en" lang="en">
              {repaired === undefined ? pair.target : <Differences before={pair.target} after={repaired} lang="en" />}
            </p>
            <small className="soft">{matches.sources[pair.origin] ?? pair.origin}</small>
          </li>
        ))}
      </ul>
      <p>
        <button type="button" className="text-button" aria-expanded={wide} onClick={() => onWide(!wide)}>
          {t('matches.search')}
        </button>
      </p>
      {wide && <Concordance />}
    </>
  )
}

/** Looks words up in all the memory has, in either language. */
function Concordance() {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [found, setFound] = useState<Reply<'concordance'> | null>(null)
  const { failure, send } = useSending()
  const search = async (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') return
    const reply = await send(call('concordance', { query: { text: text.trim() } }))
    if (reply !== null) setFound(reply)
  }
  return (
    <>
      <form onSubmit={(event) => void search(event)}>
        <Field
          ref={focusOnArrival}
          label={t('matches.words')}
          type="search"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </form>
      <FailureNotice failure={failure} />
      {found !== null && <p role="status">{t('matches.found', { count: found.pairs.length })}</p>}
      <ul className="match-list">
        {found?.pairs.map((pair) => (
          <li key={`${pair.origin} ${pair.source} ${pair.target}`}>
            <p className="zh" lang="zh-CN">
              {pair.source}
            </p>
            <p className="en" lang="en">
              {pair.target}
            </p>
            <small className="soft">{found.sources[pair.origin] ?? pair.origin}</small>
          </li>
        ))}
      </ul>
    </>
  )
}
