import type { Refusal } from '../model/refusal.ts'
import { refuse } from '../model/refusal.ts'
import type { DocumentState, SegmentState } from '../model/state.ts'

/** The segment of this id. One that was split or joined away is refused with what took its place. */
export function findSegment(state: DocumentState, id: string): SegmentState | Refusal {
  if (Object.hasOwn(state.segments, id)) return state.segments[id] as SegmentState
  const successors = successorsOf(state, id)
  if (successors.length === 0) return refuse('segment-unknown', { segment: id })
  return refuse('segment-removed', { segment: id, successors: successors.join(', ') })
}

/** The living segments that took the place of a removed one. */
function successorsOf(state: DocumentState, id: string): readonly string[] {
  if (!Object.hasOwn(state.tombstones, id)) return []
  const successors = (state.tombstones[id] ?? []).flatMap((successor) =>
    Object.hasOwn(state.segments, successor) ? [successor] : successorsOf(state, successor),
  )
  return [...new Set(successors)]
}

/** The next `count` ids of a block that were never given: after the highest of the living and the removed. */
export function nextIds(state: DocumentState, block: string, count: number): readonly string[] {
  const prefix = `${block}.s`
  const highest = [...Object.keys(state.segments), ...Object.keys(state.tombstones)]
    .filter((id) => id.startsWith(prefix))
    .reduce((most, id) => Math.max(most, Number(id.slice(prefix.length))), 0)
  return Array.from({ length: count }, (_, index) => `${prefix}${highest + 1 + index}`)
}
