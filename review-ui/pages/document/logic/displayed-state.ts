import type { SegmentState } from '../../../../src/model/state.ts'

/**
 * What a row looks like: the state of its segment, told apart where people must see a difference that XLIFF's four
 * states do not make. `draft`: words no person has touched. `edited`: a person is at it and has not confirmed.
 */
export const displayedStates = ['empty', 'draft', 'edited', 'returned', 'translated', 'reviewed', 'final'] as const
export type DisplayedState = (typeof displayedStates)[number]

export function displayedStateOf(segment: SegmentState): DisplayedState {
  if (segment.state !== 'initial') return segment.state
  if (segment.returned) return 'returned'
  if (segment.target.length === 0) return 'empty'
  return segment.edited || !segment.draft ? 'edited' : 'draft'
}
