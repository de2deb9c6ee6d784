import type { Person, Role } from '../../model/people.ts'
import { isRefusal } from '../../model/refusal.ts'
import { firstPeople } from '../../review/people.ts'
import { activePerson } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { inviteAccount, standingOf } from './accounts.ts'

/** A person with a new account, and the token of their one-time link. */
export interface Invited {
  readonly person: Person
  readonly token: string
}

interface First {
  readonly login: string
  readonly name: string
  readonly roles: readonly Role[]
}

const administrator: First = { login: 'admin', name: 'Administrator', roles: ['administrator', 'terminologist'] }

/** Invented people for the sample, one for each step, to demonstrate four eyes. */
const sampleTeam: readonly First[] = [
  { login: 'translator', name: 'Tan Yue', roles: ['translator'] },
  { login: 'reviser', name: 'Ren Jia', roles: ['reviser'] },
  { login: 'approver', name: 'An Ping', roles: ['approver'] },
]

/** Gives a new workspace its administrator and, for the sample, a translator, a reviser and an approver. */
export async function setUp(workspace: Workspace, { sample }: { readonly sample: boolean }): Promise<void> {
  const first = sample ? [administrator, ...sampleTeam] : [administrator]
  const written = await workspace.people.write('system', ({ state }) =>
    firstPeople(
      state,
      first.map((person) => ({ ...person, id: workspace.world.newId() })),
    ),
  )
  if (isRefusal(written)) throw new Error(`the people of the workspace could not be written: ${written.code}`)
}

/**
 * Invites those of the first people who have neither a password nor a valid invitation; with `again` also those who
 * have a valid one, which becomes invalid: for whoever starts the server at a terminal and has lost the links.
 */
export async function inviteFirstPeople(
  workspace: Workspace,
  { again }: { readonly again: boolean },
): Promise<readonly Invited[]> {
  const { entries } = await workspace.people.read()
  const invited: Invited[] = []
  for (const { by, event } of await entries()) {
    if (by !== 'system' || event.type !== 'person-added') continue
    const person = await activePerson(workspace, event.person.id)
    if (person === null) continue
    const standing = await standingOf(workspace, person.id)
    if (standing === 'has-password' || (standing === 'is-invited' && !again)) continue
    const token = await inviteAccount(workspace, person.id, 'system')
    if (isRefusal(token)) throw new Error(`nobody can be invited: ${token.code}`)
    invited.push({ person, token })
  }
  return invited
}
