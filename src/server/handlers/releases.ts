import { isRefusal, type Refusal } from '../../model/refusal.ts'
import type { Workspace } from '../../workspace/core/open.ts'
import { publish } from '../../workspace/releases/publish.ts'
import { listReleases } from '../../workspace/releases/releases.ts'
import { withdrawRelease } from '../../workspace/releases/withdraw.ts'
import { viewFigures } from '../../workspace/signing/figures.ts'
import { signOff } from '../../workspace/signing/sign-off.ts'
import { signOffSheet } from '../../workspace/signing/sign-off-sheet.ts'
import type { Call, Handlers } from '../api.ts'
import type { CatalogueSessionStore } from '../sessions.ts'

type ReleaseRoutes = 'figureSheet' | 'signOffSheet' | 'signOff' | 'publish' | 'withdrawRelease' | 'releases'

export function releaseHandlers(workspace: Workspace, sessions: CatalogueSessionStore): Pick<Handlers, ReleaseRoutes> {
  /** Does what asks somebody to show that it is they; what they showed at the provider is good once. */
  async function proving<T>(
    { request, params }: Pick<Call<'signOff' | 'withdrawRelease'>, 'request' | 'params'>,
    act: (atProvider: boolean) => Promise<T | Refusal>,
  ): Promise<T | Refusal> {
    const proved = (await sessions.read(request.sessionID))?.proved
    const atProvider = proved !== undefined && proved.document === params.document && Date.now() < proved.until
    const outcome = await act(atProvider)
    if (atProvider && !isRefusal(outcome)) await sessions.alter(request.sessionID, ({ proved: _, ...data }) => data)
    return outcome
  }

  return {
    figureSheet: ({ actor, params: { document } }) => viewFigures(workspace, actor, { document }),
    signOffSheet: ({ actor, params: { document } }) => signOffSheet(workspace, actor, { document }),
    signOff: ({ actor, body, ...call }) =>
      proving(call, (atProvider) => signOff(workspace, actor, { ...call.params, ...body, atProvider })),
    publish: ({ actor, params: { document } }) => publish(workspace, actor, { document }),
    withdrawRelease: ({ actor, body, ...call }) =>
      proving(call, (atProvider) =>
        withdrawRelease(workspace, actor, { ...call.params, number: Number(call.params.number), ...body, atProvider }),
      ),
    releases: ({ actor }) => listReleases(workspace, actor),
  }
}
