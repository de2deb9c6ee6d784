import { countLimits } from '../../model/count-limits.ts'
import { plain } from '../../model/inline.ts'
import type { Person } from '../../model/people.ts'
import { refuse } from '../../model/refusal.ts'
import type { SegmentState } from '../../model/state.ts'
import type { SegmentCommand } from '../command.ts'
import { refusalToAct } from '../standing.ts'
import { isBlank, keptInline, keptText, refusalOfLength, sameInline } from '../text.ts'
import { type Answer, collision, type RuleContext } from './answer.ts'
import { edit } from './wording.ts'

/** Other English that people suggest, and what becomes of it. */

type Command<Type extends SegmentCommand['type']> = Extract<SegmentCommand, { readonly type: Type }>

/**
 * The same suggestion of the same person again, while the first is open, adds none. One that came back from outside is
 * known for good: whoever brings the file again brings nothing new.
 */
export function suggest(segment: SegmentState, command: Command<'suggest'>, actor: Pick<Person, 'id'>): Answer {
  const target = keptInline(command.target)
  const text = keptText(command.text ?? '')
  const refusal = refusalOfLength(plain(target)) ?? refusalOfLength(text) ?? collision(segment, command.base)
  if (refusal) return refusal
  if (isBlank(target)) return refuse('suggestion-empty')
  if (sameInline(target, segment.target)) return refuse('suggestion-same')
  const { suggestions = [] } = segment
  const isKnown = suggestions.some(
    ({ by, settled, review, ...other }) =>
      sameInline(other.target, target) &&
      (command.outside ? review === command.outside.review : by === actor.id && settled === undefined),
  )
  if (isKnown) return []
  const most = countLimits.segmentSuggestions
  if (suggestions.length >= most) return refuse('suggestions-too-many', { most: String(most) })
  const event = { type: 'suggestion-made', v: 1, segment: segment.id, suggestion: command.suggestion, target } as const
  return [{ ...event, ...(text !== '' && { text }), ...(command.outside && { outside: command.outside }) }]
}

/** Stale or not: whoever takes it has seen the sentence as it is, for the version says so. */
export function takeSuggestion(segment: SegmentState, { base, suggestion: id }: Command<'take-suggestion'>): Answer {
  const suggestion = segment.suggestions?.find((one) => one.id === id)
  if (suggestion === undefined) return refuse('not-found')
  const isSame = sameInline(suggestion.target, segment.target)
  if (isSame && suggestion.settled?.how === 'taken') return []
  return collision(segment, base) ?? (isSame ? refuse('suggestion-same') : edit(segment, base, suggestion.target))
}

/** Left by whoever may edit the sentence, or taken back by whoever made it. */
export function leaveSuggestion(
  segment: SegmentState,
  command: Command<'leave-suggestion'>,
  actor: Pick<Person, 'id'>,
  { people }: RuleContext,
): Answer {
  const suggestion = segment.suggestions?.find(({ id }) => id === command.suggestion)
  if (suggestion === undefined) return refuse('not-found')
  const reason = keptText(command.reason ?? '')
  const refusal =
    refusalOfLength(reason) ?? (suggestion.by === actor.id ? null : refusalToAct(people, actor, 'take-suggestion'))
  if (refusal) return refusal
  if (suggestion.settled) return []
  const event = { type: 'suggestion-left', v: 1, segment: segment.id, suggestion: suggestion.id } as const
  return [reason === '' ? event : { ...event, reason }]
}
