import type { PeopleEvent } from '../../model/event.ts'
import type { Person, Role } from '../../model/people.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import { decidePeople, type PeopleCommand } from '../../review/people.ts'
import { admit } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { inviteAccount } from './accounts.ts'

export async function listPeople(
  workspace: Workspace,
  actor: Person,
): Promise<{ readonly people: readonly Person[]; readonly singlePerson: boolean } | Refusal> {
  const state = await admit(workspace, actor, 'read')
  return isRefusal(state) ? state : { people: state.people, singlePerson: state.singlePerson }
}

/** Adds a person; `token` is for the one-time link by which they set their password. */
export async function addPerson(
  workspace: Workspace,
  actor: Person,
  { login, name, roles }: { readonly login: string; readonly name: string; readonly roles: readonly Role[] },
): Promise<{ readonly person: Person; readonly token: string } | Refusal> {
  const id = workspace.world.newId()
  const written = await record(workspace, actor, { type: 'add', person: { id, login, name, roles } })
  if (isRefusal(written)) return written
  const person = await personOf(workspace, id)
  if (isRefusal(person)) return person
  const token = await inviteAccount(workspace, id, actor.id)
  return isRefusal(token) ? token : { person, token }
}

/** Changes a person's name, roles and whether they are active. A deactivated person stays in every record. */
export async function changePerson(
  workspace: Workspace,
  actor: Person,
  change: {
    readonly person: string
    readonly name: string
    readonly roles: readonly Role[]
    readonly active: boolean
  },
): Promise<{ readonly person: Person } | Refusal> {
  const written = await record(workspace, actor, { type: 'change', ...change })
  if (isRefusal(written)) return written
  const person = await personOf(workspace, change.person)
  return isRefusal(person) ? person : { person }
}

/** Makes a new one-time link for a forgotten password. */
export async function invite(
  workspace: Workspace,
  actor: Person,
  { person }: { readonly person: string },
): Promise<{ readonly token: string } | Refusal> {
  const people = await admit(workspace, actor, 'manage-people')
  if (isRefusal(people)) return people
  const existing = await personOf(workspace, person)
  if (isRefusal(existing)) return existing
  if (existing.erased !== undefined) return refuse('person-erased')
  const token = await inviteAccount(workspace, existing.id, actor.id)
  return isRefusal(token) ? token : { token }
}

/** Suspends or restores four eyes. Every certificate signed while it is suspended says so. */
export async function declareSinglePerson(
  workspace: Workspace,
  actor: Person,
  { on }: { readonly on: boolean },
): Promise<{ readonly singlePerson: boolean } | Refusal> {
  const written = await record(workspace, actor, { type: 'declare-single-person', on })
  return isRefusal(written) ? written : { singlePerson: on }
}

function record(workspace: Workspace, actor: Person, command: PeopleCommand) {
  return workspace.people.write(actor.id, ({ state }): readonly PeopleEvent[] | Refusal =>
    decidePeople(state, command, actor),
  )
}

async function personOf(workspace: Workspace, id: string): Promise<Person | Refusal> {
  const { state } = await workspace.people.read()
  return state.people.find((person) => person.id === id) ?? refuse('person-unknown', { person: id })
}
