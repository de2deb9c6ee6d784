import type { PeopleEvent } from '../../model/event.ts'
import {
  mostPasskeys,
  type NextStep,
  type Passkey,
  recoveryDays,
  type SecondFactor,
  type StoredPasskey,
  stepAfterPassword,
} from '../../model/passkey.ts'
import { type Person, roles } from '../../model/people.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import { decideRecovery } from '../../review/recovery.ts'
import { activePerson, admit } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { accountsName, accountsOf, inviteAccount, keepAccount, recordAccount } from './accounts.ts'
import { type Proof, refusalOfProof } from './proof.ts'
import { noSecondFactor, signInName, signInSettings } from './sign-in-settings.ts'

/** All that is stored of somebody's passkeys. */
export async function passkeysOf(workspace: Workspace, person: string): Promise<readonly StoredPasskey[]> {
  return (await accountsOf(workspace))[person]?.passkeys ?? []
}

/** What somebody who has shown once who they are has still to do before they are signed in; null for nothing. */
export async function nextStepOf(workspace: Workspace, person: Person): Promise<NextStep | null> {
  const { secondFactor = noSecondFactor } = await signInSettings(workspace)
  return stepAfterPassword(secondFactor, person, (await passkeysOf(workspace, person.id)).length > 0)
}

export async function listPasskeys(
  workspace: Workspace,
  actor: Pick<Person, 'id'>,
): Promise<{ readonly passkeys: readonly Passkey[] }> {
  const passkeys = await passkeysOf(workspace, actor.id)
  return { passkeys: passkeys.map(({ id, name, madeAt }) => ({ id, name, madeAt })) }
}

/** The refusal before a passkey is added or removed: whoever does it shows that it is they, by one they have as well. */
export function refusalToChangePasskeys(workspace: Workspace, actor: Person, proof: Proof): Promise<Refusal | null> {
  return refusalOfProof(workspace, actor, proof)
}

/** The first passkey of somebody, which they make before they are signed in. Refuses `passkey-needed` once there is one. */
export function addFirstPasskey(workspace: Workspace, actor: Pick<Person, 'id'>, made: Omit<StoredPasskey, 'madeAt'>) {
  return addPasskey(workspace, actor, made, 0)
}

/**
 * Adds a passkey that has just been made, beside at most `most` others. It is an entry of the people's record. Refuses
 * `passkeys-too-many`.
 */
export async function addPasskey(
  workspace: Workspace,
  actor: Pick<Person, 'id'>,
  made: Omit<StoredPasskey, 'madeAt'>,
  most = mostPasskeys - 1,
): Promise<{ readonly passkeys: readonly Passkey[] } | Refusal> {
  const name = made.name.toWellFormed().trim()
  if (name === '') return refuse('bad-request', { place: 'name' })
  return workspace.turns.take(accountsName, async () => {
    const accounts = await accountsOf(workspace)
    const held = accounts[actor.id]?.passkeys ?? []
    if (held.length > most) {
      return most === 0 ? refuse('passkey-needed') : refuse('passkeys-too-many', { most: String(mostPasskeys) })
    }
    const isKnown = Object.values(accounts).some(({ passkeys = [] }) => passkeys.some(({ id }) => id === made.id))
    if (isKnown) return refuse('passkey-wrong')
    const refused = await recordAccount(workspace, actor.id, {
      type: 'passkey-added',
      v: 1,
      person: actor.id,
      passkey: made.id,
      name,
    })
    if (refused) return refused
    const passkey = { ...made, name, madeAt: workspace.world.clock() }
    await keepAccount(workspace, actor.id, { ...accounts[actor.id], passkeys: [...held, passkey] })
    return listPasskeys(workspace, actor)
  })
}

/** Removes one's own. Refuses `passkey-unknown`. */
export async function removePasskey(
  workspace: Workspace,
  actor: Person,
  { passkey }: { readonly passkey: string },
): Promise<{ readonly passkeys: readonly Passkey[] } | Refusal> {
  return workspace.turns.take(accountsName, async () => {
    const account = (await accountsOf(workspace))[actor.id]
    const gone = account?.passkeys?.find(({ id }) => id === passkey)
    if (gone === undefined) return refuse('passkey-unknown')
    const { name } = gone
    const event = { type: 'passkey-removed', v: 1, person: actor.id, passkey, name } as const
    const refused = await recordAccount(workspace, actor.id, event)
    if (refused) return refused
    await keepAccount(workspace, actor.id, {
      ...account,
      passkeys: account?.passkeys?.filter(({ id }) => id !== passkey) ?? [],
    })
    return listPasskeys(workspace, actor)
  })
}

