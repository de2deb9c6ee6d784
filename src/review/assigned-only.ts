import { type Assignment, actOfStep, type WorkStep } from '../model/assignment.ts'
import type { OfficeRules } from '../model/office-steps.ts'
import type { People, Person } from '../model/people.ts'
import { mayDo } from '../model/permissions.ts'
import { type Refusal, refuse } from '../model/refusal.ts'
import { remembering } from '../model/remembering.ts'
import type { DocumentState } from '../model/state.ts'
import { inPlaceOf, type Present } from './assignments.ts'

/**
 * Work that nobody does but those to whom it is assigned, where the office has a step so. It comes on top of roles and four
 * eyes and lifts neither. In a workspace of a single person nobody could give the work, so that it does not hold there.
 */

/** Of a document, what tells who is given what. */
type Given = Pick<DocumentState, 'assignments' | 'tombstones'>

/** The people to whom a step of a segment is given, each once; `null`: of the document, where that is given as a whole. */
export function givenTo({ assignments = [], tombstones }: Given, step: WorkStep, segment: string | null) {
  const people = new Set<string>()
  let line: readonly string[] | undefined
  for (const assignment of assignments) {
    if (assignment.step !== step) continue
    if (assignment.segments !== undefined) {
      if (segment === null) continue
      line ??= lineOf(tombstones, segment)
      const ids = idsOf(assignment)
      if (!line.some((id) => ids.has(id))) continue
    }
    people.add(assignment.person)
  }
  return [...people]
}

const idsOf = remembering(({ segments = [] }: Assignment): ReadonlySet<string> => new Set(segments))

/** What each segment was made of. */
const originsOf = remembering((tombstones: DocumentState['tombstones']): ReadonlyMap<string, readonly string[]> => {
  const origins = new Map<string, string[]>()
  for (const [id, successors] of Object.entries(tombstones)) {
    for (const successor of successors) origins.set(successor, [...(origins.get(successor) ?? []), id])
  }
  return origins
})

/** A segment, and those that it was split, joined or made of. */
function lineOf(tombstones: DocumentState['tombstones'], segment: string): readonly string[] {
  const origins = originsOf(tombstones)
  const line = new Set([segment])
  for (const id of line) for (const origin of origins.get(id) ?? []) line.add(origin)
  return [...line]
}

/** Whether it is this person who does what is given to these: one of them, or whoever stands in for one on that day. */
export function isAmong(
  given: readonly string[],
  person: string,
  step: WorkStep,
  { people, today }: { readonly people: Present; readonly today: string },
): boolean {
  return given.some((id) => id === person || inPlaceOf(people, id, step, today) === person)
}

/** What tells whose work something is: the people, and what the office has of its steps. */
export interface WorkRules {
  readonly people: People
  readonly office: OfficeRules
}

/** Work as one may come to it. */
interface Work {
  /** One of these steps, where the office leaves it to whoever has the role … */
  readonly free: readonly WorkStep[]
  /** … or one of these, where it is given to the person. */
  readonly given: readonly WorkStep[]
}

/**
 * What work is. Words are changed and confirmed by those who translate a segment, and by those to whom its revision is
 * given: what they correct is part of revising. Whoever revises or signs judges it: sends it back, lets an error stand.
 */
export const works = {
  wording: { free: ['translate'], given: ['translate', 'revise'] },
  revising: { free: ['revise'], given: ['revise'] },
  judging: { free: ['revise', 'sign'], given: ['revise', 'sign'] },
  signing: { free: ['sign'], given: ['sign'] },
} as const satisfies Readonly<Record<string, Work>>

/** Why some work on a segment, or `null` the document, is not for this person, who has the role for it. */
export function refusalOfWork(
  state: Given,
  segment: string | null,
  actor: Pick<Person, 'id'>,
  { free, given }: Work,
  { people, office: { steps, today } }: WorkRules,
): Refusal | null {
  const person = people.people.find(({ id }) => id === actor.id)
  if (people.singlePerson || person === undefined) return null
  const may = (step: WorkStep) => mayDo(person, actOfStep[step])
  const step = free.find(may)
  // Whoever has no role for it is told that elsewhere.
  if (step === undefined || free.some((one) => !steps.assignedOnly[one] && may(one))) return null
  const isMine = (one: WorkStep) => may(one) && isAmong(givenTo(state, one, segment), actor.id, one, { people, today })
  if (given.some(isMine)) return null
  const others = givenTo(state, step, segment).map((id) => people.people.find((one) => one.id === id)?.name ?? id)
  return others.length === 0
    ? refuse('work-of-nobody', { step })
    : refuse('work-of-others', { step, names: others.join(', ') })
}
