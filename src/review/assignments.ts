import { type Assignment, actOfStep, type WorkStep } from '../model/assignment.ts'
import { countLimits } from '../model/count-limits.ts'
import type { DocumentEvent } from '../model/event.ts'
import type { OfficeSteps } from '../model/office-steps.ts'
import type { Absence, People, Person } from '../model/people.ts'
import { mayDo } from '../model/permissions.ts'
import { isRefusal, type Refusal, refuse } from '../model/refusal.ts'
import type { DocumentState } from '../model/state.ts'
import { type Asked, askedOfSegments, neededRevisions, revisionStamps, revisionsOf } from './four-eyes.ts'
import { refusalToAct } from './standing.ts'

/** A person's command on who does what in a document. */
export type AssignCommand =
  | { readonly type: 'assign'; readonly assignment: Assignment }
  /** Hands it over, or sets another day. */
  | {
      readonly type: 'change'
      readonly assignment: string
      readonly person: string
      readonly due: string | null
    }
  | { readonly type: 'end'; readonly assignment: string }

/**
 * The events of such a command; none if it is already so. Whoever may assign gives work to anybody who may do it; everybody
 * takes work themselves, hands over what they have and gives it back. A step that the office leaves to those to whom it is
 * given is given by somebody else, who may assign: nobody takes it, nor hands it to another by themselves.
 */
export function decideAssignment(
  state: DocumentState,
  command: AssignCommand,
  actor: Pick<Person, 'id'>,
  { people, steps }: { readonly people: People; readonly steps: OfficeSteps },
): readonly DocumentEvent[] | Refusal {
  const gives = { people, isGuarded: (step: WorkStep) => !people.singlePerson && steps.assignedOnly[step] }
  if (command.type === 'assign') return assign(state, command.assignment, actor, gives)
  const present = (state.assignments ?? []).find(({ id }) => id === command.assignment)
  if (present === undefined) return refuse('assignment-unknown')
  const { id: assignment, step } = present
  const isHandedOn = command.type === 'change' && command.person !== present.person
  const isOwn = present.person === actor.id && !(isHandedOn && gives.isGuarded(step))
  const refusal =
    refusalToAct(people, actor, isOwn ? 'take-work' : 'assign-work') ??
    (isHandedOn ? refusalToTake(step, command.person, actor, gives) : null)
  if (refusal) return refusal
  if (command.type === 'end') return [{ type: 'assignment-ended', v: 1, assignment }]
  const { person, due } = command
  if (person === present.person && due === present.due) return []
  return refusalOfWork({ step, person, due }, people) ?? [{ type: 'assignment-changed', v: 1, assignment, person, due }]
}

function assign(
  state: DocumentState,
  { id, step, person, segments, due }: Assignment,
  actor: Pick<Person, 'id'>,
  gives: Giving,
): readonly DocumentEvent[] | Refusal {
  const { people } = gives
  const refusal =
    refusalToAct(people, actor, person === actor.id ? 'take-work' : 'assign-work') ??
    refusalToTake(step, person, actor, gives)
  if (refusal) return refusal
  const wrong = refusalOfWork({ step, person, due }, people)
  if (wrong) return wrong
  const most = countLimits.assignments
  if ((state.assignments ?? []).length >= most) return refuse('assignments-too-many', { most: String(most) })
  if (segments === undefined) return [{ type: 'work-assigned', v: 1, assignment: { id, step, person, due } }]
  if (step === 'sign' || segments.length === 0) return refuse('bad-request', { place: 'segments' })
  const unknown = segments.find((segment) => !state.segments.has(segment))
  if (unknown !== undefined) return refuse('segment-unknown', { segment: unknown })
  const once = [...new Set(segments)]
  return [{ type: 'work-assigned', v: 1, assignment: { id, step, person, segments: once, due } }]
}

/** Who there is, and which steps are done only by those to whom they are given. */
interface Giving {
  readonly people: People
  readonly isGuarded: (step: WorkStep) => boolean
}

/** Nobody lets themselves in where only those work to whom it is given. */
function refusalToTake(
  step: WorkStep,
  person: string,
  actor: Pick<Person, 'id'>,
  { isGuarded }: Giving,
): Refusal | null {
  return person === actor.id && isGuarded(step) ? refuse('assignee-self', { step }) : null
}

