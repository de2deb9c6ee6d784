import type { Request, Response } from 'express'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { Workspace } from '../../workspace/core/open.ts'
import { linkIdentity, listIdentities, mayLinkOwn, unlinkIdentity } from '../../workspace/people/identities.ts'
import { changeProvider, viewSignIn } from '../../workspace/people/sign-in-settings.ts'
import type { Handlers } from '../api.ts'
import type { Halfway } from '../halfway.ts'
import type { Passkeys } from '../passkeys.ts'
import { originOf, redirectOf } from '../provider/callback.ts'
import type { ProviderDoor } from '../provider/door.ts'
import { localPath } from '../provider/local-path.ts'
import type { Pending, PendingSignIns } from '../provider/pending.ts'
import { providerOf } from '../provider/provider-sessions.ts'
import type { PublicAddress } from '../public-address.ts'
import { proofIn } from './passkeys.ts'

type SignInRoutes =
  | 'beginProvider'
  | 'beginLink'
  | 'beginProof'
  | 'identities'
  | 'linkIdentity'
  | 'unlinkIdentity'
  | 'signInSettings'
  | 'changeProvider'
  | 'testProvider'

export interface SignInDoors {
  readonly provider: ProviderDoor
  readonly pending: PendingSignIns
  readonly address: PublicAddress | null
  readonly keys: Passkeys
  readonly halfway: (request: Request) => Promise<Halfway | null>
}

export function signInHandlers(
  workspace: Workspace,
  { provider: ask, pending, address, keys }: SignInDoors,
): Pick<Handlers, SignInRoutes> {
  /** Sends somebody to the provider, to come back to `wanted.returnTo`. */
  async function begin(
    { request, response }: { readonly request: Request; readonly response: Response },
    wanted: Pick<Pending, 'purpose' | 'returnTo' | 'person' | 'document'>,
  ): Promise<{ address: string } | Refusal> {
    const provider = await providerOf(workspace)
    if (provider === null) return refuse('provider-off')
    const begun = pending.begin(response, wanted)
    const to = await ask.begin(provider, begun, redirectOf(address, request), wanted.purpose !== 'enter')
    return isRefusal(to) ? to : { address: to }
  }
  return {
    beginProvider: ({ body, ...call }) => begin(call, { purpose: 'enter', returnTo: localPath(body.returnTo) }),
    async beginLink({ actor, body, ...call }) {
      const proof = await proofIn(keys, call.request, actor, { type: 'link' }, body)
      if (isRefusal(proof)) return proof
      const refused = await mayLinkOwn(workspace, actor, proof)
      return refused ?? begin(call, { purpose: 'link', returnTo: '/settings', person: actor.id })
    },
    beginProof({ actor, body, ...call }) {
      const { document, returnTo } = body
      return begin(call, { purpose: 'proof', returnTo: localPath(returnTo), person: actor.id, document })
    },
    identities: ({ actor, params }) => listIdentities(workspace, actor, params),
    linkIdentity: ({ actor, params, body }) => linkIdentity(workspace, actor, { ...params, ...body }),
    unlinkIdentity: ({ actor, params, query }) => unlinkIdentity(workspace, actor, { ...params, ...query }),
    async signInSettings({ actor, request }) {
      const signIn = await viewSignIn(workspace, actor)
      if (isRefusal(signIn)) return signIn
      return { signIn, redirect: redirectOf(address, request), afterLogout: `${originOf(address, request)}/` }
    },
    changeProvider: ({ actor, body }) => changeProvider(workspace, actor, body),
    async testProvider({ actor }) {
      const signIn = await viewSignIn(workspace, actor)
      if (isRefusal(signIn)) return signIn
      const provider = await providerOf(workspace)
      return provider === null ? refuse('provider-off') : ask.look(provider)
    },
  }
}
