import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { InlineAssets } from '../ports/format.ts'
import type { SiteAssets } from '../publishing/assets/assets.ts'

/**
 * The one place that knows whether this runs from the sources or from a package. From the sources the review room is
 * bundled at a start after a change, and the assets of published pages at each; a package carries them, and needs no
 * bundler.
 */
const packaged = import.meta.url.endsWith('.js')
const root = join(import.meta.dirname, '../..')

/** The paths, from a package's root, of the assets that `npm run build` has bundled. */
export const builtAssets = {
  room: 'assets/review-ui',
  site: { style: 'assets/site/style.css', script: 'assets/site/page.js' },
  reviewPage: { style: 'assets/review-page/style.css', script: 'assets/review-page/page.js' },
}

/** The folder of the bundled review room. */
export async function reviewRoomFolder(): Promise<string> {
  if (packaged) return join(root, builtAssets.room)
  const { keepReviewRoom } = await import('./bundle.ts')
  const folder = join(root, 'build/review-ui')
  await keepReviewRoom(folder)
  return folder
}

/** The style sheet and the script of the published pages. */
export async function siteAssets(): Promise<SiteAssets> {
  if (packaged) return readBuilt(builtAssets.site)
  const { bundleSiteAssets } = await import('./site-assets.ts')
  return bundleSiteAssets()
}

/** Those of the page of an outside review, which stand in it. */
export async function reviewPageAssets(): Promise<InlineAssets> {
  const { style, script } = packaged ? await readBuilt(builtAssets.reviewPage) : await bundleFromSources()
  return { style, script, styleHash: hashOf(style), scriptHash: hashOf(script) }
}

async function bundleFromSources(): Promise<SiteAssets> {
  const { bundleReviewPage } = await import('./site-assets.ts')
  return bundleReviewPage()
}

async function readBuilt({ style, script }: SiteAssets): Promise<SiteAssets> {
  const read = (path: string) => readFile(join(root, path), 'utf8')
  return { style: await read(style), script: await read(script) }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64')
}
