import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SiteAssets } from '../publishing/assets/assets.ts'

/**
 * The one place that knows whether this runs from the sources or from a package. From the sources the review room is
 * bundled at a start after a change, and the assets of published pages at each; a package carries them, and needs no
 * bundler.
 */
const packaged = import.meta.url.endsWith('.js')
const root = join(import.meta.dirname, '../..')

/** The paths, from a package's root, of the assets that `npm run build` has bundled. */
export const builtAssets = { room: 'assets/review-ui', style: 'assets/site/style.css', script: 'assets/site/page.js' }

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
  if (packaged) {
    const read = (path: string) => readFile(join(root, path), 'utf8')
    return { style: await read(builtAssets.style), script: await read(builtAssets.script) }
  }
  const { bundleSiteAssets } = await import('./site-assets.ts')
  return bundleSiteAssets()
}
