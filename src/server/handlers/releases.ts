import { isRefusal } from '../../model/refusal.ts'
import { viewFigures } from '../../workspace/figures.ts'
import type { Workspace } from '../../workspace/open.ts'
import { listReleases, publish } from '../../workspace/publish.ts'
import { signOff } from '../../workspace/sign-off.ts'
import { signOffSheet } from '../../workspace/sign-off-sheet.ts'
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
