import type { Request } from 'express'
import type { NextStep, PasskeyPurpose } from '../../model/passkey.ts'
import type { Person } from '../../model/people.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { Workspace } from '../../workspace/core/open.ts'
import {
  addFirstPasskey,
  addPasskey,
  changeSecondFactor,
  listPasskeys,
  recover,
  refusalToChangePasskeys,
  removePasskey,
  viewRecovery,
} from '../../workspace/people/passkeys.ts'
import { viewSession } from '../../workspace/people/session-view.ts'
import type { Handlers } from '../api.ts'
import { beginSession } from '../begin-session.ts'
import type { Halfway } from '../halfway.ts'
import type { Passkeys } from '../passkeys.ts'
import type { PublicAddress } from '../public-address.ts'
import type { CatalogueSessionStore } from '../sessions.ts'
import { invitationLink } from './people.ts'

type PasskeyRoutes =
  | 'passkeys'
  | 'beginPasskey'
  | 'addPasskey'
  | 'removePasskey'
  | 'askPasskey'
  | 'askPasskeyToEnter'
  | 'enterByPasskey'
  | 'beginEnrolment'
  | 'enrolPasskey'
  | 'recovery'
  | 'recover'
  | 'changeSecondFactor'

export interface PasskeyHandlerDoors {
  readonly keys: Passkeys
  readonly halfway: (request: Request) => Promise<Halfway | null>
  readonly sessions: CatalogueSessionStore
  readonly address: PublicAddress | null
}

/** The proof in a body, its passkey verified: the use cases are told whether there was a good one. */
export async function proofIn(
  keys: Passkeys,
  request: Request,
  { id }: Pick<Person, 'id'>,
  purpose: PasskeyPurpose,
  { password, passkey }: { readonly password?: string; readonly passkey?: unknown },
): Promise<{ readonly password?: string; readonly withPasskey: boolean } | Refusal> {
  const refused = passkey === undefined ? null : await keys.refusalOfUse(request, id, purpose, passkey)
  return refused ?? { ...(password !== undefined && { password }), withPasskey: passkey !== undefined }
}

export function passkeyHandlers(
  workspace: Workspace,
  { keys, halfway, sessions, address }: PasskeyHandlerDoors,
): Pick<Handlers, PasskeyRoutes> {
  /** Whoever is halfway in this session, and has this step to do. */
  async function before(request: Request, step: NextStep): Promise<Halfway | Refusal> {
    const found = await halfway(request)
    return found?.step === step ? found : refuse('passkey-expired')
  }
  async function enter(request: Request, { person, half: { provider, byHeader } }: Halfway) {
    await beginSession(request, person, { ...(provider && { provider }), ...(byHeader && { byHeader }) })
    return viewSession(workspace, person)
  }
  return {
    passkeys: ({ actor }) => listPasskeys(workspace, actor),
    async beginPasskey({ actor, body, request }) {
      const proof = await proofIn(keys, request, actor, { type: 'add' }, body)
      if (isRefusal(proof)) return proof
      return (await refusalToChangePasskeys(workspace, actor, proof)) ?? keys.optionsToMake(request, actor)
    },
    async addPasskey({ actor, body, request }) {
      const made = await keys.made(request, actor.id, { answer: body.made, name: body.name })
      return isRefusal(made) ? made : addPasskey(workspace, actor, made)
    },
    async removePasskey({ actor, body, request }) {
      const proof = await proofIn(keys, request, actor, { type: 'remove', passkey: body.id }, body)
      if (isRefusal(proof)) return proof
      const refused = await refusalToChangePasskeys(workspace, actor, proof)
      return refused ?? removePasskey(workspace, actor, { passkey: body.id })
    },
    askPasskey: ({ actor, body, request }) => keys.optionsToUse(request, actor.id, body.purpose),
    async askPasskeyToEnter({ request }) {
      const found = await before(request, 'passkey')
      return isRefusal(found) ? found : keys.optionsToUse(request, found.person.id, { type: 'enter' })
    },
    async enterByPasskey({ request, body }) {
      const found = await before(request, 'passkey')
      if (isRefusal(found)) return found
      const refused = await keys.refusalOfUse(request, found.person.id, { type: 'enter' }, body.passkey)
      return refused ?? enter(request, found)
    },
    async beginEnrolment({ request }) {
      const found = await before(request, 'enrol')
      return isRefusal(found) ? found : keys.optionsToMake(request, found.person)
    },
    async enrolPasskey({ request, body }) {
      const found = await before(request, 'enrol')
      if (isRefusal(found)) return found
      const made = await keys.made(request, found.person.id, { answer: body.made, name: body.name })
      if (isRefusal(made)) return made
      const added = await addFirstPasskey(workspace, found.person, made)
      return isRefusal(added) ? added : enter(request, found)
    },
    recovery: ({ actor, params }) => viewRecovery(workspace, actor, params),
    async recover({ actor, params }) {
      const recovered = await recover(workspace, actor, params)
      if (isRefusal(recovered)) return recovered
      const { token, ...recovery } = recovered
      if (token !== null) await sessions.endSessionsOf(params.person)
      return { ...recovery, link: token === null ? null : invitationLink(address, token) }
    },
    async changeSecondFactor({ actor, body, request }) {
      // Whoever has to have one could not make it here, and nobody would come in.
      if (body.when !== 'off' && !keys.arePossible(request)) return refuse('passkey-address')
      return changeSecondFactor(workspace, actor, body)
    },
  }
}
