import { countLimits } from '../../model/count-limits.ts'
import type { Person } from '../../model/people.ts'
import { refuse } from '../../model/refusal.ts'
import type { SegmentState } from '../../model/state.ts'
import type { SegmentCommand } from '../command.ts'
import { refusalToAct } from '../standing.ts'
import { keptText, refusalOfLength } from '../text.ts'
import type { Answer, RuleContext } from './answer.ts'

export function addComment(
  segment: SegmentState,
  { comment, blocking, text: words }: Extract<SegmentCommand, { readonly type: 'comment' }>,
): Answer {
  const text = keptText(words)
  if (text === '') return refuse('comment-empty')
  const most = countLimits.segmentComments
  if (segment.comments.length >= most) return refuse('comments-too-many', { most: String(most) })
  const event = { type: 'comment-added', v: 1, segment: segment.id, comment, text } as const
  return refusalOfLength(text) ?? [blocking ? { ...event, blocking } : event]
}

/** A comment that blocks is lifted by whoever made it, or by an approver who says why. */
export function resolveComment(
  segment: SegmentState,
  command: Extract<SegmentCommand, { readonly type: 'resolve-comment' }>,
  actor: Pick<Person, 'id'>,
  { people }: RuleContext,
): Answer {
  const comment = segment.comments.find(({ id }) => id === command.comment)
  if (comment === undefined) return refuse('not-found')
  if (comment.resolved) return []
  const event = { type: 'comment-resolved', v: 1, segment: segment.id, comment: comment.id } as const
  const reason = keptText(command.reason ?? '')
  const tooLong = refusalOfLength(reason)
  if (tooLong) return tooLong
  if (comment.blocking && comment.by !== actor.id) {
    if (refusalToAct(people, actor, 'lift-block')) return refuse('comment-not-yours')
    if (reason === '') return refuse('reason-missing')
  }
  return [reason === '' ? event : { ...event, reason }]
}
