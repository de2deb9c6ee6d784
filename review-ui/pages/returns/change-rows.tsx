import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { SegmentNumbers, useWords } from '../../components/coded-words.tsx'
import { Differences } from '../../components/differences.tsx'
import { Icon } from '../../components/icon.tsx'
import type { ReturnedChange, ReturnsLook } from './logic/choices.ts'

/** The edits one by one, each to be taken or not, with what was said beside it; then what else was said. */
export function ChangeRows({
  outside,
  changes,
  comments,
  chosen,
  onChoose,
}: {
  /** Whether they are suggestions of a reviewer outside. */
  outside: boolean
  changes: readonly ReturnedChange[]
  comments: ReturnsLook['comments']
  chosen: ReadonlySet<string>
  onChoose: (segment: string, on: boolean) => void
}) {
  const { t } = useTranslation()
  const numberOf = useContext(SegmentNumbers)
  const edited = new Set(changes.map(({ segment }) => segment))
  const bySegment = Map.groupBy(comments, ({ segment }) => segment)
  const others = comments.filter(({ segment }) => !edited.has(segment))
  return (
    <>
      {changes.length > 0 && (
        <section aria-label={t('returns.edited')}>
          <h3>{t('returns.edited')}</h3>
          <ul className="returned-changes">
            {changes.map((change) => (
              <li key={change.segment}>
                <Where change={change} outside={outside} isChosen={chosen.has(change.segment)} onChoose={onChoose} />
                <p className="zh" lang="zh-CN">
                  {change.source}
                </p>
                <div className="english">
                  <English change={change} />
                  {(bySegment.get(change.segment) ?? []).map(({ text }) => (
                    <Said key={text} text={text} />
                  ))}
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {others.length > 0 && (
        <section aria-label={t('returns.onlyComments')}>
          <h3>{t('returns.onlyComments')}</h3>
          <ul className="returned-comments">
            {others.map(({ segment, text }) => (
              <li key={`${segment} ${text}`}>
                <b>{numberOf(segment) ?? segment}</b>
                <Said text={text} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function Where({
  change: { segment, authors },
  outside,
  isChosen,
  onChoose,
}: {
  change: ReturnedChange
  outside: boolean
  isChosen: boolean
  onChoose: (segment: string, on: boolean) => void
}) {
  const { t } = useTranslation()
  const number = useContext(SegmentNumbers)(segment) ?? segment
  return (
    <p className="where">
      <label className="check">
        <input
          type="checkbox"
          checked={isChosen}
          aria-label={t(outside ? 'returns.takeOneOutside' : 'returns.takeOne', { number })}
          onChange={({ target }) => onChoose(segment, target.checked)}
        />
        <span>
          <b>{number}</b>
          <br />
          <span className="soft">
            {authors.length === 0 ? t('returns.notTracked') : authors.join(t('common.listComma'))}
          </span>
        </span>
      </label>
    </p>
  )
}

function English({ change }: { change: ReturnedChange }) {
  const { t } = useTranslation()
  const words = useWords()
  const { type, now, went, target, errors, state } = change
  const falls = state === 'reviewed' || state === 'final'
  return (
    <>
      {type === 'conflict' && (
        <>
          <p className="said">
            <Icon name="error" /> <b className="red">{t('returns.bothChanged')}</b>
          </p>
          <p className="soft">{t('returns.here')}</p>
          <Differences before={went} after={now} lang="en" />
          <p className="soft">{t('returns.inTheFile')}</p>
        </>
      )}
      {now === target ? (
        <p>{t('returns.onlyCodes')}</p>
      ) : (
        <Differences before={type === 'conflict' ? went : now} after={target} lang="en" />
      )}
      {errors.map((error) => (
        <p className="said" key={`${error.code} ${JSON.stringify(error.params)}`}>
          <Icon name="error" />
          <span>
            <b className="red">{t('returns.bringsError')}</b> {words.finding(error)}
          </span>
        </p>
      ))}
      {falls && <p className="soft">{t(`returns.falls.${state}`)}</p>}
    </>
  )
}

function Said({ text }: { text: string }) {
  return (
    <p className="said">
      <Icon name="comment" />
      <span>{text}</span>
    </p>
  )
}
