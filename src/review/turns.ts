import type { Person } from '../model/people.ts'
import { mayDo } from '../model/permissions.ts'
import type { SegmentState } from '../model/state.ts'
import { type Turn, turns } from '../model/turn.ts'
import { isRewordingOf } from './four-eyes.ts'
import type { OpenPoint } from './gates.ts'

/** A sentence between which and a signature something stands, and whose turn it is. */
export interface OpenSentence {
  readonly segment: string
  readonly turns: readonly Turn[]
}

/** The open sentences of a document in reading order, each once. */
export function openSentences(points: readonly OpenPoint[]): readonly OpenSentence[] {
  const bySegment = Map.groupBy(points, ({ segment }) => segment)
  return [...bySegment].map(([segment, reasons]) => ({ segment, turns: turnsOf(reasons) }))
}

/**
 * Unconfirmed words wait for a translator and confirmed ones for a reviser. An error and a comment that blocks wait for
 * both: one can mend the words or answer, the other send the sentence back or let the error stand.
 */
export function turnsOf(points: readonly OpenPoint[]): readonly Turn[] {
  const forTranslator = points.some(({ reason }) => reason === 'untranslated' || reason === 'returned')
  if (forTranslator) return ['translator']
  const forReviser = points.every(({ reason }) => reason === 'unreviewed' || reason === 'figure-unconfirmed')
  return forReviser ? ['reviser'] : turns
}

/** What of a sentence decides who may settle it. */
export type Wording = Pick<SegmentState, 'authors' | 'state' | 'translated' | 'reworded' | 'taken'>

/**
 * Whether an open sentence is for this person to settle: by role, and nobody revises their own words. Of two who worked
 * on the wording one after the other, the first may accept what the second has confirmed.
 */
export function isMineToDo(
  turnsOfSentence: readonly Turn[],
  wording: Wording,
  person: Pick<Person, 'id' | 'roles'>,
  singlePerson: boolean,
): boolean {
  return turnsOfSentence.some((turn) => {
    if (turn === 'reviser' && isRewordingOf(wording, person.id) && mayDo(person, 'accept')) return true
    if (!person.roles.includes(turn)) return false
    return turn === 'translator' || singlePerson || !wording.authors.includes(person.id)
  })
}
