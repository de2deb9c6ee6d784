import type { Person } from '../model/people.ts'
import type { SegmentState } from '../model/state.ts'
import type { OpenPoint } from './gates.ts'

/** Those whom an open sentence may wait for. */
export const turns = ['translator', 'reviser'] as const
export type Turn = (typeof turns)[number]

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
 * Unconfirmed words wait for a translator and confirmed ones for a reviser. An error waits for both: one can mend it, the
 * other send the sentence back or let the error stand.
 */
function turnsOf(points: readonly OpenPoint[]): readonly Turn[] {
  const forTranslator = points.some(({ reason }) => reason === 'untranslated' || reason === 'returned')
  if (forTranslator) return ['translator']
  const forReviser = points.every(({ reason }) => reason === 'unreviewed' || reason === 'figure-unconfirmed')
  return forReviser ? ['reviser'] : turns
}

/** Whether an open sentence is for this person to settle: by role, and nobody revises their own words. */
export function isMineToDo(
  turnsOfSentence: readonly Turn[],
  { authors }: Pick<SegmentState, 'authors'>,
  person: Pick<Person, 'id' | 'roles'>,
  singlePerson: boolean,
): boolean {
  return turnsOfSentence.some((turn) => {
    if (!person.roles.includes(turn)) return false
    return turn === 'translator' || singlePerson || !authors.includes(person.id)
  })
}
