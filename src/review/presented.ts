import type { DocumentState, SegmentStateName } from '../model/state.ts'
import { Table } from '../model/table.ts'

/** How a segment stands: nothing is final while the signature of the document does not hold. */
export function standingState<S extends SegmentStateName>(state: S, isSigned: boolean): S | 'reviewed' {
  return state === 'final' && !isSigned ? 'reviewed' : state
}

/** A document with its segments as they stand, for whoever reads it without its signature. */
export function presented(state: DocumentState, isSigned: boolean): DocumentState {
  if (isSigned || state.signOff === undefined) return state
  const segments = [...state.segments.values()].map((segment) => {
    return { ...segment, state: standingState(segment.state, isSigned) }
  })
  return { ...state, segments: Table.of(segments) }
}
