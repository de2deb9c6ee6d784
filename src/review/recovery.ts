import type { PeopleEvent } from '../model/event.ts'
import { type Refusal, refuse } from '../model/refusal.ts'
import type { PeopleState } from './people.ts'
import { refusalToAct } from './standing.ts'

/**
 * An administrator's word that somebody may come in without their passkeys. It takes two, neither of them the person; the
 * first holds if it was given after `since` (UTC, ISO 8601), and is nothing once its giver administers no more.
 */
export function decideRecovery(
  state: PeopleState,
  actor: string,
  person: string,
  since: string,
): readonly PeopleEvent[] | Refusal {
  const refusal = refusalToAct(state, { id: actor }, 'manage-people')
  if (refusal) return refusal
  if (actor === person) return refuse('recovery-own')
  const asked = state.recoveries.find((one) => one.person === person && one.at > since)
  const holds = asked !== undefined && refusalToAct(state, { id: asked.by }, 'manage-people') === null
  if (!holds) return [{ type: 'recovery-asked', v: 1, person }]
  if (asked.by === actor) return refuse('recovery-second')
  return [{ type: 'recovery-agreed', v: 1, person }]
}
