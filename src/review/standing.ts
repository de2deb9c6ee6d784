import type { People, Person } from '../model/people.ts'
import { type Act, refusalOfRoles } from '../model/permissions.ts'
import { type Refusal, refuse } from '../model/refusal.ts'

/** Whether someone may do this. Goes by the record of people, not by what the caller believes of the actor. */
export function refusalToAct(people: People, actor: Pick<Person, 'id'>, act: Act): Refusal | null {
  const person = people.people.find((candidate) => candidate.id === actor.id)
  if (person === undefined) return refuse('person-unknown', { person: actor.id })
  if (!person.active) return refuse('not-signed-in')
  return refusalOfRoles(person.roles, act)
}
