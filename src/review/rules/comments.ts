import { type CommentedWords, commentedWords, placeOfWords } from '../../model/commented-words.ts'
import { countLimits } from '../../model/count-limits.ts'
import { plain } from '../../model/inline.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { SegmentState } from '../../model/state.ts'
import type { SegmentCommand } from '../command.ts'
import { refusalToAct } from '../standing.ts'
import { keptText, refusalOfLength } from '../text.ts'
import type { Answer, RuleContext } from './answer.ts'

export function addComment(
  segment: SegmentState,
  { comment, blocking, text: words, on, mentions = [] }: Extract<SegmentCommand, { readonly type: 'comment' }>,
  actor: Pick<Person, 'id'>,
  { people: { people } }: RuleContext,
): Answer {
  const text = keptText(words)
  if (text === '') return refuse('comment-empty')
  const most = countLimits.segmentComments
  if (segment.comments.length >= most) return refuse('comments-too-many', { most: String(most) })
  const tooLong = refusalOfLength(text)
  if (tooLong) return tooLong
  const chosen = on === undefined ? undefined : standingWords(segment, on)
  if (isRefusal(chosen)) return chosen
  const asked = [...new Set(mentions)].filter((id) => id !== actor.id)
  const stranger = asked.find((id) => !people.some((person) => person.id === id && person.active))
  if (stranger !== undefined) return refuse('person-unknown', { person: stranger })
  return [
    {
      type: 'comment-added',
      v: 1,
      segment: segment.id,
      comment,
      text,
      ...(blocking && { blocking }),
      ...(chosen && { on: chosen }),
      ...(asked.length > 0 && { mentions: asked }),
    },
  ]
}

/** The words as they stand in the sentence by now: where they were seen, else wherever they are. */
export function standingWords(
  segment: SegmentState,
  { side, from, words }: Pick<CommentedWords, 'side' | 'from' | 'words'>,
): CommentedWords | Refusal {
  const text = plain(segment[side])
  const place =
    text.slice(from, from + words.length) === words
      ? { from }
      : placeOfWords(text, { from, words, before: '', after: '' })
  if (place === null || words.trim() === '') return refuse('words-gone', { words })
  return commentedWords(side, text, place.from, words)
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
