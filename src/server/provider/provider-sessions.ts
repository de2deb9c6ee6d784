import type { Request } from 'express'
import type { Person } from '../../model/people.ts'
import { isRefusal } from '../../model/refusal.ts'
import type { Coordination } from '../../ports/coordination.ts'
import type { Workspace } from '../../workspace/core/open.ts'
import { enterByProvider, personOfIdentity } from '../../workspace/people/identities.ts'
import { signInSettings } from '../../workspace/people/sign-in-settings.ts'
import type { CatalogueSessionStore } from '../sessions.ts'
import type { Provider, ProviderDoor } from './door.ts'
import type { ProviderSession } from './session.ts'

/** In milliseconds. */
export interface ProviderTimes {
  /** A session that is used is held against the provider so often. */
  readonly each: number
  /** One that the provider has not vouched for in so long, since it does not answer, ends. */
  readonly longest: number
  /** After no answer the provider is left alone for so long. */
  readonly pause: number
}

export const usualProviderTimes: ProviderTimes = { each: 5 * 60_000, longest: 60 * 60_000, pause: 60_000 }

/** The provider that is set, with the secret of our client; null without one. */
export async function providerOf(workspace: Workspace): Promise<Provider | null> {
  const { provider, secret = '' } = await signInSettings(workspace)
  return provider ? { settings: provider, secret } : null
}

export interface ProviderSessionDoors {
  readonly workspace: Workspace
  readonly sessions: CatalogueSessionStore
  readonly door: ProviderDoor
  readonly coordination: Coordination
  readonly now: () => number
  readonly times: ProviderTimes
}

/**
 * Whether the session of a request still holds. One that the provider began is held against the provider as it is used:
 * roles follow what it says now, and whoever it closed is signed out everywhere.
 */
export function createProviderSessions(doors: ProviderSessionDoors): (request: Request) => Promise<boolean> {
  const { workspace, sessions, door, coordination, now, times } = doors
  const isFresh = ({ vouched, tried = 0 }: ProviderSession) =>
    now() - vouched < times.each || now() - tried < times.pause

  async function holds(id: string, person: string): Promise<boolean> {
    const present = (await sessions.read(id))?.provider
    if (present === undefined) return false
    if (isFresh(present)) return true
    const provider = await providerOf(workspace)
    const answer = provider?.settings.issuer === present.issuer ? await door.askAgain(provider, present) : 'ended'
    if (answer === 'ended') return end(id)
    if (isRefusal(answer)) {
      if (now() - present.vouched >= times.longest) return end(id)
      await sessions.alter(id, (data) => ({ ...data, provider: { ...present, tried: now() } }))
      return true
    }
    const entered = await enterByProvider(workspace, answer.word)
    if (isRefusal(entered)) {
      await endAllOf(workspace, sessions, answer.word)
      return end(id)
    }
    if (entered.id !== person) return end(id)
    await sessions.alter(id, (data) => ({ ...data, provider: { ...answer.tokens, vouched: now() } }))
    return true
  }

  async function end(id: string): Promise<false> {
    await sessions.end(id)
    return false
  }

  return async ({ session, sessionID }) => {
    const { provider, person } = session
    if (provider === undefined || person === undefined || isFresh(provider)) return true
    // One request asks, and those beside it take what it was told.
    return coordination.take(`provider ${sessionID.slice(0, 12)}`, () => holds(sessionID, person))
  }
}

/** Ends all sessions of whoever an identity is, if the provider has closed the account. */
export async function endAllOf(
  workspace: Workspace,
  sessions: CatalogueSessionStore,
  identity: { readonly issuer: string; readonly subject: string },
): Promise<void> {
  const person: Person | null = await personOfIdentity(workspace, identity)
  if (person !== null && !person.active) await sessions.endSessionsOf(person.id)
}
