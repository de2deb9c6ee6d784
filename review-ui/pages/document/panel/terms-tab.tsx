import { useTranslation } from 'react-i18next'
import { type Finding, isAboutCodes } from '../../../../src/model/finding.ts'
import { mayDo } from '../../../../src/model/permissions.ts'
import { preferredRendering, type TermOccurrence } from '../../../../src/model/term.ts'
import { Icon } from '../../../components/icon.tsx'
import { Key } from '../../../components/key.tsx'
import { useBindings } from '../../../keys/bindings.ts'
import { languageOf } from '../../../text/language.ts'
import type { Mark } from '../logic/numbering.ts'
import { useRoom } from '../room/room-context.tsx'

/**
 * Every term and figure of the segment with its number, its English, and whether the English keeps to it; then the terms
 * that stand there too and give way to longer ones.
 */
export function TermsTab({
  marks,
  covered,
  findings,
  isWaived,
  target,
  onInsert,
  onAdd,
}: {
  marks: readonly Mark[]
  covered: readonly TermOccurrence[]
  findings: readonly Finding[]
  isWaived: (finding: Finding) => boolean
  target: string
  onInsert: (english: string) => void
  /** Makes a term of words of the sentence. */
  onAdd: () => void
}) {
  const { t } = useTranslation()
  const { me } = useRoom()
  const bindings = useBindings()
  return (
    <>
      {marks.length === 0 && <p className="soft empty">{t('terms.none')}</p>}
      <ol className="mark-list">
        {marks.map((mark) => (
          <li key={mark.number} className={mark.type}>
            <span className="key" aria-hidden="true">
              {mark.number}
            </span>
            <span className="zh" lang="zh-CN">
              {mark.type === 'term' ? mark.form : mark.text}
            </span>
            <MarkStatus mark={mark} findings={findings} isWaived={isWaived} target={target} />
            <InsertButton english={mark.english} onInsert={onInsert} />
            {mark.type === 'term' && <TermDetail mark={mark} />}
          </li>
        ))}
      </ol>
      {covered.length > 0 && <CoveredTerms covered={covered} onInsert={onInsert} />}
      {mayDo(me, 'propose-term') && (
        <p className="add-term">
          <button type="button" className="text-button" onClick={onAdd}>
            {t('chosen.add')}
          </button>{' '}
          <Key chord={bindings.term} />
        </p>
      )}
    </>
  )
}

function CoveredTerms({
  covered,
  onInsert,
}: {
  covered: readonly TermOccurrence[]
  onInsert: (english: string) => void
}) {
  const { t } = useTranslation()
  const distinct = [...new Map(covered.map((occurrence) => [occurrence.term.id, occurrence])).values()]
  return (
    <>
      <h3 className="covered">{t('terms.covered')}</h3>
      <ul className="mark-list">
        {distinct.map(({ term, form }) => {
          const english = preferredRendering(term)
          return (
            <li key={term.id} className="term">
              <span className="key" aria-hidden="true" />
              <span className="zh" lang="zh-CN">
                {form}
              </span>
              <InsertButton english={english} onInsert={onInsert} />
            </li>
          )
        })}
      </ul>
    </>
  )
}

function InsertButton({ english, onInsert }: { english: string; onInsert: (english: string) => void }) {
  const { t } = useTranslation()
  return (
    <button type="button" className="insert en" lang="en" onClick={() => onInsert(english)}>
      {english}
      <span className="hidden" lang={t('common.lang')}>
        {t('terms.insert')}
      </span>
    </button>
  )
}

function TermDetail({ mark }: { mark: Extract<Mark, { type: 'term' }> }) {
  const { t } = useTranslation()
  const { status, renderings, authority, note } = mark.term
  const texts = (wanted: 'admitted' | 'deprecated' | 'forbidden') =>
    renderings.filter((rendering) => rendering.status === wanted).map(({ text }) => text)
  const also = texts('admitted')
  const not = [...texts('deprecated'), ...texts('forbidden')]
  return (
    <small>
      {t(`termStatus.${status}`)}
      {also.length > 0 && (
        <>
          {' · '}
          {t('terms.also')} <span lang="en">{also.join('; ')}</span>
        </>
      )}
      {not.length > 0 && (
        <>
          {' · '}
          {t('terms.not')} <span lang="en">{not.join('; ')}</span>
        </>
      )}
      {[...new Set([authority, note])].filter(Boolean).map((text) => (
        <span key={text}>
          {' · '}
          <span lang={languageOf(text)}>{text}</span>
        </span>
      ))}
    </small>
  )
}

function MarkStatus({
  mark,
  findings,
  isWaived,
  target,
}: {
  mark: Mark
  findings: readonly Finding[]
  isWaived: (finding: Finding) => boolean
  target: string
}) {
  const { t } = useTranslation()
  if (target.trim() === '') return <span />
  const concerns = findings.filter(
    (finding) =>
      !isAboutCodes(finding) && finding.source && finding.source.from < mark.to && mark.from < finding.source.to,
  )
  const misused = concerns.find(({ code }) => code === 'term-deprecated' || code === 'term-forbidden')
  const finding = misused ?? concerns[0]
  if (finding === undefined) {
    return (
      <span className="status">
        <Icon name="met" /> {t('terms.met')}
      </span>
    )
  }
  if (isWaived(finding)) {
    return (
      <span className="status">
        <Icon name="waived" /> {t('finding.waived')}
      </span>
    )
  }
  const error = finding.severity === 'error'
  return (
    <span className={`status ${error ? 'red' : 'ochre'}`}>
      <Icon name={error ? 'error' : 'warning'} />{' '}
      {misused ? t(`terms.${misused.code === 'term-forbidden' ? 'forbidden' : 'deprecated'}`) : t('terms.notMet')}
    </span>
  )
}
