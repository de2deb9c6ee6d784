import type { Draft, UndraftedReason } from '../../model/draft.ts'
import type { DocumentEvent } from '../../model/event.ts'
import { type Inline, plain } from '../../model/inline.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, refuse } from '../../model/refusal.ts'
import type { DocumentState, SegmentState } from '../../model/state.ts'
import { refusalOfWork, type WorkRules, works } from '../assigned-only.ts'
import type { SegmentCommand } from '../command.ts'
import { isUntouched, untouchedRepetitions } from '../repetitions.ts'
import { takesOver } from '../suggestions.ts'
import { isBlank, keptInline, refusalOfLength, sameInline } from '../text.ts'
import { type Answer, collision } from './answer.ts'

/** How the English of a segment comes about: drafts, edits, confirmations, and repetitions that take it over. */

/** A draft fills an empty segment and replaces a draft, never words that a person wrote or confirmed. */
export function fillWithDraft(segment: SegmentState, offered: Draft): Answer {
  if (segment.state !== 'initial' || (segment.target.length > 0 && segment.authors.length > 0)) return []
  const draft = { ...offered, target: keptInline(offered.target) }
  return isBlank(draft.target) ? [] : [{ type: 'segment-drafted', v: 1, segment: segment.id, draft }]
}

/** Notes of an empty segment why no draft came of it, unless that is known. */
export function leaveUndrafted(segment: SegmentState, reason: UndraftedReason): Answer {
  const isNews = segment.state === 'initial' && segment.target.length === 0 && segment.undrafted !== reason
  return isNews ? [{ type: 'segment-undrafted', v: 1, segment: segment.id, reason }] : []
}

/** With a version, only the draft that was seen; and what is no draft any more is refused. */
export function discardDraft(segment: SegmentState, base?: number): Answer {
  const isDraft = isUntouched(segment) && segment.draft !== undefined
  if (base !== undefined) {
    const collided = collision(segment, base)
    if (collided) return collided
    if (!isDraft) return refuse('segment-no-draft', { segment: segment.id })
  }
  return isDraft ? [{ type: 'draft-discarded', v: 1, segment: segment.id }] : []
}

/** For what is the same in both languages, and for codes that are to be put around English. */
export function copySource(segment: SegmentState, base: number): Answer {
  const collided = collision(segment, base)
  if (collided) return collided
  if (!isUntouched(segment)) return refuse('segment-written', { segment: segment.id })
  return edit(segment, base, segment.source)
}

export function edit(segment: SegmentState, base: number, words: Inline): Answer {
  const target = keptInline(words)
  const tooLong = refusalOfLength(plain(target))
  if (tooLong) return tooLong
  // The same text again is neither an edit nor a collision: the client repeats a request whose answer was lost.
  if (sameInline(target, segment.target)) return []
  // Without an author no person's text can be lost: a draft that arrived during typing is overwritten.
  if (segment.authors.length > 0) {
    const collided = collision(segment, base)
    if (collided) return collided
  }
  const taken = suggestionsOf(segment, target)
  return [{ type: 'segment-edited', v: 1, segment: segment.id, target, ...(taken.length > 0 && { taken }) }]
}

/** The suggestions that the edit takes over, however it came to be: nobody approves their own words by way of another. */
function suggestionsOf(segment: SegmentState, target: Inline): readonly string[] {
  const { suggestions = [] } = segment
  return suggestions.filter((suggestion) => takesOver(segment, suggestion, target)).map(({ id }) => id)
}

/**
 * The edit of a replacement. Unlike what somebody types, it was chosen for the text that was looked at: any other text
 * stays, a draft's too. The same replacement again has nothing to do.
 */
export function replace(
  segment: SegmentState,
  { base, target: words, act, signed }: Extract<SegmentCommand, { readonly type: 'replace' }>,
  actor: Pick<Person, 'id'>,
): Answer {
  if (segment.replaced?.act === act && segment.edited?.by === actor.id) return []
  const collided = collision(segment, base)
  if (collided) return collided
  if (segment.state === 'final' && !signed) return refuse('segment-signed', { segment: segment.id })
  const edits = edit(segment, base, words)
  if (isRefusal(edits)) return edits
  return edits.map((event) => (event.type === 'segment-edited' ? { ...event, act } : event))
}

export function undoReplacement(segment: SegmentState, act: string, actor: Pick<Person, 'id'>): Answer {
  if (segment.replaced?.act !== act || segment.edited?.by !== actor.id) {
    return refuse('nothing-to-undo', { segment: segment.id })
  }
  return [{ type: 'edit-undone', v: 1, segment: segment.id, act }]
}

export function translate(
  segment: SegmentState,
  base: number,
  words: Inline | undefined,
  actor: Pick<Person, 'id'>,
): Answer {
  const edits = words === undefined ? [] : edit(segment, base, words)
  if (isRefusal(edits)) return edits
  if (edits.length === 0 && segment.state !== 'initial' && segment.authors.includes(actor.id)) return []
  const collided = edits.length === 0 ? collision(segment, base) : null
  if (collided) return collided
  if (isBlank(words ?? segment.target)) return refuse('segment-empty', { segment: segment.id })
  // The text is confirmed already; a second confirmation would only add an author.
  if (edits.length === 0 && segment.state !== 'initial') return []
  return [...edits, { type: 'segment-translated', v: 1, segment: segment.id }]
}

/**
 * Whoever wrote or confirmed the words here has part in them wherever they come to stand. Places that are others' work stay
 * as they are.
 */
export function propagate(
  state: DocumentState,
  segment: SegmentState,
  base: number,
  actor: Pick<Person, 'id'>,
  rules: WorkRules,
): Answer {
  const collided = collision(segment, base)
  if (collided) return collided
  if (segment.state === 'initial') return refuse('segment-not-translated', { segment: segment.id })
  const authors = [...new Set([...segment.authors, actor.id])]
  const { id: from, target, taken } = segment
  const own = untouchedRepetitions(state, segment).filter(
    ({ id }) => refusalOfWork(state, id, actor, works.wording, rules) === null,
  )
  return own.map(
    ({ id }): DocumentEvent => ({
      type: 'segment-propagated',
      v: 1,
      segment: id,
      from,
      target,
      authors,
      ...(taken && { taken }),
    }),
  )
}

export function undoPropagation(
  state: DocumentState,
  { id }: SegmentState,
  actor: Pick<Person, 'id'>,
  rules: WorkRules,
): Answer {
  const propagated = [...state.segments.values()].filter(
    (segment) =>
      segment.propagated?.from === id &&
      segment.translated?.by === actor.id &&
      refusalOfWork(state, segment.id, actor, works.wording, rules) === null,
  )
  if (propagated.length === 0) return refuse('nothing-to-undo', { segment: id })
  return propagated.map((segment): DocumentEvent => ({ type: 'propagation-undone', v: 1, segment: segment.id }))
}
