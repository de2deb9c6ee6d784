import { useTranslation } from 'react-i18next'
import type { SegmentState } from '../../../../src/model/state.ts'
import { Differences } from '../../../components/differences.tsx'
import { When } from '../../../components/instant.tsx'
import { type StoryLine, storyOf } from '../logic/segment-history.ts'
import { keptFor } from '../logic/set-aside-words.ts'
import { useRoom, useRoomView } from '../room/room-context.tsx'
import { useOriginWords } from '../row/draft-origin.tsx'
import { useSegmentHistory } from '../row/use-segment-history.ts'

/** Everything that happened to a segment, the latest first, and one's own words that stand nowhere else. */
export function HistoryTab({ segment, onReplace }: { segment: SegmentState; onReplace: (english: string) => void }) {
  const { t } = useTranslation()
  const { autosaver } = useRoom()
  const { state } = useRoomView()
  const history = useSegmentHistory(segment, true)
  const aside = keptFor(state, autosaver.aside(), segment.id)
  return (
    <>
      {aside.length > 0 && (
        <section aria-label={t('history.aside')} className="aside-words">
          <h3>{t('history.aside')}</h3>
          <ul>
            {aside.toReversed().map(({ text, at }) => (
              <li key={at}>
                <p className="en" lang="en">
                  {text}
                </p>
                <p className="head">
                  <small className="soft">
                    <When at={at} />
                  </small>
                  <button type="button" className="text-button" onClick={() => onReplace(text)}>
                    {t('history.restore')}
                  </button>
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {history === null ? (
        <p className="soft empty">{t('common.loading')}</p>
      ) : (
        <ol className="story">
          {storyOf(history)
            .toReversed()
            .map((line) => (
              <Line key={line.sequence} line={line} onReplace={onReplace} />
            ))}
        </ol>
      )}
    </>
  )
}

function Line({ line, onReplace }: { line: StoryLine; onReplace: (english: string) => void }) {
  const { t } = useTranslation()
  const { names } = useRoomView()
  const originWords = useOriginWords()
  const { type, at, by, before = '', after, text, draft } = line
  const name = by === 'system' ? t('history.system') : (names.get(by) ?? by)
  return (
    <li>
      <When at={at} />
      <div>
        <p>
          {draft ? (
            <>
              <b>{originWords(draft.origin)}</b>
              {draft.compliance.asked.length > 0 &&
                t('origin.terms', { met: draft.compliance.met.length, count: draft.compliance.asked.length })}
            </>
          ) : (
            <>
              <b>{name}</b>{' '}
              <span className={type === 'segment-returned' ? 'red' : ''}>
                {line.replaced ? t('history.replaced') : line.taken ? t('history.taken') : t(`event.${type}`)}
              </span>
            </>
          )}
        </p>
        {text !== undefined && <p>{text}</p>}
        {line.suggested !== undefined && <Differences before={before} after={line.suggested} lang="en" />}
        {after !== undefined && <Differences before={before} after={after} lang="en" />}
        {before !== '' && after !== undefined && before !== after && (
          <p>
            <button type="button" className="text-button" onClick={() => onReplace(before)}>
              {t('history.takeBack')}
            </button>
          </p>
        )}
      </div>
    </li>
  )
}
