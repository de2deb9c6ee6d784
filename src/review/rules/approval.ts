import type { Person } from '../../model/people.ts'
import { mayDo } from '../../model/permissions.ts'
import { refuse } from '../../model/refusal.ts'
import type { DocumentState, SegmentState } from '../../model/state.ts'
import { refusalOfWork, works } from '../assigned-only.ts'
import {
  isRewordingOf,
  leastRevisions,
  neededRevisions,
  revisionOf,
  revisionStamps,
  revisionsOf,
} from '../four-eyes.ts'
import { keptText, refusalOfLength } from '../text.ts'
import { unwaivedErrors } from '../waivers.ts'
import { type Answer, collision, type RuleContext } from './answer.ts'

/** How people approve the words of one another, and take that back. */

/**
 * The first revision, or a further one where more are needed: each by another person, and none by whoever signs. Whoever repeats a request whose answer
 * was lost has nothing to do, and whoever asks anew where the next one is for somebody else is told so.
 */
export function revise(
  state: DocumentState,
  segment: SegmentState,
  base: number,
  actor: Pick<Person, 'id'>,
  { people, findings, office }: RuleContext,
): Answer {
  const revisions = revisionsOf(segment, people.singlePerson)
  const needed = neededRevisions(segment, leastRevisions(state, office.steps))
  const isDone = revisions.length >= needed
  const isOwn = revisions.some(({ by }) => by === actor.id)
  if (isOwn && (isDone || segment.version !== base)) return []
  const collided = collision(segment, base)
  if (collided) return collided
  if (isDone) return []
  if (segment.state === 'initial') return refuse('segment-not-translated', { segment: segment.id })
  if (!people.singlePerson && segment.authors.includes(actor.id)) {
    return refuse('own-segment', { segment: segment.id })
  }
  if (!people.singlePerson && isOwn) return refuse('own-revision', { segment: segment.id })
  if (!people.singlePerson && hasSigned(state, actor)) return refuse('own-signature', { segment: segment.id })
  const errors = unwaivedErrors(segment, findings, people.singlePerson)
  if (errors.length > 0) {
    return refuse('segment-has-errors', { segment: segment.id, count: String(errors.length) })
  }
  return [{ type: revisions.length === 0 ? 'segment-revised' : 'segment-revised-again', v: 1, segment: segment.id }]
}

/** Whether the last signature is of this person and of the document as it is: a further revision leaves it in place. */
function hasSigned({ signOff, touchedSinceSignOff }: DocumentState, { id }: Pick<Person, 'id'>): boolean {
  return signOff?.by === id && !touchedSinceSignOff
}

/**
 * Of two people who worked on the wording one after the other, the first accepts what the second has confirmed: each has
 * approved the words of the other. One of the two has to be a reviser, by whose eyes it is then revised.
 */
export function accept(
  state: DocumentState,
  segment: SegmentState,
  base: number,
  actor: Pick<Person, 'id'>,
  { people, findings, office }: RuleContext,
): Answer {
  if (segment.accepted?.by === actor.id) return []
  const collided = collision(segment, base)
  if (collided) return collided
  if (segment.state === 'initial') return refuse('segment-not-translated', { segment: segment.id })
  if (revisionOf(segment, people.singlePerson) !== undefined) return []
  if (!isRewordingOf(segment, actor.id)) return refuse('not-your-wording', { segment: segment.id })
  const revisers = [segment.translated?.by, actor.id].flatMap((id) =>
    people.people.filter((person) => person.id === id && mayDo(person, 'revise')),
  )
  if (revisers.length === 0) return refuse('not-your-wording', { segment: segment.id })
  const refusals = revisers.map((person) =>
    refusalOfWork(state, segment.id, person, works.revising, { people, office }),
  )
  const reviser = revisers[refusals.indexOf(null)]?.id
  if (reviser === undefined) return refusals[0] ?? refuse('not-your-wording', { segment: segment.id })
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
  const { state, authors, accepted } = segment
  const isReviser = revisionStamps(segment).some(({ by }) => by === actor.id)
  const isOwn = state === 'translated' ? authors.includes(actor.id) : isReviser || accepted?.by === actor.id
  if (!isOwn) return refuse('nothing-to-undo', { segment: segment.id })
  return [{ type: 'segment-reopened', v: 1, segment: segment.id }]
}
