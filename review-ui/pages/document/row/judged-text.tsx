import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../../../../src/model/finding.ts'
import { plain } from '../../../../src/model/inline.ts'
import { Differences } from '../../../components/differences.tsx'
import { chordOf } from '../../../keys/keys.ts'
import type { Row } from '../logic/row.ts'
import { ReadTarget } from './marked-text.tsx'

/** The English to be judged, not edited: with what changed since one last judged it, where something did. */
export function JudgedText({
  ref,
  row,
  findings,
  before,
  plainly,
  onPlainly,
  onLetter,
}: {
  ref: Ref<HTMLDivElement>
  row: Row
  findings: readonly Finding[]
  /** The English as it was then; null where it is the same or was never judged. */
  before: string | null
  /** Whether the changes are hidden. */
  plainly: boolean
  onPlainly: (plainly: boolean) => void
  /** The letters of the menu act at once here, for nothing is typed: only while the text has the focus (WCAG 2.1.4). */
  onLetter: (letter: string) => boolean
}) {
  const { t } = useTranslation()
  const text = plain(row.segment.target)
  return (
    // biome-ignore lint/a11y/useSemanticElements: reached and read as one
    <div
      className="reading"
      ref={ref}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the confirming key needs a place to be pressed in
      tabIndex={0}
      role="group"
      aria-label={t('document.englishOf', { number: row.number })}
      onKeyDown={(event) => {
        const chord = event.target === event.currentTarget ? chordOf(event.nativeEvent) : null
        if (chord !== null && onLetter(chord)) event.preventDefault()
      }}
    >
      {before !== null && (
        <p className="since">
          <b>{t('document.changedSinceRead')}</b>{' '}
          <button type="button" className="text-button" aria-pressed={!plainly} onClick={() => onPlainly(!plainly)}>
            {plainly ? t('document.showChanges') : t('document.hideChanges')}
          </button>
        </p>
      )}
      {before !== null && !plainly ? (
        <Differences before={before} after={text} lang="en" />
      ) : text === '' ? (
        <p className="no-english">{t('document.noEnglish')}</p>
      ) : (
        <p className="en target" lang="en">
          <ReadTarget segment={row.segment} findings={findings} />
        </p>
      )}
    </div>
  )
}
