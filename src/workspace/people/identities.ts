import type { PeopleEvent } from '../../model/event.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { Identity, LinkedIdentity, ProviderWord } from '../../model/sign-in.ts'
import { byProvider } from '../../review/people.ts'
import { decideLink, decideProviderEntry, decideUnlink, holderOf } from '../../review/provider.ts'
import { activePerson, admit } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { accountsOf } from './accounts.ts'
import { type Proof, refusalOfProof } from './proof.ts'
import { signInSettings } from './sign-in-settings.ts'

/**
 * Lets somebody in whom the provider vouches for: their roles become those that it says, and whoever has none there is
 * closed here. Refuses `provider-unknown-person`, `provider-no-role` and `account-closed`; what changed is recorded before.
 */
export async function enterByProvider(workspace: Workspace, word: ProviderWord): Promise<Person | Refusal> {
  const { provider } = await signInSettings(workspace)
  if (provider === undefined || provider.issuer !== word.issuer) return refuse('provider-off')
  const withPassword = await peopleWithPassword(workspace)
  const newId = workspace.world.newId()
  const { makesAccounts } = provider
  const written = await workspace.people.write(byProvider, ({ state }): readonly PeopleEvent[] | Refusal =>
    decideProviderEntry(state, word, { newId, makesAccounts, withPassword }),
  )
  if (isRefusal(written)) return written
  const { state } = await workspace.people.read()
  const person = holderOf(state, word)
  if (word.roles.length === 0) return refuse('provider-no-role')
  if (person === undefined) return refuse('provider-unknown-person')
  return person.active ? person : refuse('account-closed')
}

/** Whose account an identity opens, active or not; null for nobody's. */
export async function personOfIdentity(workspace: Workspace, identity: Identity): Promise<Person | null> {
  const { state } = await workspace.people.read()
  return holderOf(state, identity) ?? null
}

/** Links who somebody is at the provider to their own account, once they have shown at both that it is they. */
export async function linkOwnIdentity(
  workspace: Workspace,
  actor: Pick<Person, 'id'>,
  identity: Identity,
): Promise<Person | Refusal> {
  const person = await activePerson(workspace, actor.id)
  if (person === null) return refuse('not-signed-in')
  const written = await workspace.people.write(person.id, ({ state }): readonly PeopleEvent[] | Refusal =>
    decideLink(state, person.id, identity),
  )
  return isRefusal(written) ? written : person
}

/** Asks for the password before somebody is sent to the provider to link the account they have there. */
export async function mayLinkOwn(workspace: Workspace, actor: Person, proof: Proof): Promise<Refusal | null> {
  return refusalOfProof(workspace, actor, proof)
}

/** The identities that open an account: one's own, and for administrators those of all. */
export async function listIdentities(
  workspace: Workspace,
  actor: Person,
  { person }: { readonly person: string },
): Promise<{ readonly identities: readonly LinkedIdentity[] } | Refusal> {
  const people = await admit(workspace, actor, person === actor.id ? 'read' : 'manage-people')
  if (isRefusal(people)) return people
  return { identities: people.identities.filter((identity) => identity.person === person) }
}

/** Links an account at the provider to that of somebody, by its name there (`sub`). */
export async function linkIdentity(
  workspace: Workspace,
  actor: Person,
  { person, subject }: { readonly person: string; readonly subject: string },
): Promise<{ readonly identities: readonly LinkedIdentity[] } | Refusal> {
  const people = await admit(workspace, actor, 'manage-people')
  if (isRefusal(people)) return people
  const { provider } = await signInSettings(workspace)
  if (provider === undefined) return refuse('provider-off')
  const identity = { issuer: provider.issuer, subject: subject.trim() }
  const written = await workspace.people.write(actor.id, ({ state }): readonly PeopleEvent[] | Refusal =>
    decideLink(state, person, identity),
  )
  return isRefusal(written) ? written : listIdentities(workspace, actor, { person })
}

/** Takes an identity from one's own account, or as an administrator from any. The last way in stays one's own. */
export async function unlinkIdentity(
  workspace: Workspace,
  actor: Person,
  { person, ...identity }: LinkedIdentity,
): Promise<{ readonly identities: readonly LinkedIdentity[] } | Refusal> {
  const people = await admit(workspace, actor, person === actor.id ? 'read' : 'manage-people')
  if (isRefusal(people)) return people
  if (person === actor.id && !(await peopleWithPassword(workspace)).has(person)) return refuse('identity-only-way')
  const written = await workspace.people.write(actor.id, ({ state }): readonly PeopleEvent[] | Refusal =>
    decideUnlink(state, person, identity),
  )
  return isRefusal(written) ? written : listIdentities(workspace, actor, { person })
}

async function peopleWithPassword(workspace: Workspace): Promise<ReadonlySet<string>> {
  const accounts = Object.entries(await accountsOf(workspace))
  return new Set(accounts.filter(([, { password }]) => password !== undefined).map(([id]) => id))
}
