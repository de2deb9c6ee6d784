import type { Digest } from '../../ports/world.ts'

/**
 * What `style/style.css` and `script/page.ts` are bundled to: the texts of one style sheet and one script, without imports.
 * `bundleSiteAssets` of the server makes them.
 */
export interface SiteAssets {
  readonly style: string
  readonly script: string
}

/** Names of the style sheet and the script, from the root of the site: each carries the hash of its content. */
export interface AssetNames {
  readonly style: string
  readonly script: string
}

/**
 * The style sheet and script of pages, under names that contain a hash of the content, so that a published page never
 * changes its appearance.
 */
export function versionedAssets(
  { style, script }: SiteAssets,
  digest: Digest,
): { readonly names: AssetNames; readonly files: ReadonlyMap<string, string> } {
  const versioned = (name: string, ending: string, content: string) =>
    `${name}-${digest(content).slice(0, 16)}.${ending}`
  const names = { style: versioned('style', 'css', style), script: versioned('page', 'js', script) }
  const files = new Map([
    [names.style, style],
    [names.script, script],
  ])
  return { names, files }
}
