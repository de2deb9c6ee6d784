import type { SegmentState } from '../../../../src/model/state.ts'
import { standingState } from '../../../../src/review/presented.ts'

/**
 * What a row looks like: the state of its segment, told apart where people must see a difference that XLIFF's four
 * states do not make. `draft`: words no person has touched. `edited`: a person is at it and has not confirmed.
 */
export const displayedStates = ['empty', 'draft', 'edited', 'returned', 'translated', 'reviewed', 'final'] as const
export type DisplayedState = (typeof displayedStates)[number]

/** `isSigned`: whether the signature of the document holds, without which nothing is final. */
export function displayedStateOf(segment: SegmentState, isSigned: boolean): DisplayedState {
  if (segment.state !== 'initial') return standingState(segment.state, isSigned)
  if (segment.returned) return 'returned'
  if (segment.target.length === 0) return 'empty'
  return segment.edited || !segment.draft ? 'edited' : 'draft'
}
