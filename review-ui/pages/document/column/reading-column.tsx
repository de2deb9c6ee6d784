import type { KeyboardEvent, ReactNode, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { expectDefined } from '../../../../src/model/expect.ts'
import type { FocusList } from '../../../interaction/focus.ts'
import type { Reading } from '../logic/reading.ts'
import type { Row } from '../logic/row.ts'
import { settingOf } from '../logic/row-setting.ts'
import { useChoosing } from '../many/choosing.ts'
import { QuietRow } from '../row/quiet-row.tsx'
import { hasSpeakerLine, SpeakerInSight, SpeakerLine } from './speaker-line.tsx'
import { useWindowOfRows } from './use-window-of-rows.ts'

/**
 * The document in reading order. Only the rows near the window are drawn, and the one that is worked on, wherever it is.
 */
export function ReadingColumn({
  ref,
  reading,
  numbers,
  shown,
  active,
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
  /** The rows that show, in reading order. */
  shown: readonly Row[]
  active: string | null
  presentAt: ReadonlyMap<string, readonly string[]>
  names: ReadonlyMap<string, string>
  hrefOf: (segment: string) => string
  onActivate: (segment: string, caret: number | null) => void
  onStep: (by: 1 | -1, from: string) => void
  activeRow: (row: Row) => ReactNode
}) {
  const { t } = useTranslation()
  const choosing = useChoosing()
  const { rows, list, place } = useWindowOfRows(shown, active === null ? undefined : reading.byId.get(active))
  const keyDown = (event: KeyboardEvent) => {
    const segment = numbers.keyOf(event.target)
    if (segment === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const by = event.key === 'ArrowDown' ? 1 : -1
      if (event.shiftKey) choosing.step(segment, by)
      onStep(by, segment)
    } else if (event.key === ' ') {
      event.preventDefault()
      choosing.toggle(segment)
    } else if (event.key === 'Escape') choosing.end()
  }
  // One stop for Tab among all the rows: the active one, else the first that is drawn.
  const drawn = rows.items.map(({ index }) => expectDefined(shown[index], 'a row that shows'))
  const stop = drawn.some(({ id }) => id === active) ? active : drawn[0]?.id
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: catches the arrow keys of the links in it
    <div ref={ref} className="column" onKeyDown={keyDown}>
      <div className="heads" aria-hidden="true">
        <span>{t('document.chinese')}</span>
        <span>{t('document.english')}</span>
      </div>
      <p className="printed">{t('document.printed')}</p>
      <SpeakerInSight reading={reading} shown={shown} rows={rows} />
      <ol ref={list} className="rows" aria-label={t('document.rows')} style={{ height: rows.height }}>
        {rows.items.map(({ index, top }, order) => {
          const row = expectDefined(drawn[order], 'a row that is drawn')
          const section = expectDefined(reading.sections[row.section], 'the section of a row')
          const { space, begins } = settingOf(row, shown[index - 1], reading.sections)
          return (
            <li
              key={row.id}
              ref={place}
              data-index={index}
              className={`placed level-${section.level}`}
              data-space={space}
              style={{ top }}
              aria-posinset={index + 1}
              aria-setsize={shown.length}
            >
              {begins && hasSpeakerLine(section) && <SpeakerLine section={section} checker={reading.checker} />}
              {row.id === active ? (
                activeRow(row)
              ) : (
                <QuietRow
                  row={row}
                  times={reading.repetitions.times(row.id)}
                  checker={reading.checker}
                  href={hrefOf(row.id)}
                  tabIndex={row.id === stop ? 0 : -1}
                  here={presentAt.get(row.id)?.join('\n') ?? ''}
                  returnedBy={row.segment.returned ? (names.get(row.segment.returned.by) ?? '') : ''}
                  number={numbers.ref(row.id)}
                  onActivate={onActivate}
                />
              )}
            </li>
          )
        })}
      </ol>
    </div>
  )
}
