import type { Comment, SegmentState } from '../model/state.ts'

/**
 * The comments on a sentence that ask this person to look: not settled, and without a comment of theirs on the sentence
 * since, which answers them.
 */
export function mentionsOf({ comments }: Pick<SegmentState, 'comments'>, person: string): readonly Comment[] {
  const answered = comments.findLastIndex(({ by }) => by === person)
  return comments.filter(
    ({ mentions, resolved }, place) =>
      place > answered && resolved === undefined && mentions?.includes(person) === true,
  )
}
