import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { type FocusList, isFocusLost, useFocusList } from '../../../interaction/focus.ts'
import type { Reading } from '../logic/reading.ts'
import { besideRow, placeOfRow, type Row } from '../logic/row.ts'
import type { ActiveRowHandle } from '../row/active-row.tsx'
import { activeOf } from './active-segment.ts'
import { useRoom, useRoomView } from './room-context.tsx'
import type { TypedCell } from './typed-findings.ts'

/** The segment that is being worked on, by the address of the page, and the ways from it to others. */
export function useActiveSegment({
  segment,
  reading,
  typed,
  narrow,
  activeRow,
}: {
  /** The segment of the address. */
  segment: string | undefined
  reading: Reading
  typed: TypedCell
  narrow: boolean
  activeRow: RefObject<ActiveRowHandle | null>
}) {
  const room = useRoom()
  const { document, tombstones } = useRoomView().state
  const [, go] = useLocation()
  const hrefOf = useCallback((id: string) => `/d/${document.id}/${id}`, [document.id])
  const [caret, setCaret] = useState<number | null>(null)
  const [ended, setEnded] = useState(false)
  /** The links with the numbers of the segments. */
  const numbers = useFocusList<string>()
  /** What of the row that becomes active takes the focus. */
  const takesFocus = useRef<'text' | 'number' | null>(null)
  const latest = useRef(reading)
  latest.current = reading
  const active = useMemo(() => activeOf(segment, reading, tombstones), [segment, reading, tombstones])
  const leadTo = useCallback(
    (id: string, focus: 'text' | 'number' | null) => {
      takesFocus.current = focus
      typed.set(null)
      setEnded(false)
      go(hrefOf(id), { replace: true })
    },
    [go, hrefOf, typed],
  )
  const activate = useCallback(
    (id: string, at: number | null = null) => {
      setCaret(at)
      leadTo(id, 'text')
    },
    [leadTo],
  )
  // A document opened without a place opens where there is something for this person to do.
  useEffect(() => {
    if (active !== null && active !== segment) go(hrefOf(active), { replace: true })
  }, [active, segment, go, hrefOf])
  useEffect(() => {
    room.standAt(active)
  }, [room, active])
  useArrival({ active, narrow, takesFocus, activeRow, numbers })

  /** Goes to the next or the last of these rows before one; whether there was one. Without one it begins at the first. */
  const stepFrom = useCallback(
    (by: 1 | -1, from: string | null, rows: readonly Row[]) => {
      const row = from === null ? undefined : latest.current.byId.get(from)
      const next = row === undefined ? (by === 1 ? rows[0] : undefined) : besideRow(rows, row, by)
      if (next) activate(next.id)
      return next !== undefined
    },
    [activate],
  )
  return {
    active,
    caret,
    ended,
    setEnded,
    numbers,
    hrefOf,
    activate,
    stepFrom,
    /** Goes to the row so far from another among these without leaving the column of the numbers. */
    stepNumber(by: number, from: string, rows: readonly Row[]) {
      const row = latest.current.byId.get(from)
      const next = row && rows[placeOfRow(rows, row) + by]
      if (next) leadTo(next.id, 'number')
    },
    /** Goes to a row and leaves the focus where it is. */
    show: (id: string) => leadTo(id, null),
    nextOpen() {
      const waits = latest.current.rows.filter((row) => row.id !== active && (row.todo || row.errors > 0))
      if (!stepFrom(1, active, waits) && !stepFrom(1, null, waits)) setEnded(true)
    },
  }
}

/** Brings the row that has become active into sight, and gives it the focus where it is to have it. */
function useArrival({
  active,
  narrow,
  takesFocus,
  activeRow,
  numbers,
}: {
  active: string | null
  narrow: boolean
  takesFocus: RefObject<'text' | 'number' | null>
  activeRow: RefObject<ActiveRowHandle | null>
  numbers: FocusList<string>
}): void {
  const arrived = useRef(false)
  useEffect(() => {
    if (active === null) return
    // A segment that was split or joined takes the focus with it; on a phone an opened document calls no keyboard up.
    const lost = (arrived.current || !narrow) && isFocusLost()
    const takes = takesFocus.current ?? (lost ? 'text' : null)
    takesFocus.current = null
    arrived.current = true
    activeRow.current?.bringIntoSight()
    if (takes === 'text') activeRow.current?.focus()
    else if (takes === 'number') numbers.focus(active)
  }, [active, narrow, takesFocus, activeRow, numbers])
}
