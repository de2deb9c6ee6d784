import type { PasskeyPurpose } from '../../model/passkey.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import type { Workspace } from '../../workspace/core/open.ts'
import type { Proof } from '../../workspace/people/proof.ts'
import { publish } from '../../workspace/releases/publish.ts'
import { listReleases } from '../../workspace/releases/releases.ts'
import { withdrawRelease } from '../../workspace/releases/withdraw.ts'
import { viewFigures } from '../../workspace/signing/figures.ts'
import { signOff } from '../../workspace/signing/sign-off.ts'
import { signOffSheet } from '../../workspace/signing/sign-off-sheet.ts'
import type { Call, Handlers } from '../api.ts'
import type { Passkeys } from '../passkeys.ts'
import type { CatalogueSessionStore } from '../sessions.ts'
import { proofIn } from './passkeys.ts'

type ReleaseRoutes = 'figureSheet' | 'signOffSheet' | 'signOff' | 'publish' | 'withdrawRelease' | 'releases'

export function releaseHandlers(
  workspace: Workspace,
  sessions: CatalogueSessionStore,
  keys: Passkeys,
): Pick<Handlers, ReleaseRoutes> {
  /** Does what asks somebody to show that it is they; what they showed at the provider is good once. */
  async function proving<T>(
    { actor, request, params, body }: Call<'signOff'> | Call<'withdrawRelease'>,
    purpose: PasskeyPurpose,
    act: (proof: Proof) => Promise<T | Refusal>,
  ): Promise<T | Refusal> {
    const proved = (await sessions.read(request.sessionID))?.proved
    const atProvider = proved !== undefined && proved.document === params.document && Date.now() < proved.until
    const proof = await proofIn(keys, request, actor, purpose, body)
    if (isRefusal(proof)) return proof
    const outcome = await act({ ...proof, atProvider })
    if (atProvider && !isRefusal(outcome)) await sessions.alter(request.sessionID, ({ proved: _, ...data }) => data)
    return outcome
  }

  return {
    figureSheet: ({ actor, params: { document } }) => viewFigures(workspace, actor, { document }),
    signOffSheet: ({ actor, params: { document } }) => signOffSheet(workspace, actor, { document }),
    signOff: (call) => {
      const { document } = call.params
      const { sequence } = call.body
      return proving(call, { type: 'sign', document, sequence }, (proof) =>
        signOff(workspace, call.actor, { document, sequence, ...proof }),
      )
    },
    publish: ({ actor, params: { document } }) => publish(workspace, actor, { document }),
    withdrawRelease: (call) => {
      const { document } = call.params
      const number = Number(call.params.number)
      return proving(call, { type: 'withdraw', document, number }, (proof) =>
        withdrawRelease(workspace, call.actor, { document, number, reason: call.body.reason, ...proof }),
      )
    },
    releases: ({ actor }) => listReleases(workspace, actor),
  }
}
