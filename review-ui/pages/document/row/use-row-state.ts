import { useMemo } from 'react'
import { plain } from '../../../../src/model/inline.ts'
import { toEditable } from '../../../text/editable.ts'
import type { Reading } from '../logic/reading.ts'
import type { Row } from '../logic/row.ts'
import { lastReadBy, lastReturn } from '../logic/segment-history.ts'
import { permittedSteps } from '../room/permitted-steps.ts'
import { useRoom, useRoomView, useSaving } from '../room/room-context.tsx'
import { useFindings } from './use-findings.ts'
import { useSegmentHistory } from './use-segment-history.ts'

/** What there is to know of the segment that is being worked on: its text, its findings, and what may be done with it. */
export function useRowState(row: Row, reading: Reading, editing: boolean) {
  const { me } = useRoom()
  const view = useRoomView()
  const { segment } = row
  const saving = useSaving(row.id)
  const text = saving?.text ?? toEditable(segment.target, segment.source)
  const { markers, now, findings, open, isLookedAt } = useFindings(row, reading, text)
  const following = row.following === undefined ? undefined : view.state.segments.get(row.following)
  const { state, people, singlePerson, office, staleness } = view
  const permitted = useMemo(
    () => permittedSteps({ state, people, singlePerson, office, staleness }, segment, row.all, me, following),
    [state, people, singlePerson, office, staleness, segment, row.all, me, following],
  )
  const unsaved = saving !== undefined && saving.phase !== 'saved'
  const history = useSegmentHistory(segment, permitted.step === 'revise')
  const before = history === null ? null : lastReadBy(history, me.id)
  return {
    saving,
    text,
    /** How its inline codes are written in the text. */
    markers,
    /** The English as the findings were last computed for it. */
    now,
    findings,
    isLookedAt,
    /** The findings that nobody has let stand. */
    open,
    /** The next segment of the same block. */
    following,
    permitted,
    /** Whether the editor is open. */
    writes: permitted.edit === null && (permitted.writes || editing || unsaved),
    marks: reading.checker.marksOf(segment.source),
    /** Whoever judges again has before them why it was sent back. */
    returned: segment.state === 'initial' ? segment.returned : history && lastReturn(history),
    /** The English as this person last judged it, where it has changed since. */
    changedSince: before !== null && before !== plain(segment.target) ? before : null,
  }
}

export type RowState = ReturnType<typeof useRowState>
