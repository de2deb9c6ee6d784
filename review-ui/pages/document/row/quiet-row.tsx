import { type MouseEvent, memo, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { plain } from '../../../../src/model/inline.ts'
import { isUnsaved } from '../logic/autosave.ts'
import type { Row } from '../logic/row.ts'
import type { SegmentChecker } from '../logic/segment-checker.ts'
import { useChoosing } from '../many/choosing.ts'
import { useSaving } from '../room/room-context.tsx'
import { Gutter } from './gutter.tsx'
import { ReadTarget } from './marked-text.tsx'
import { ReturnedReason } from './returned-reason.tsx'
import { SaveState } from './save-state.tsx'
import { SourceText } from './source-text.tsx'

/** A segment one is not working on. */
export const QuietRow = memo(function QuietRow({
  row,
  times,
  checker,
  href,
  tabIndex,
  here,
  returnedBy,
  number,
  onActivate,
}: {
  row: Row
  /** How often its Chinese stands in the document. */
  times: number
  checker: SegmentChecker
  href: string
  tabIndex: number
  /** Names of the others at it, joined by line breaks so that equal names are equal props. */
  here: string
  returnedBy: string
  /** The ref of the link with its number. */
  number: Ref<HTMLAnchorElement>
  onActivate: (segment: string, caret: number | null) => void
}) {
  const { t } = useTranslation()
  const { segment, unwaived, look, kind, changed } = row
  const saving = useSaving(row.id)
  const choosing = useChoosing()
  // Words that are not yet saved stand where they were typed, and are said to be so.
  const unsaved = saving !== undefined && isUnsaved(saving)
  const target = unsaved ? saving.text : plain(segment.target)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the link with its number does the same by keyboard
    // biome-ignore lint/a11y/noStaticElementInteractions: as above
    <div
      className={`segment ${kind} ${changed ? 'changed' : ''}`}
      data-look={look}
      id={row.id}
      onMouseDown={(event) => {
        // The browser would mark the text from where one is.
        if (event.shiftKey) event.preventDefault()
      }}
      onClick={(event) => {
        if (event.shiftKey) {
          // A link would open another window.
          event.preventDefault()
          return choosing.extend(row.id)
        }
        if (event.target instanceof Element && event.target.closest('a')) return
        const selecting = getSelection()?.isCollapsed === false
        if (selecting) return
        onActivate(row.id, caretIn(event))
      }}
    >
      <Gutter
        ref={number}
        row={row}
        times={times}
        href={href}
        active={false}
        tabIndex={tabIndex}
        here={here === '' ? [] : here.split('\n')}
        onActivate={onActivate}
      />
      <div className="left">
        <SourceText
          source={segment.source}
          marks={checker.marksOf(segment.source)}
          findings={unwaived}
          active={false}
        />
        {look === 'returned' && segment.returned && (
          <ReturnedReason by={t('document.returnedBy', { name: returnedBy })} reason={segment.returned.reason} />
        )}
      </div>
      <div className="right">
        {target === '' ? (
          <p className="no-english">{t('document.noEnglish')}</p>
        ) : (
          <p className="en target" lang="en">
            {unsaved ? target : <ReadTarget segment={segment} findings={unwaived} />}
          </p>
        )}
        {unsaved && saving.phase !== 'waiting' && saving.phase !== 'sending' && <SaveState saving={saving} />}
      </div>
    </div>
  )
})

/** The offset in the English that was pressed, so that editing begins there. */
function caretIn(event: MouseEvent): number | null {
  const target = event.currentTarget.querySelector('.target')
  if (!target || !(event.target instanceof Node) || !target.contains(event.target)) return null
  const place = placeAt(event.clientX, event.clientY)
  if (!place || !target.contains(place.node)) return null
  const range = document.createRange()
  range.setStart(target, 0)
  range.setEnd(place.node, place.offset)
  return range.toString().length
}

function placeAt(x: number, y: number): { node: Node; offset: number } | null {
  if (typeof document.caretPositionFromPoint === 'function') {
    const place = document.caretPositionFromPoint(x, y)
    return place && { node: place.offsetNode, offset: place.offset }
  }
  // Safari before 18.4.
  const range = document.caretRangeFromPoint(x, y)
  return range && { node: range.startContainer, offset: range.startOffset }
}
