import type { DocumentEvent } from '../model/event.ts'
import type { People, Person } from '../model/people.ts'
import { type Refusal, refuse } from '../model/refusal.ts'
import type { DocumentState } from '../model/state.ts'
import { refusalToAct } from './standing.ts'
import { keptText } from './text.ts'

/** Most files of one document that went out to reviewers, and most UTF-16 units in the name of one. */
const limits = { reviews: 200, name: 100 }

/** Sends a document, as it is, to a reviewer who has no account; `id` is the review's, chosen by the sender. */
export function decideReview(
  state: DocumentState,
  { id, name: given }: { readonly id: string; readonly name: string },
  actor: Pick<Person, 'id'>,
  people: People,
): readonly DocumentEvent[] | Refusal {
  const refusal = refusalToAct(people, actor, 'send-review')
  if (refusal) return refusal
  const name = keptText(given).replace(/\s+/gu, ' ')
  if (name === '') return refuse('reviewer-unnamed')
  if (name.length > limits.name) return refuse('text-too-long', { most: String(limits.name) })
  if ((state.reviews ?? []).length >= limits.reviews)
    return refuse('reviews-too-many', { most: String(limits.reviews) })
  return [{ type: 'review-sent', v: 1, review: id, name }]
}
