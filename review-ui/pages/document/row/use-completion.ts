import { useMemo, useRef } from 'react'
import { type CompletionSource, completionAfter } from '../../../../src/memory/completion.ts'
import { useStore } from '../../../interaction/store.ts'
import { completes } from '../logic/completion-switch.ts'
import { namesWritten } from '../logic/names-written.ts'
import { distinctMarks, type Mark } from '../logic/numbering.ts'
import type { Reading } from '../logic/reading.ts'
import type { Row } from '../logic/row.ts'
import { useRoom } from '../room/room-context.tsx'

const none: readonly CompletionSource[] = []

/** What may be typed next in a row: from the terms, figures and names of its Chinese, and from what the memory offers. */
export function useCompletion(row: Row, reading: Reading, marks: readonly Mark[]): (before: string) => string | null {
  const matches = useStore(useRoom().matches, (all) => (all?.segment === row.id ? all.targets : none))
  const { source } = row.segment
  // Looked up when the row is come to, not with every sentence that somebody changes meanwhile.
  const latest = useRef(reading)
  latest.current = reading
  const names = useMemo(() => namesWritten(source, latest.current.rows), [source])
  const sources = useMemo(
    () => [
      ...distinctMarks(marks).map(({ type, english }) => ({ type, text: english })),
      ...names.map((text) => ({ type: 'name' as const, text })),
      ...matches,
    ],
    [marks, names, matches],
  )
  return (before) => (completes() ? (completionAfter(before, sources)?.text ?? null) : null)
}
