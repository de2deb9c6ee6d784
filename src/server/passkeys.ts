import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { Request } from 'express'
import type { PasskeyPurpose, StoredPasskey } from '../model/passkey.ts'
import type { Person } from '../model/people.ts'
import { type Refusal, refuse } from '../model/refusal.ts'
import type { Workspace } from '../workspace/core/open.ts'
import { noteUseOfPasskey, passkeysOf } from '../workspace/people/passkeys.ts'
import { type Challenges, createChallenges } from './passkey-challenges.ts'
import type { PublicAddress } from './public-address.ts'
import type { CatalogueSessionStore } from './sessions.ts'

/** The name under which passkeys are made (RP ID, WebAuthn level 3, 4), and the origin of the pages that may use them. */
interface Place {
  readonly id: string
  readonly origin: string
}

export interface Passkeys {
  /** Whether the address by which a request came can have passkeys: they belong to names, not to numbers. */
  arePossible(request: Request): boolean
  /** What the browser is asked with to make one; refuses `passkey-address` where this address can have none. */
  optionsToMake(request: Request, person: Person): Promise<{ options: Record<string, unknown> } | Refusal>
  /** The passkey that was made, if it answers what this person was asked. */
  made(
    request: Request,
    person: string,
    made: { readonly answer: unknown; readonly name: string },
  ): Promise<Omit<StoredPasskey, 'madeAt'> | Refusal>
  /** What the browser is asked with to use one of this person's. */
  optionsToUse(
    request: Request,
    person: string,
    purpose: PasskeyPurpose | { readonly type: 'enter' },
  ): Promise<{ options: Record<string, unknown> } | Refusal>
  /** The refusal unless the answer is by a passkey of this person, to what was asked of them for this purpose. */
  refusalOfUse(
    request: Request,
    person: string,
    purpose: PasskeyPurpose | { readonly type: 'enter' },
    answer: unknown,
  ): Promise<Refusal | null>
}

export interface PasskeyDoors {
  readonly workspace: Workspace
  readonly sessions: CatalogueSessionStore
  readonly address: PublicAddress | null
  readonly now: () => number
}

/** Passkeys by WebAuthn. Each use asks for the PIN or finger of the device, so that a passkey alone tells who is there. */
export function createPasskeys({ workspace, sessions, address, now }: PasskeyDoors): Passkeys {
  const challenges = createChallenges(sessions, now)
  const place = (request: Request) => placeOf(address, request)
  return {
    arePossible: (request) => place(request) !== null,
    ...making(workspace, challenges, place),
    ...using(workspace, challenges, place),
  }
}

type PlaceOf = (request: Request) => Place | null

function making(
  workspace: Workspace,
  challenges: Challenges,
  placeOf: PlaceOf,
): Pick<Passkeys, 'optionsToMake' | 'made'> {
  return {
    async optionsToMake(request, { id, login, name }) {
      const place = placeOf(request)
      if (place === null) return refuse('passkey-address')
      const options = await generateRegistrationOptions({
        rpName: 'Duizhao 对照',
        rpID: place.id,
        userID: new TextEncoder().encode(id),
        userName: login,
        userDisplayName: name,
        attestationType: 'none',
        excludeCredentials: (await passkeysOf(workspace, id)).map((passkey) => ({ id: passkey.id })),
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
      })
      await challenges.ask(request, { value: options.challenge, person: id, purpose: { type: 'make' } })
      return { options: { ...options } }
    },
    async made(request, person, { answer, name }) {
      const place = placeOf(request)
      const expectedChallenge = await challenges.take(request, person, { type: 'make' })
      if (place === null || expectedChallenge === null) return refuse('passkey-expired')
      // biome-ignore lint/plugin/no-cast: the library reads it member by member, and throws for what it is not
      const response = answer as RegistrationResponseJSON
      const verified = await verifyRegistrationResponse({
        response,
        expectedChallenge,
        expectedOrigin: place.origin,
        expectedRPID: place.id,
        requireUserVerification: true,
      }).catch(() => null)
      if (!verified?.verified) return refuse('passkey-wrong')
      const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential
      return { id, name, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports }
    },
  }
}

function using(
  workspace: Workspace,
  challenges: Challenges,
  placeOf: PlaceOf,
): Pick<Passkeys, 'optionsToUse' | 'refusalOfUse'> {
  return {
    async optionsToUse(request, person, purpose) {
      const place = placeOf(request)
      if (place === null) return refuse('passkey-address')
      const held = await passkeysOf(workspace, person)
      if (held.length === 0) return refuse('passkey-unknown')
      const options = await generateAuthenticationOptions({
        rpID: place.id,
        allowCredentials: held.map(({ id }) => ({ id })),
        userVerification: 'required',
      })
      await challenges.ask(request, { value: options.challenge, person, purpose })
      return { options: { ...options } }
    },
    async refusalOfUse(request, person, purpose, answer) {
      const place = placeOf(request)
      const expectedChallenge = await challenges.take(request, person, purpose)
      if (place === null || expectedChallenge === null) return refuse('passkey-expired')
      // biome-ignore lint/plugin/no-cast: the library reads it member by member, and throws for what it is not
      const response = answer as AuthenticationResponseJSON
      const held = (await passkeysOf(workspace, person)).find(({ id }) => id === response.id)
      if (held === undefined) return refuse('passkey-wrong')
      const verified = await verifyAuthenticationResponse({
        response,
        expectedChallenge,
        expectedOrigin: place.origin,
        expectedRPID: place.id,
        credential: {
          id: held.id,
          publicKey: new Uint8Array(Buffer.from(held.publicKey, 'base64url')),
          counter: held.counter,
        },
        requireUserVerification: true,
      }).catch(() => null)
      if (!verified?.verified) return refuse('passkey-wrong')
      const used = { id: held.id, counter: verified.authenticationInfo.newCounter }
      return (await noteUseOfPasskey(workspace, person, used)) ? null : refuse('passkey-wrong')
    },
  }
}

/** Null where the server is reached by a number: passkeys are of names alone. */
function placeOf(address: PublicAddress | null, request: Request): Place | null {
  const origin = address?.origin ?? `http://${request.get('host')}`
  const { hostname } = new URL(origin)
  return /^[\d.]+$|^\[/.test(hostname) ? null : { id: hostname, origin }
}
