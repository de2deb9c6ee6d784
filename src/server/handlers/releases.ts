import type { Workspace } from '../../workspace/core/open.ts'
import { publish } from '../../workspace/releases/publish.ts'
import { listReleases } from '../../workspace/releases/releases.ts'
import { withdrawRelease } from '../../workspace/releases/withdraw.ts'
import { viewFigures } from '../../workspace/signing/figures.ts'
import { signOff } from '../../workspace/signing/sign-off.ts'
import { signOffSheet } from '../../workspace/signing/sign-off-sheet.ts'
import type { Handlers } from '../api.ts'

type ReleaseRoutes = 'figureSheet' | 'signOffSheet' | 'signOff' | 'publish' | 'withdrawRelease' | 'releases'

export function releaseHandlers(workspace: Workspace): Pick<Handlers, ReleaseRoutes> {
  return {
    figureSheet: ({ actor, params: { document } }) => viewFigures(workspace, actor, { document }),
    signOffSheet: ({ actor, params: { document } }) => signOffSheet(workspace, actor, { document }),
    signOff: ({ actor, params: { document }, body }) => signOff(workspace, actor, { document, ...body }),
    publish: ({ actor, params: { document } }) => publish(workspace, actor, { document }),
    withdrawRelease: ({ actor, params: { document, number }, body }) =>
      withdrawRelease(workspace, actor, { document, number: Number(number), ...body }),
    releases: ({ actor }) => listReleases(workspace, actor),
  }
}
