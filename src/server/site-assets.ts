import { join } from 'node:path'
import { build } from 'esbuild'
import type { SiteAssets } from '../publishing/assets/assets.ts'

/** The oldest browsers that know `:has()`, on which the views of a page rest. */
const browsers = ['chrome105', 'firefox121', 'safari15.4']

/**
 * Bundles the style sheet and the script of the published pages. It takes some 20 ms, so every start from the sources
 * does it. A package has the two texts, made by this function when the package is built.
 */
export function bundleSiteAssets(): Promise<SiteAssets> {
  return bundled('publishing/assets', 'style/style.css', 'script/page.ts')
}

/** The same for the page of an outside review. */
export function bundleReviewPage(): Promise<SiteAssets> {
  return bundled('formats/review-page/page', 'style.css', 'page.ts')
}

async function bundled(folder: string, style: string, script: string): Promise<SiteAssets> {
  const sources = join(import.meta.dirname, '..', folder)
  const { outputFiles } = await build({
    entryPoints: [join(sources, style), join(sources, script)],
    outdir: sources,
    write: false,
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'iife',
    target: browsers,
    legalComments: 'none',
    logLevel: 'error',
  })
  const textOf = (ending: string) => {
    const file = outputFiles.find(({ path }) => path.endsWith(ending))
    if (file === undefined) throw new Error(`no ${ending} was bundled`)
    return file.text
  }
  return { style: textOf('.css'), script: textOf('.js') }
}
