import type { PeopleEvent } from '../../model/event.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { Account } from '../../model/settings.ts'
import { loginKey } from '../../review/people.ts'
import { accounts } from '../../schemas/settings.ts'
import { activePerson } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { readStored } from '../core/stored.ts'
import { isGuessable } from './guessable.ts'

/** The turn in which accounts are changed, and where they are stored. */
export const accountsName = 'accounts'
/** NIST SP 800-63B-4 3.1.1.2, for a password that is the only factor. */
const leastPassword = 15
const mostPassword = 500
const invitationDays = 7

/** The active person with this login. */
export async function personOfLogin(workspace: Workspace, login: string): Promise<Person | null> {
  const { state } = await workspace.people.read()
  return state.people.find((person) => person.active && loginKey(person.login) === loginKey(login)) ?? null
}

/** Signs in by name and password. Neither the refusal nor the time it takes shows which of the two was wrong. */
export async function signIn(
  workspace: Workspace,
  { login, password }: { readonly login: string; readonly password: string },
): Promise<Person | Refusal> {
  const person = await personOfLogin(workspace, login)
  const account = person && (await accountsOf(workspace))[person.id]
  const isVerified = await verified(workspace, account?.password, password)
  return person && isVerified ? person : refuse('wrong-password')
}

/** The person whom a valid invitation is for. */
export async function viewInvitation(
  workspace: Workspace,
  { token }: { readonly token: string },
): Promise<{ readonly login: string; readonly name: string } | Refusal> {
  const person = await invited(workspace, token)
  return person ? { login: person.login, name: person.name } : refuse('link-invalid')
}

/** Sets a password by an invitation, which then becomes invalid. */
export async function acceptInvitation(
  workspace: Workspace,
  { token, password }: { readonly token: string; readonly password: string },
): Promise<Person | Refusal> {
  // Of two requests with the same link at once, the second finds the invitation used.
  return workspace.turns.take(accountsName, async () => {
    const person = await invited(workspace, token)
    if (person === null) return refuse('link-invalid')
    const refusal = await refusalOfPassword(password, person)
    if (refusal) return refusal
    const hash = await workspace.world.secrets.hashPassword(password)
    const refused = await recordAccount(workspace, person.id, {
      type: 'password-set',
      v: 1,
      person: person.id,
      by: 'link',
    })
    if (refused) return refused
    await keepAccount(workspace, person.id, withPassword((await accountsOf(workspace))[person.id], hash))
    return person
  })
}

export async function changePassword(
  workspace: Workspace,
  actor: Person,
  { current, next }: { readonly current: string; readonly next: string },
): Promise<{ readonly done: true } | Refusal> {
  const refusal = await refusalOfPassword(next, actor)
  if (refusal) return refusal
  return workspace.turns.take(accountsName, async () => {
    const wrong = await refusalOfPresentPassword(workspace, actor, current)
    if (wrong) return wrong
    const hash = await workspace.world.secrets.hashPassword(next)
    const event = { type: 'password-set', v: 1, person: actor.id, by: 'present-password' } as const
    const refused = await recordAccount(workspace, actor.id, event)
    if (refused) return refused
    await keepAccount(workspace, actor.id, withPassword((await accountsOf(workspace))[actor.id], hash))
    return { done: true }
  })
}

/** An account with a new password: links and tokens end, passkeys stay, which no link is meant to get round. */
function withPassword(account: Account | undefined, password: string): Account {
  return { password, ...(account?.passkeys && { passkeys: account.passkeys }) }
}

/** The refusal if this is not the present password of a person who is signed in already. */
export async function refusalOfPresentPassword(
  workspace: Workspace,
  actor: Pick<Person, 'id'>,
  password: string,
): Promise<Refusal | null> {
  const account = (await accountsOf(workspace))[actor.id]
  const isVerified = await verified(workspace, account?.password, password)
  return isVerified && (await activePerson(workspace, actor.id)) !== null ? null : refuse('wrong-password')
}

/**
 * Makes a new invitation: an earlier one becomes invalid, a password already set stays. It is an entry of the people's
 * record, so that nobody takes over an account without a trace.
 */
export async function inviteAccount(workspace: Workspace, person: string, by: string): Promise<string | Refusal> {
  const { clock, digest, secrets } = workspace.world
  const token = secrets.newToken()
  const expires = new Date(Date.parse(clock()) + invitationDays * 24 * 60 * 60 * 1000).toISOString()
  return workspace.turns.take(accountsName, async () => {
    const refused = await recordAccount(workspace, by, { type: 'person-invited', v: 1, person })
    if (refused) return refused
    const before = (await accountsOf(workspace))[person]
    await keepAccount(workspace, person, { ...before, invitation: { hash: digest(token), expires } })
    return token
  })
}

/** Whether this person has set a password, or still has a valid invitation to do so, or neither. */
export async function standingOf(
  { world }: Pick<Workspace, 'world'>,
  person: string,
): Promise<'has-password' | 'is-invited' | 'has-neither'> {
  const { password, invitation } = (await accountsOf({ world }))[person] ?? {}
  if (password !== undefined) return 'has-password'
  return invitation !== undefined && world.clock() < invitation.expires ? 'is-invited' : 'has-neither'
}

/** What happens to an account is in the record before it holds. */
export async function recordAccount(workspace: Workspace, by: string, event: PeopleEvent): Promise<Refusal | null> {
  const written = await workspace.people.write(by, () => [event])
  return isRefusal(written) ? written : null
}

async function invited(workspace: Workspace, token: string): Promise<Person | null> {
  const { clock, digest } = workspace.world
  const hash = digest(token)
  const now = clock()
  const holder = Object.entries(await accountsOf(workspace)).find(
    ([, { invitation }]) => invitation !== undefined && invitation.hash === hash && now < invitation.expires,
  )
  return holder ? activePerson(workspace, holder[0]) : null
}

/** Whether a password is right; takes as long for an account without a password. */
async function verified({ world }: Workspace, hash: string | undefined, password: string): Promise<boolean> {
  if (password.length > mostPassword) return false
  if (hash !== undefined) return world.secrets.verifyPassword(hash, password)
  await world.secrets.hashPassword(password)
  return false
}

async function refusalOfPassword(password: string, { login, name }: Person): Promise<Refusal | null> {
  if ([...password].length < leastPassword) return refuse('password-short', { least: String(leastPassword) })
  if (password.length > mostPassword) return refuse('text-too-long', { most: String(mostPassword) })
  const known = [loginKey(login), ...name.toLowerCase().split(/\s+/), 'duizhao', '对照']
  return (await isGuessable(password, known)) ? refuse('password-guessable') : null
}

/** All accounts by the id of their person. */
export async function accountsOf({ world }: Pick<Workspace, 'world'>): Promise<Readonly<Record<string, Account>>> {
  return (await readStored(world.settings, accountsName, accounts)) ?? {}
}

/** Replaces the account of a person. */
export async function keepAccount(workspace: Workspace, person: string, account: Account): Promise<void> {
  await workspace.world.settings.set(accountsName, { ...(await accountsOf(workspace)), [person]: account })
}

/** Forgets the accounts of these people, with all their secrets. */
export async function forgetAccounts(workspace: Workspace, people: ReadonlySet<string>): Promise<void> {
  await workspace.turns.take(accountsName, async () => {
    const all = Object.entries(await accountsOf(workspace))
    const kept = all.filter(([person]) => !people.has(person))
    if (kept.length < all.length) await workspace.world.settings.set(accountsName, Object.fromEntries(kept))
  })
}