/**
 * Notes that a passkey was used, with the count that it gives. False where its count has not grown since, so that there are
 * two of it, or where it is gone: then it opens nothing.
 */
export async function noteUseOfPasskey(
  workspace: Workspace,
  person: string,
  { id, counter }: { readonly id: string; readonly counter: number },
): Promise<boolean> {
  return workspace.turns.take(accountsName, async () => {
    const account = (await accountsOf(workspace))[person]
    const held = account?.passkeys?.find((passkey) => passkey.id === id)
    if (held === undefined || (held.counter > 0 && counter <= held.counter)) return false
    if (counter === held.counter) return true
    const passkeys = account?.passkeys?.map((passkey) => (passkey.id === id ? { ...passkey, counter } : passkey)) ?? []
    await keepAccount(workspace, person, { ...account, passkeys })
    return true
  })
}

/** Sets when a passkey is asked for at sign-in. */
export async function changeSecondFactor(
  workspace: Workspace,
  actor: Person,
  change: SecondFactor,
): Promise<{ readonly secondFactor: SecondFactor } | Refusal> {
  const people = await admit(workspace, actor, 'manage-people')
  if (isRefusal(people)) return people
  const secondFactor = { when: change.when, roles: roles.filter((role) => change.roles.includes(role)) }
  if (secondFactor.when === 'required' && secondFactor.roles.length === 0)
    return refuse('bad-request', { place: 'roles' })
  return workspace.turns.take(signInName, async () => {
    const refused = await recordAccount(workspace, actor.id, { type: 'second-factor-set', v: 1, ...secondFactor })
    if (refused) return refused
    await workspace.world.settings.set(signInName, { ...(await signInSettings(workspace)), secondFactor })
    return { secondFactor }
  })
}

/** How far the recovery of somebody's account is. */
export interface Recovery {
  readonly has: boolean
  /** Who asked for it; null where nobody has, or too long ago. */
  readonly askedBy: { readonly id: string; readonly name: string; readonly at: string } | null
}

/** Whether somebody has passkeys, and whether an administrator has asked that all of them be taken. */
export async function viewRecovery(
  workspace: Workspace,
  actor: Person,
  { person }: { readonly person: string },
): Promise<Recovery | Refusal> {
  const people = await admit(workspace, actor, 'manage-people')
  if (isRefusal(people)) return people
  const asked = people.recoveries.find((one) => one.person === person && one.at > since(workspace))
  const name = people.people.find(({ id }) => id === asked?.by)?.name ?? ''
  return {
    has: (await passkeysOf(workspace, person)).length > 0,
    askedBy: asked ? { id: asked.by, name, at: asked.at } : null,
  }
}

/**
 * An administrator's word that somebody has lost their passkeys. The first is noted; that of another within a week takes all
 * of them, and gives a one-time link. Neither of the two can be the person concerned.
 */
export async function recover(
  workspace: Workspace,
  actor: Person,
  { person }: { readonly person: string },
): Promise<(Recovery & { readonly token: string | null }) | Refusal> {
  const people = await admit(workspace, actor, 'manage-people')
  if (isRefusal(people)) return people
  if ((await activePerson(workspace, person)) === null) return refuse('person-unknown', { person })
  if ((await passkeysOf(workspace, person)).length === 0) return refuse('passkey-unknown')
  const written = await workspace.people.write(actor.id, ({ state }): readonly PeopleEvent[] | Refusal =>
    decideRecovery(state, actor.id, person, since(workspace)),
  )
  if (isRefusal(written)) return written
  const isAgreed = written.some(({ event }) => event.type === 'recovery-agreed')
  let token: string | null = null
  if (isAgreed) {
    await workspace.turns.take(accountsName, async () => {
      const account = (await accountsOf(workspace))[person]
      await keepAccount(workspace, person, { ...account, passkeys: [] })
    })
    const made = await inviteAccount(workspace, person, actor.id)
    if (isRefusal(made)) return made
    token = made
  }
  const view = await viewRecovery(workspace, actor, { person })
  return isRefusal(view) ? view : { ...view, token }
}

function since({ world }: Workspace): string {
  return new Date(Date.parse(world.clock()) - recoveryDays * 24 * 60 * 60 * 1000).toISOString()
}
