import type { WorkStep } from '../model/assignment.ts'
import type { OfficeSteps } from '../model/office-steps.ts'
import type { People, Person } from '../model/people.ts'
import { mayDo } from '../model/permissions.ts'
import type { DocumentState, SegmentState } from '../model/state.ts'
import { type Turn, turns } from '../model/turn.ts'
import { givenTo, isAmong } from './assigned-only.ts'
import type { Present } from './assignments.ts'
import { isRewordingOf, revisionStamps } from './four-eyes.ts'
import type { OpenPoint } from './gates.ts'

/** A sentence between which and a signature something stands, and whose turn it is. */
export interface OpenSentence extends Waiting {
  readonly segment: string
}

/** Whose turn something is. */
export interface Waiting {
  readonly turns: readonly Turn[]
  /** Nothing but another revision is missing: it is for none of those who have revised it. */
  readonly again: boolean
}

/** The open sentences of a document in reading order, each once. */
export function openSentences(points: readonly OpenPoint[]): readonly OpenSentence[] {
  const bySegment = Map.groupBy(points, ({ segment }) => segment)
  return [...bySegment].map(([segment, reasons]) => ({ segment, ...waitingOf(reasons) }))
}

/**
 * Unconfirmed words wait for a translator and confirmed ones for a reviser. An error and a comment that blocks wait for
 * both: one can mend the words or answer, the other send the sentence back or let the error stand.
 */
export function waitingOf(points: readonly OpenPoint[]): Waiting {
  const forTranslator = points.some(({ reason }) => reason === 'untranslated' || reason === 'returned')
  if (forTranslator) return { turns: ['translator'], again: false }
  const again = points.every(({ reason }) => reason === 'revision-due')
  const forReviser = points.every(({ reason }) => forRevisers.has(reason))
  return { turns: forReviser ? ['reviser'] : turns, again }
}

const forRevisers: ReadonlySet<OpenPoint['reason']> = new Set(['unreviewed', 'revision-due', 'figure-unconfirmed'])

/** What of a sentence decides who may settle it. */
export type Wording = Pick<
  SegmentState,
  'authors' | 'state' | 'translated' | 'revised' | 'revisedAgain' | 'reworded' | 'taken'
>

/** To whom the work on a sentence is given, where the office leaves it to them; null where it is for anybody with the role. */
export type GivenTurns = Readonly<Record<Turn, readonly string[] | null>>

const forAnybody: GivenTurns = { translator: null, reviser: null }

export function givenTurns(
  state: Pick<DocumentState, 'assignments' | 'tombstones'>,
  segment: string,
  { assignedOnly }: OfficeSteps,
): GivenTurns {
  if (!assignedOnly.translate && !assignedOnly.revise) return forAnybody
  return {
    translator: assignedOnly.translate ? givenTo(state, 'translate', segment) : null,
    reviser: assignedOnly.revise ? givenTo(state, 'revise', segment) : null,
  }
}

const stepOfTurn = { translator: 'translate', reviser: 'revise' } as const satisfies Readonly<Record<Turn, WorkStep>>

/** Who there is and which day it is: what tells who stands in for whom. */
interface Today {
  readonly people: Present & Pick<People, 'singlePerson'>
  readonly today: string
}

/**
 * Whether an open sentence is for this person to settle: by role, as it is given, and nobody revises their own words, or any
 * words twice. Of two who worked on the wording one after the other, the first may accept what the second has confirmed.
 */
export function isMineToDo(
  { turns: turnsOfSentence, again }: Waiting,
  wording: Wording,
  given: GivenTurns,
  person: Pick<Person, 'id' | 'roles'>,
  { people, today }: Today,
): boolean {
  const isMine = (turn: Turn) => {
    const to = given[turn]
    return people.singlePerson || to === null || isAmong(to, person.id, stepOfTurn[turn], { people, today })
  }
  return turnsOfSentence.some((turn) => {
    const accepts = turn === 'reviser' && isRewordingOf(wording, person.id) && mayDo(person, 'accept')
    if (accepts && isMine('translator')) return true
    if (!person.roles.includes(turn) || !isMine(turn)) return false
    if (turn === 'translator' || people.singlePerson) return true
    const hasRevised = revisionStamps(wording).some(({ by }) => by === person.id)
    return !wording.authors.includes(person.id) && !(again && hasRevised)
  })
}
