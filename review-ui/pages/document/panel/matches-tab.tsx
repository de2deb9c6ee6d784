import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { plain } from '../../../../src/model/inline.ts'
import type { Match, MemoryPair } from '../../../../src/model/match.ts'
import type { SegmentState } from '../../../../src/model/state.ts'
import { call } from '../../../api.ts'
import { useWords } from '../../../components/coded-words.tsx'
import { Differences } from '../../../components/differences.tsx'
import { Field } from '../../../components/field.tsx'
import { Notice } from '../../../components/notice.tsx'
import { focusOnArrival } from '../../../interaction/focus.ts'
import { useRoom } from '../room/room-context.tsx'

/** What the memory offers for a segment; null while it is asked. */
export function useMatches(segment: SegmentState): readonly Match[] | null {
  const document = useRoom().view().state.document.id
  const [found, setFound] = useState<{ readonly segment: string; readonly matches: readonly Match[] } | null>(null)
  useEffect(() => {
    const aborting = new AbortController()
    void call('segmentMatches', { params: { document, segment: segment.id }, signal: aborting.signal }).then(
      (outcome) => {
        if (outcome.type === 'reply') setFound({ segment: segment.id, matches: outcome.reply.matches })
      },
    )
    return () => aborting.abort()
  }, [document, segment.id])
  return found?.segment === segment.id ? found.matches : null
}

export function MatchesTab({
  segment,
  matches,
  wide,
  onWide,
  onReplace,
}: {
  segment: SegmentState
  matches: readonly Match[] | null
  /** Whether one searches the whole memory. */
  wide: boolean
  onWide: (wide: boolean) => void
  onReplace: (english: string) => void
}) {
  const { t } = useTranslation()
  return (
    <>
      {matches === null && <p className="soft empty">{t('common.loading')}</p>}
      {matches?.length === 0 && <p className="soft empty">{t('matches.none')}</p>}
      <ul className="match-list">
        {matches?.map(({ type, score, pair }) => (
          <li key={`${pair.origin} ${pair.source} ${pair.target}`}>
            <p className="head">
              <b>{type === 'fuzzy' ? `${score}%` : t(`matches.${type}`)}</b>
              <button type="button" className="text-button" onClick={() => onReplace(pair.target)}>
                {t('matches.use')}
              </button>
            </p>
            {type === 'fuzzy' && (
              <p>
                <Differences before={pair.source} after={plain(segment.source)} lang="zh-CN" />
              </p>
            )}
            <p className="en" lang="en">
              {pair.target}
            </p>
            <small className="soft">{pair.origin}</small>
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
  const words = useWords()
  const [text, setText] = useState('')
  const [pairs, setPairs] = useState<readonly MemoryPair[] | null>(null)
  const [wrong, setWrong] = useState('')
  const search = async (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') return
    const outcome = await call('concordance', { query: { text: text.trim() } })
    setWrong(outcome.type === 'reply' ? '' : words.failure(outcome))
    if (outcome.type === 'reply') setPairs(outcome.reply.pairs)
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
      {wrong !== '' && <Notice wrong>{wrong}</Notice>}
      {pairs !== null && <p role="status">{t('matches.found', { count: pairs.length })}</p>}
      <ul className="match-list">
        {pairs?.map((pair) => (
          <li key={`${pair.origin} ${pair.source} ${pair.target}`}>
            <p className="zh" lang="zh-CN">
              {pair.source}
            </p>
            <p className="en" lang="en">
              {pair.target}
            </p>
            <small className="soft">{pair.origin}</small>
          </li>
        ))}
      </ul>
    </>
  )
}
