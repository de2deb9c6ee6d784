import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentView } from '../../../src/contract/views/documents.ts'
import type { SheetChanges } from '../../../src/contract/views/signing.ts'
import { segmentsOf } from '../../../src/model/document.ts'
import { plain } from '../../../src/model/inline.ts'
import { Differences } from '../../components/differences.tsx'
import { SegmentLink } from './place.tsx'
import { Fold } from './step.tsx'

/** How many sentences show at once: a long document would else make tens of thousands of elements. */
const atOnce = 100
/** English words a minute in silent reading (Brysbaert 2019). */
const wordsAMinute = 238

/** The whole text that is signed, in both languages, folded or open; what changed since the last signature is marked. */
export function WholeText({
  view,
  changes,
  open,
}: {
  view: DocumentView
  changes: SheetChanges | null
  /** Whether it shows at once, as before a first signature. */
  open: boolean
}) {
  const { t } = useTranslation()
  const { state } = view
  const [shown, setShown] = useState(atOnce)
  const sentences = useMemo(() => segmentsOf(state.document), [state])
  const words = useMemo(
    () => sentences.reduce((sum, { id }) => sum + plain(state.segments[id]?.target ?? []).split(/\s+/).length, 0),
    [sentences, state],
  )
  const before = useMemo(() => {
    const all = [...(changes?.sentences ?? []), ...(changes?.terms.flatMap((term) => term.sentences) ?? [])]
    return new Map(all.map((change) => [change.segment, change]))
  }, [changes])
  const end = Math.min(shown, sentences.length)
  const more = Math.min(end + atOnce, sentences.length)
  return (
    <Fold
      open={open}
      line={
        <>
          <b>{t('signOff.wholeText')}</b>{' '}
          <small className="soft">
            {t('signOff.sentences', { count: sentences.length })}
            {t('common.listComma')}
            {t('signOff.minutes', { count: Math.max(1, Math.round(words / wordsAMinute)) })}
          </small>
        </>
      }
    >
      <ol className="rows">
        {sentences.slice(0, end).map(({ id, source }) => {
          const change = before.get(id)
          const target = plain(state.segments[id]?.target ?? [])
          return (
            <li className="change" key={id}>
              <SegmentLink segment={id} />
              <p className="source zh" lang="zh-CN">
                {change ? (
                  <Differences before={change.source.before} after={plain(source)} lang="zh-CN" />
                ) : (
                  plain(source)
                )}
              </p>
              <p className={change ? 'target en' : 'target en same'} lang="en">
                {change ? <Differences before={change.target.before} after={target} lang="en" /> : target}
              </p>
            </li>
          )
        })}
      </ol>
      {end < sentences.length && (
        <p>
          <button type="button" className="text-button" onClick={() => setShown(more)}>
            {t('signOff.sentencesTo', { from: end + 1, to: more })}
          </button>
        </p>
      )}
    </Fold>
  )
}
