import type { Person } from '../../model/people.ts'
import { mayDo } from '../../model/permissions.ts'
import { refuse } from '../../model/refusal.ts'
import type { SegmentState } from '../../model/state.ts'
import { isRewordingOf, revisionOf } from '../four-eyes.ts'
import { keptText, refusalOfLength } from '../text.ts'
import { unwaivedErrors } from '../waivers.ts'
import { type Answer, collision, type RuleContext } from './answer.ts'

/** How people approve the words of one another, and take that back. */

export function revise(
  segment: SegmentState,
  base: number,
  actor: Pick<Person, 'id'>,
  { people, findings }: RuleContext,
): Answer {
  const revision = revisionOf(segment, people.singlePerson)
  if (revision?.by === actor.id) return []
  const collided = collision(segment, base)
  if (collided) return collided
  if (revision !== undefined) return []
  if (segment.state === 'initial') return refuse('segment-not-translated', { segment: segment.id })
  if (!people.singlePerson && segment.authors.includes(actor.id)) {
    return refuse('own-segment', { segment: segment.id })
  }
  const errors = unwaivedErrors(segment, findings, people.singlePerson)
  if (errors.length > 0) {
    return refuse('segment-has-errors', { segment: segment.id, count: String(errors.length) })
  }
  return [{ type: 'segment-revised', v: 1, segment: segment.id }]
}

/**
 * Of two people who worked on the wording one after the other, the first accepts what the second has confirmed: each has
 * approved the words of the other. One of the two has to be a reviser, by whose eyes it is then revised.
 */
export function accept(
  segment: SegmentState,
  base: number,
  actor: Pick<Person, 'id'>,
  { people, findings }: RuleContext,
): Answer {
  if (segment.accepted?.by === actor.id) return []
  const collided = collision(segment, base)
  if (collided) return collided
  if (segment.state === 'initial') return refuse('segment-not-translated', { segment: segment.id })
  if (revisionOf(segment, people.singlePerson) !== undefined) return []
  if (!isRewordingOf(segment, actor.id)) return refuse('not-your-wording', { segment: segment.id })
  const reviser = [segment.translated?.by, actor.id].find((id) =>
    people.people.some((person) => person.id === id && mayDo(person, 'revise')),
  )
  if (reviser === undefined) return refuse('not-your-wording', { segment: segment.id })
  // Whoever accepts is an author of the words from now on, and has waived nothing in them.
  const authors = [...segment.authors, actor.id]
  const errors = unwaivedErrors({ ...segment, authors }, findings, people.singlePerson)
  if (errors.length > 0) {
    return refuse('segment-has-errors', { segment: segment.id, count: String(errors.length) })
  }
  return [{ type: 'wording-accepted', v: 1, segment: segment.id, reviser }]
}

export function sendBack(segment: SegmentState, base: number, words: string): Answer {
  const reason = keptText(words)
  if (reason === '') return refuse('reason-missing')
  const refusal = refusalOfLength(reason) ?? collision(segment, base)
  if (refusal) return refusal
  if (segment.state === 'initial') return refuse('segment-not-translated', { segment: segment.id })
  return [{ type: 'segment-returned', v: 1, segment: segment.id, reason }]
}

/** People can undo only their own confirmation; they return another person's with a reason. */
export function reopen(segment: SegmentState, base: number, actor: Pick<Person, 'id'>): Answer {
  const collided = collision(segment, base)
  if (collided) return collided
  const { state, authors, revised, accepted } = segment
  const isOwn =
    state === 'translated' ? authors.includes(actor.id) : revised?.by === actor.id || accepted?.by === actor.id
  if (!isOwn) return refuse('nothing-to-undo', { segment: segment.id })
  return [{ type: 'segment-reopened', v: 1, segment: segment.id }]
}
