import type { DocumentEvent } from '../model/event.ts'
import { expectDefined } from '../model/expect.ts'
import type { Refusal } from '../model/refusal.ts'
import { refuse } from '../model/refusal.ts'
import type { DocumentState, SegmentState } from '../model/state.ts'

/** The segment with this id. For one that was split or joined the refusal names its successors. */
export function findSegment(state: DocumentState, id: string): SegmentState | Refusal {
  if (state.segments.has(id)) return presentSegment(state, id)
  const successors = successorsOf(state, id)
  if (successors.length === 0) return refuse('segment-unknown', { segment: id })
  return refuse('segment-removed', { segment: id, successors: successors.join(', ') })
}

/** A segment that the document has: a fault names one that it has not. */
export function presentSegment(state: DocumentState, id: string): SegmentState {
  return expectDefined(state.segments.get(id), `segment ${id}`)
}

/** The present segments that replaced a removed one. */
function successorsOf(state: DocumentState, id: string): readonly string[] {
  if (!Object.hasOwn(state.tombstones, id)) return []
  const successors = (state.tombstones[id] ?? []).flatMap((successor) =>
    state.segments.has(successor) ? [successor] : successorsOf(state, successor),
  )
  return [...new Set(successors)]
}

/** The next `count` unused ids of a block: after the highest of its present and removed segments. */
export function nextIds(state: DocumentState, block: string, count: number): readonly string[] {
  const prefix = `${block}.s`
  const highest = [...state.segments.keys(), ...Object.keys(state.tombstones)]
    .filter((id) => id.startsWith(prefix))
    .reduce((most, id) => Math.max(most, Number(id.slice(prefix.length))), 0)
  return Array.from({ length: count }, (_, index) => `${prefix}${highest + 1 + index}`)
}

/** The ids that an event names: of the segment it is about, of those it removes and of those it makes. */
export function segmentsNamed(event: DocumentEvent): readonly string[] {
  if (event.type === 'segments-joined') return [...event.segments, event.into]
  if (event.type === 'source-replaced') return Object.entries(event.made).flat()
  if (event.type === 'segment-split') return [event.segment, ...event.into]
  return 'segment' in event ? [event.segment] : []
}
