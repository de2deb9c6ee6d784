import type { People, Person } from '../model/people.ts'
import { type Act, refusalOfRoles } from '../model/permissions.ts'
import { type Refusal, refuse } from '../model/refusal.ts'

/** The refusal if this person may not do this, by the record of people rather than by what the caller says of them. */
export function refusalToAct(people: People, actor: Pick<Person, 'id'>, act: Act): Refusal | null {
  const person = people.people.find((candidate) => candidate.id === actor.id)
  if (person === undefined) return refuse('person-unknown', { person: actor.id })
  if (!person.active) return refuse('not-signed-in')
  return refusalOfRoles(person.roles, act)
}
