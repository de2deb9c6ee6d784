import { presentSegments } from '../../../../src/review/assignments.ts'
import { isDone } from '../../../../src/review/quality.ts'
import type { Reading } from '../logic/reading.ts'
import { useRoomView } from '../room/room-context.tsx'

/**
 * Goes on after a segment was assessed: to the next sentence of the last sample that waits, or without a sample to the
 * next that has English and was not assessed. Where none is left, it stays.
 */
export function useAssessed(
  reading: Reading,
  { go, show }: { readonly go: (segment: string) => void; readonly show: () => void },
): (segment: string) => void {
  const { state, singlePerson } = useRoomView()
  return (segment) => {
    const last = state.samples?.at(-1)
    const sample = last && new Set(presentSegments(state, last.segments))
    const waits = reading.rows.filter(
      ({ id, segment: { target } }) =>
        id !== segment &&
        (sample ? sample.has(id) : target.length > 0) &&
        !isDone(state, id, last?.at ?? '', singlePerson),
    )
    const here = reading.byId.get(segment)?.number ?? 0
    const next = waits.find(({ number }) => number > here) ?? waits[0]
    if (next === undefined) return
    go(next.id)
    show()
  }
}
