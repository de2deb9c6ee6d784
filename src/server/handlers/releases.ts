import { isRefusal } from '../../model/refusal.ts'
import type { Workspace } from '../../workspace/core/open.ts'
import { listReleases, publish } from '../../workspace/releases/publish.ts'
import { viewFigures } from '../../workspace/signing/figures.ts'
import { signOff } from '../../workspace/signing/sign-off.ts'
import { signOffSheet } from '../../workspace/signing/sign-off-sheet.ts'
import type { Handlers } from '../api.ts'
import type { Site } from '../site.ts'

type ReleaseRoutes = 'figureSheet' | 'signOffSheet' | 'signOff' | 'publish' | 'releases'

export function releaseHandlers(workspace: Workspace, site: Site): Pick<Handlers, ReleaseRoutes> {
  return {
    figureSheet: ({ actor, params: { document = '' } }) => viewFigures(workspace, actor, { document }),
    signOffSheet: ({ actor, params: { document = '' } }) => signOffSheet(workspace, actor, { document }),
    signOff: ({ actor, params: { document = '' }, body }) => signOff(workspace, actor, { document, ...body }),
    async publish({ actor, params: { document = '' } }) {
      const refusal = await site.refusal()
      if (refusal) return refusal
      const release = await publish(workspace, actor, { document })
      if (!isRefusal(release)) await site.write()
      return release
    },
    releases: ({ actor }) => listReleases(workspace, actor),
  }
}
