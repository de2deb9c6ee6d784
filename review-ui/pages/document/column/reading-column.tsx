import { type KeyboardEvent, memo, type ReactNode, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { plain } from '../../../../src/model/inline.ts'
import { preferredRendering } from '../../../../src/model/term.ts'
import type { FocusList } from '../../../interaction/focus.ts'
import type { Reading, Row } from '../logic/reading.ts'
import type { Section } from '../logic/sections.ts'
import { segmentIdsOf } from '../logic/sections.ts'
import type { SegmentChecker } from '../logic/segment-checker.ts'
import { QuietRow } from '../row/quiet-row.tsx'

/** The document in reading order: its sections, each under the line of its speaker, and in them the rows. */
export function ReadingColumn({
  ref,
  reading,
  numbers,
  shown,
  active,
  firstShown,
  presentAt,
  names,
  hrefOf,
  onActivate,
  onStep,
  activeRow,
}: {
  ref: Ref<HTMLDivElement>
  reading: Reading
  /** The links with the numbers of the segments, by segment. */
  numbers: FocusList<string>
  /** The segments that pass filter and search. */
  shown: ReadonlySet<string>
  active: string | null
  firstShown: string | undefined
  presentAt: ReadonlyMap<string, readonly string[]>
  names: ReadonlyMap<string, string>
  hrefOf: (segment: string) => string
  onActivate: (segment: string, caret: number | null) => void
  onStep: (by: 1 | -1, from: string) => void
  activeRow: (row: Row) => ReactNode
}) {
  const { t } = useTranslation()
  const keyDown = (event: KeyboardEvent) => {
    const segment = numbers.keyOf(event.target)
    if (segment === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      onStep(event.key === 'ArrowDown' ? 1 : -1, segment)
    }
  }
  // One stop for Tab among all the rows: the active one, else the first that shows.
  const stop = active !== null && shown.has(active) ? active : firstShown
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: catches the arrow keys of the links in it
    <div ref={ref} className="column" onKeyDown={keyDown}>
      <div className="heads" aria-hidden="true">
        <span>{t('document.chinese')}</span>
        <span>{t('document.english')}</span>
      </div>
      {reading.sections.map((section) => {
        const rows = section.blocks.map((block) =>
          segmentIdsOf({ ...section, blocks: [block] }).filter((id) => shown.has(id)),
        )
        if (rows.every((ids) => ids.length === 0)) return null
        return (
          <div key={section.id} className={`part ${section.type} level-${section.level}`}>
            {(section.type === 'question' || section.type === 'answer') && (
              <SpeakerLine section={section} checker={reading.checker} />
            )}
            {section.blocks.map((block, index) => {
              const ids = rows[index] ?? []
              if (ids.length === 0) return null
              return (
                <div key={block.id} className={`block ${block.kind}`}>
                  {ids.map((id) => {
                    const row = reading.byId.get(id)
                    if (!row) return null
                    if (id === active) return <div key={id}>{activeRow(row)}</div>
                    return (
                      <QuietRow
                        key={id}
                        row={row}
                        times={1 + (reading.repetitions.get(id)?.length ?? 0)}
                        checker={reading.checker}
                        href={hrefOf(id)}
                        tabIndex={id === stop ? 0 : -1}
                        here={presentAt.get(id)?.join('\n') ?? ''}
                        changed={reading.changed.has(id)}
                        returnedBy={row.segment.returned ? (names.get(row.segment.returned.by) ?? '') : ''}
                        number={numbers.ref(id)}
                        onActivate={onActivate}
                      />
                    )
                  })}
                </div>
              )
            })}
          </div>
        )
      })}
    </div>
  )
}

/** Who is speaking; stays in sight as long as they do. Their English name is the termbase's, where it has one. */
const SpeakerLine = memo(function SpeakerLine({ section, checker }: { section: Section; checker: SegmentChecker }) {
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

const speakers = new Map<string, readonly [string]>()

function englishName(speaker: string, checker: SegmentChecker): string {
  const known = speakers.get(speaker) ?? ([speaker] as const)
  speakers.set(speaker, known)
  const [first] = checker.occurrencesOf(known)
  const covers =
    first !== undefined && first.from === 0 && first.form.length >= plain(known).replace(/记者$/u, '').length
  return covers ? preferredRendering(first.term) : ''
}
