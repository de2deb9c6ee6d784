import { memo, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { plain } from '../../../../src/model/inline.ts'
import { preferredRendering } from '../../../../src/model/term.ts'
import type { Reading } from '../logic/reading.ts'
import type { Row } from '../logic/row.ts'
import type { Section } from '../logic/sections.ts'
import type { SegmentChecker } from '../logic/segment-checker.ts'
import type { WindowOfRows } from './use-window-of-rows.ts'

/** Whether a section stands under the line of its speaker. */
export function hasSpeakerLine({ type }: Section): boolean {
  return type === 'question' || type === 'answer'
}

/** Who is speaking. Their English name is the termbase's, where it has one. */
export const SpeakerLine = memo(function SpeakerLine({
  section,
  checker,
}: {
  section: Section
  checker: SegmentChecker
}) {
  const { t } = useTranslation()
  const { label, speaker, type } = section
  const english = speaker === undefined ? '' : englishName(speaker, checker)
  return (
    <h2 className="speaker">
      <span className="label">{label}</span>
      <span className="zh" lang="zh-CN">
        {speaker}
      </span>
      <span className="en">
        {english !== '' && <span lang="en">{english}</span>}
        <small>{t(`section.${type === 'question' ? 'question' : 'answer'}`)}</small>
      </span>
    </h2>
  )
})

/**
 * The line of whoever is speaking stays in sight as long as they do. It repeats the line above their first sentence for
 * the eye only.
 */
export function SpeakerInSight({
  reading: { sections, checker },
  shown,
  rows,
}: {
  reading: Reading
  shown: readonly Row[]
  rows: WindowOfRows
}) {
  const place = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState(-1)
  useEffect(() => {
    const look = () => {
      if (place.current === null) return
      const under = scrollY + Number.parseFloat(getComputedStyle(place.current).top)
      const at = rows.rowAt(under)
      const row = at && shown[at.index]
      // Where the section begins below, its own line is in sight.
      const begins = at === undefined || under < at.start
      setCurrent(row === undefined || begins ? -1 : row.section)
    }
    look()
    addEventListener('scroll', look, { passive: true })
    return () => removeEventListener('scroll', look)
  }, [rows, shown])
  const section = sections[current]
  return (
    <div ref={place} className="speaker-in-sight" aria-hidden="true">
      {section && hasSpeakerLine(section) && <SpeakerLine section={section} checker={checker} />}
    </div>
  )
}

const speakers = new Map<string, readonly [string]>()

function englishName(speaker: string, checker: SegmentChecker): string {
  const known = speakers.get(speaker) ?? ([speaker] as const)
  speakers.set(speaker, known)
  const [first] = checker.occurrencesOf(known)
  const covers =
    first !== undefined && first.from === 0 && first.form.length >= plain(known).replace(/记者$/u, '').length
  return covers ? preferredRendering(first.term) : ''
}
