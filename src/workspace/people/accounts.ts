import type { Person } from '../../model/people.ts'
import { type Refusal, refuse } from '../../model/refusal.ts'
import type { Account } from '../../model/settings.ts'
import { loginKey } from '../../review/people.ts'
import { accounts } from '../../schemas/settings.ts'
import { activePerson } from '../core/lookup.ts'
import type { Workspace } from '../core/open.ts'
import { readStored } from '../core/stored.ts'
import { isGuessable } from './guessable.ts'

const name = 'accounts'
/** NIST SP 800-63B-4 3.1.1.2, for a password that is the only factor. */
const leastPassword = 15
const mostPassword = 500
const invitationDays = 7

/** Signs in by name and password. Neither the refusal nor the time it takes shows which of the two was wrong. */
export async function signIn(
  workspace: Workspace,
  { login, password }: { readonly login: string; readonly password: string },
): Promise<Person | Refusal> {
  const { state } = await workspace.people.read()
  const person = state.people.find((candidate) => candidate.active && loginKey(candidate.login) === loginKey(login))
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
  return workspace.turns.take(name, async () => {
    const person = await invited(workspace, token)
    if (person === null) return refuse('link-invalid')
    const refusal = refusalOfPassword(password, person)
    if (refusal) return refusal
    await keep(workspace, person.id, { password: await workspace.world.secrets.hashPassword(password) })
    return person
  })
}

export async function changePassword(
  workspace: Workspace,
  actor: Person,
  { current, next }: { readonly current: string; readonly next: string },
): Promise<{ readonly done: true } | Refusal> {
  const refusal = refusalOfPassword(next, actor)
  if (refusal) return refusal
  return workspace.turns.take(name, async () => {
    const account = (await accountsOf(workspace))[actor.id]
    const isVerified = await verified(workspace, account?.password, current)
    if (!isVerified || (await activePerson(workspace, actor.id)) === null) return refuse('wrong-password')
    await keep(workspace, actor.id, { password: await workspace.world.secrets.hashPassword(next) })
    return { done: true }
  })
}

/** Makes a new invitation: an earlier one becomes invalid, a password already set stays. */
export async function inviteAccount(workspace: Workspace, person: string): Promise<string> {
  const { clock, digest, secrets } = workspace.world
  const token = secrets.newToken()
  const expires = new Date(Date.parse(clock()) + invitationDays * 24 * 60 * 60 * 1000).toISOString()
  await workspace.turns.take(name, async () => {
    const before = (await accountsOf(workspace))[person]
    await keep(workspace, person, { ...before, invitation: { hash: digest(token), expires } })
  })
  return token
}

/** Whether this person ever set a password. */
export async function hasPassword(workspace: Workspace, person: string): Promise<boolean> {
  return (await accountsOf(workspace))[person]?.password !== undefined
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

function refusalOfPassword(password: string, { login, name }: Person): Refusal | null {
  if ([...password].length < leastPassword) return refuse('password-short', { least: String(leastPassword) })
  if (password.length > mostPassword) return refuse('text-too-long', { most: String(mostPassword) })
  const known = [loginKey(login), ...name.toLowerCase().split(/\s+/), 'duizhao', '对照']
  return isGuessable(password, known) ? refuse('password-guessable') : null
}

async function accountsOf({ world }: Workspace): Promise<Readonly<Record<string, Account>>> {
  return (await readStored(world.settings, name, accounts)) ?? {}
}

async function keep(workspace: Workspace, person: string, account: Account): Promise<void> {
  await workspace.world.settings.set(name, { ...(await accountsOf(workspace)), [person]: account })
}
