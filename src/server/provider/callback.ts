import type { Express, Request, RequestHandler } from 'express'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { Workspace } from '../../workspace/core/open.ts'
import { enterByProvider, linkOwnIdentity } from '../../workspace/people/identities.ts'
import { comeIn } from '../begin-session.ts'
import type { Door } from '../door.ts'
import type { PublicAddress } from '../public-address.ts'
import type { CatalogueSessionStore } from '../sessions.ts'
import type { ProviderDoor, Vouched } from './door.ts'
import type { Pending, PendingSignIns } from './pending.ts'
import { endAllOf, providerOf } from './provider-sessions.ts'

/** How long somebody who has signed in anew may take to sign, in milliseconds. */
const provedMilliseconds = 5 * 60 * 1000

export interface CallbackDoors {
  readonly workspace: Workspace
  readonly sessions: CatalogueSessionStore
  readonly provider: ProviderDoor
  readonly pending: PendingSignIns
  readonly address: PublicAddress | null
  readonly door: Door
  readonly limits: readonly RequestHandler[]
  readonly now: () => number
}

/** Where people reach this server: its public address, or where it listens. */
export function originOf(address: PublicAddress | null, request: Request): string {
  return address ? `${address.origin}${address.base}` : `http://${request.get('host')}`
}

const callbackPath = '/api/session/provider/callback'

/** Where the provider sends people back to: it is registered there. */
export function redirectOf(address: PublicAddress | null, request: Request): string {
  return `${originOf(address, request)}${callbackPath}`
}

/** The place to which the provider sends people back. What it refuses is told by the page they came from. */
export function mountCallback(app: Express, doors: CallbackDoors): void {
  const { pending, address, door } = doors
  app.get(callbackPath, ...doors.limits, async (request, response) => {
    const begun = pending.take(request, response)
    const outcome =
      begun === 'none'
        ? refuse('provider-replayed')
        : begun === 'expired'
          ? refuse('provider-expired')
          : await answered(doors, begun, request)
    const returnTo = typeof begun === 'string' ? '/' : begun.returnTo
    const base = address?.base ?? ''
    if (!isRefusal(outcome)) return response.redirect(303, `${base}${returnTo}`)
    response.locals.refused = true
    door.refusedAtProvider(request)
    response.redirect(303, `${base}${withRefusal(returnTo, outcome)}`)
  })
}

function withRefusal(path: string, { code }: Refusal): string {
  const url = new URL(path, 'http://room.invalid')
  url.searchParams.set('refused', code)
  return `${url.pathname}${url.search}`
}

async function answered(doors: CallbackDoors, begun: Pending, request: Request): Promise<Person | Refusal> {
  const { workspace, sessions, address, provider: ask } = doors
  const provider = await providerOf(workspace)
  if (provider === null) return refuse('provider-off')
  const search = new URL(request.originalUrl, 'http://room.invalid').search
  const vouched = await ask.finish(provider, new URL(`${redirectOf(address, request)}${search}`), begun)
  if (isRefusal(vouched)) return vouched
  if (begun.purpose === 'link') return linked(doors, begun, request, vouched)
  const person = await enterByProvider(workspace, vouched.word)
  if (isRefusal(person)) {
    await endAllOf(workspace, sessions, vouched.word)
    return person
  }
  return begun.purpose === 'proof' ? proved(doors, begun, request, person) : entered(doors, request, person, vouched)
}

async function entered(
  { workspace, now, door }: CallbackDoors,
  request: Request,
  person: Person,
  { tokens }: Vouched,
): Promise<Person> {
  const isIn = await comeIn(workspace, request, person, { provider: { ...tokens, vouched: now() } })
  if (isIn) door.entered(request, person)
  return person
}

async function linked(
  { workspace }: CallbackDoors,
  begun: Pending,
  request: Request,
  { word }: Vouched,
): Promise<Person | Refusal> {
  const { person } = request.session
  if (person === undefined || person !== begun.person) return refuse('provider-other-person')
  return linkOwnIdentity(workspace, { id: person }, word)
}

async function proved(
  { sessions, now }: CallbackDoors,
  begun: Pending,
  request: Request,
  person: Person,
): Promise<Person | Refusal> {
  const { document } = begun
  const isSame = person.id === begun.person && person.id === request.session.person
  if (!isSame || document === undefined) return refuse('provider-other-person')
  const until = now() + provedMilliseconds
  await sessions.alter(request.sessionID, (data) => ({ ...data, proved: { document, until } }))
  return person
}
