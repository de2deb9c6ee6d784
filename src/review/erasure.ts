import type { PeopleEvent } from '../model/event.ts'
import { mayDo } from '../model/permissions.ts'
import { type Refusal, refuse } from '../model/refusal.ts'
import type { PeopleState } from './people.ts'
import { refusalToAct } from './standing.ts'

/**
 * An administrator's word that the data of somebody whose account is closed be erased. It cannot be taken back, so it takes
 * two administrators wherever there are two; the first word holds if it was given after `since` (UTC, ISO 8601), and is
 * nothing once its giver administers no more. The id stays in every record, and four eyes go on asking for it.
 */
export function decideErasure(
  state: PeopleState,
  actor: string,
  person: string,
  since: string,
): readonly PeopleEvent[] | Refusal {
  const refusal = refusalToAct(state, { id: actor }, 'manage-people')
  if (refusal) return refusal
  const present = state.people.find(({ id }) => id === person)
  if (present === undefined) return refuse('person-unknown', { person })
  if (present.erased !== undefined) return refuse('person-erased')
  if (present.active) return refuse('erasure-open')
  const erased: PeopleEvent = { type: 'person-erased', v: 1, person, number: nextNumber(state) }
  if (!hasOtherAdministrator(state, actor)) return [erased]
  const asked = wordFor(state, person, since)
  if (asked === undefined) return [{ type: 'erasure-asked', v: 1, person }]
  return asked.by === actor ? refuse('erasure-second') : [erased]
}

/** The word that was given for an erasure, as long as it holds. */
export function wordFor(
  state: PeopleState,
  person: string,
  since: string,
): PeopleState['erasures'][number] | undefined {
  const asked = state.erasures.find((one) => one.person === person && one.at > since)
  return asked && refusalToAct(state, { id: asked.by }, 'manage-people') === null ? asked : undefined
}

export function hasOtherAdministrator({ people }: PeopleState, actor: string): boolean {
  return people.some((other) => other.id !== actor && other.active && mayDo(other, 'manage-people'))
}

/** Numbers are given once, so that two people are never called the same. */
function nextNumber({ people }: PeopleState): number {
  return Math.max(0, ...people.map(({ erased = 0 }) => erased)) + 1
}
