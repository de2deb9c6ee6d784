import { plain } from '../model/inline.ts'
import type { DocumentState, SegmentState } from '../model/state.ts'
import { sameInline } from './text.ts'

/** Whether no person has written or confirmed what stands in a segment. */
export function isUntouched({ state, authors }: SegmentState): boolean {
  return state === 'initial' && authors.length === 0
}

/** The other segments of a document with the same Chinese, codes included, that no person has touched. */
export function untouchedRepetitions(
  { segments }: Pick<DocumentState, 'segments'>,
  { id, source }: SegmentState,
): readonly SegmentState[] {
  const text = plain(source)
  return [...segments.values()].filter(
    (other) =>
      other.id !== id && isUntouched(other) && plain(other.source) === text && sameInline(other.source, source),
  )
}
