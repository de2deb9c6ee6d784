import type { Refusal } from '../../model/refusal.ts'
import type { Withdrawal } from '../../model/release.ts'
import type { WorkspaceSettings } from '../../model/settings.ts'
import type { Formats } from '../../ports/format.ts'
import type { Digest, Fingerprint } from '../../ports/world.ts'
import type { SiteAssets } from '../../publishing/assets/assets.ts'
import { type PartContents, renderPart, type SitePart } from '../../publishing/site-parts.ts'
import { releaseFiles } from './release-files.ts'

/** A part of the site to render: plain values, so that another thread can do it. */
export interface RenderJob {
  /** All releases of the document up to the one that is rendered. */
  readonly releases: SitePart['releases']
  readonly latest: boolean
  readonly withdrawals: readonly Withdrawal[]
  readonly settings: WorkspaceSettings
  readonly assets: SiteAssets
}

/** Renders a part of the site. The server does so in a worker thread, under limits of memory and time. */
export type RenderPart = (job: RenderJob) => Promise<PartContents | Refusal>

interface RenderDoors {
  readonly formats: Formats
  readonly digest: Digest
  readonly fingerprintOf: Fingerprint
}

export function createRenderPart({ formats, digest, fingerprintOf }: RenderDoors) {
  return async ({ releases, latest, ...job }: RenderJob): Promise<PartContents> => {
    const release = releases.at(-1) ?? releases[0]
    // Only the folder of a release has files for other tools.
    const files = latest ? { xlf: '', tmx: '' } : await releaseFiles(formats, release)
    return renderPart({ release, releases, latest }, { ...job, digest, fingerprintOf, downloads: () => files })
  }
}