/** Work is given to people who may do it, for a day that there is. */
function refusalOfWork({ step, person, due }: Pick<Assignment, 'step' | 'person' | 'due'>, people: People) {
  const refusal = refusalToAct(people, { id: person }, actOfStep[step])
  if (refusal?.code === 'person-unknown') return refusal
  if (refusal) return refuse('assignee-cannot', { step })
  return due === null || isDay(due) ? null : refuse('bad-request', { place: 'due' })
}

/** Whether a text is a day of the calendar, written `2026-12-01`. */
export function isDay(text: string): boolean {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null
  return date !== null && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** The day that it is in a time zone at an instant, as `2026-12-01`. */
export function dayIn(timeZone: string, at: string): string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  return format.format(new Date(at))
}

/** The assignments of a document after an event about one. */
export function assignmentsAfter(
  before: readonly Assignment[],
  event: Extract<DocumentEvent, { readonly type: 'work-assigned' | 'assignment-changed' | 'assignment-ended' }>,
): readonly Assignment[] {
  switch (event.type) {
    case 'work-assigned':
      return [...before, event.assignment]
    case 'assignment-changed': {
      const { assignment, person, due } = event
      return before.map((one) => (one.id === assignment ? { ...one, person, due } : one))
    }
    case 'assignment-ended':
      return before.filter(({ id }) => id !== event.assignment)
  }
}

/** How far an assignment is: of how many segments, and how many are left; of a signature one. */
export interface Progress {
  readonly total: number
  readonly open: number
}

/**
 * What is left of an assignment in the document as it is. Segments that were split or joined since are those that came of
 * them; those that a new version left out are none. What was revised and needs another revision is left to those who have
 * not revised it. `signed`: whether the signature holds.
 */
export function progressOf(state: DocumentState, { step, person, segments }: Assignment, asked: Asked): Progress {
  if (step === 'sign') return { total: 1, open: asked.signed ? 0 : 1 }
  const present = segments === undefined ? [...state.segments.keys()] : presentSegments(state, segments)
  const { revisions, singlePerson } = askedOfSegments(state, asked)
  const isOpen = (id: string) => {
    const segment = state.segments.get(id)
    if (segment === undefined || segment.state === 'initial') return segment !== undefined
    if (step !== 'revise') return false
    if (segment.state === 'translated') return true
    if (revisions === null || revisionsOf(segment, singlePerson).length >= neededRevisions(segment, revisions))
      return false
    return singlePerson || !revisionStamps(segment).some(({ by }) => by === person)
  }
  return { total: present.length, open: present.filter(isOpen).length }
}

/** The segments that these are now, each once. */
export function presentSegments(
  { segments, tombstones }: Pick<DocumentState, 'segments' | 'tombstones'>,
  ids: readonly string[],
): readonly string[] {
  const present = new Set<string>()
  const seen = new Set<string>()
  const follow = (id: string): void => {
    if (seen.has(id)) return
    seen.add(id)
    if (segments.has(id)) present.add(id)
    else for (const next of tombstones[id] ?? []) follow(next)
  }
  for (const id of ids) follow(id)
  return [...present]
}

/** Of people, what tells who does whose work. */
export interface Present {
  readonly people: readonly Pick<Person, 'id' | 'roles' | 'active' | 'away'>[]
}

/** Who does the work of a person on a day: somebody else as long as they are away, if that person may do it and is there. */
export function inPlaceOf(people: Present, person: string, step: Assignment['step'], today: string): string {
  const seen = new Set<string>()
  let now = person
  while (!seen.has(now)) {
    seen.add(now)
    const standIn = standInOf(people, now, today)
    const other = people.people.find(({ id, active }) => id === standIn && active)
    if (other === undefined || !mayDo(other, actOfStep[step])) return now
    now = other.id
  }
  return person
}

function standInOf(people: Present, person: string, today: string): string | null {
  const away = people.people.find(({ id }) => id === person)?.away
  return away !== undefined && away.from <= today && today <= away.until ? away.standIn : null
}

/** The refusal of an absence that makes no sense; null for one that does. */
export function refusalOfAbsence(people: People, person: string, { from, until, standIn }: Absence): Refusal | null {
  if (!isDay(from) || !isDay(until) || until < from) return refuse('bad-request', { place: 'until' })
  if (standIn === null) return null
  if (standIn === person) return refuse('bad-request', { place: 'standIn' })
  const known = refusalToAct(people, { id: standIn }, 'read')
  return isRefusal(known) ? refuse('person-unknown', { person: standIn }) : null
}
