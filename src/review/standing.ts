import type { People, Person, Role } from '../model/people.ts'
import { type Refusal, refuse } from '../model/refusal.ts'

/**
 * Whether someone may act in one of these roles (none named: any active person may). Goes by the record of people,
 * not by what the caller believes of the actor.
 */
export function refusalToAct(people: People, actor: Pick<Person, 'id'>, anyOf: readonly Role[] | null): Refusal | null {
  const person = people.people.find((candidate) => candidate.id === actor.id)
  if (person === undefined) return refuse('person-unknown', { person: actor.id })
  if (!person.active) return refuse('not-signed-in')
  if (anyOf === null || anyOf.some((role) => person.roles.includes(role))) return null
  return refuse('role-missing', { roles: anyOf.join(', ') })
}
