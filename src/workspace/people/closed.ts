import type { Workspace } from '../core/open.ts'
import { forgetChoices } from '../outbox/choices.ts'
import { accountsName, accountsOf } from './accounts.ts'

/** The ids of people whose accounts have been closed since before an instant (UTC, ISO 8601). */
export async function closedBefore(workspace: Workspace, instant: string): Promise<ReadonlySet<string>> {
  const { state, entries } = await workspace.people.read()
  const closedAt = new Map<string, string>()
  for (const { at, event } of await entries()) if (event.type === 'person-deactivated') closedAt.set(event.person, at)
  const closed = state.people.filter(({ id, active }) => !active && (closedAt.get(id) ?? instant) < instant)
  return new Set(closed.map(({ id }) => id))
}

/**
 * Forgets what of closed accounts nobody needs: e-mail addresses and choices, tokens, links. Passwords and passkeys stay, so that an
 * account that is opened again is the same.
 */
export async function forgetOfClosed(workspace: Workspace, people: ReadonlySet<string>): Promise<void> {
  if (people.size === 0) return
  await forgetChoices(workspace, people)
  await workspace.turns.take(accountsName, async () => {
    const all = await accountsOf(workspace)
    const isMeant = (person: string) =>
      people.has(person) && (all[person]?.tokens !== undefined || all[person]?.invitation !== undefined)
    if (!Object.keys(all).some(isMeant)) return
    const after = Object.entries(all).map(([person, account]) => {
      if (!isMeant(person)) return [person, account] as const
      const { tokens: _, invitation: __, ...kept } = account
      return [person, kept] as const
    })
    await workspace.world.settings.set(accountsName, Object.fromEntries(after))
  })
}

/** Forgets one-time links and tokens whose time has passed. */
export async function forgetSpent(workspace: Workspace): Promise<void> {
  await workspace.turns.take(accountsName, async () => {
    const now = workspace.world.clock()
    const all = await accountsOf(workspace)
    let isLess = false
    const after = Object.entries(all).map(([person, account]) => {
      const { invitation, tokens, ...rest } = account
      const good = tokens?.filter(({ expires }) => now < expires)
      const isOpen = invitation !== undefined && now < invitation.expires
      isLess ||= (invitation !== undefined && !isOpen) || good?.length !== tokens?.length
      return [person, { ...rest, ...(isOpen && { invitation }), ...(good && { tokens: good }) }] as const
    })
    if (isLess) await workspace.world.settings.set(accountsName, Object.fromEntries(after))
  })
}
