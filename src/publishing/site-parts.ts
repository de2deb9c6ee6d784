import { expectDefined } from '../model/expect.ts'
import type { Release, Withdrawal } from '../model/release.ts'
import type { WorkspaceSettings } from '../model/settings.ts'
import type { Digest, Fingerprint } from '../ports/world.ts'
import { certificateOf } from '../review/certificate.ts'
import { editionFolder, editions, folderOf } from './addresses.ts'
import { type SiteAssets, versionedAssets } from './assets/assets.ts'
import type { PageContext } from './pages/context.ts'
import { renderPage } from './pages/document-page.ts'
import { listed, type RenderedFolder } from './withdrawn-release.ts'
import { calendarOf } from './words/dates.ts'
import { wordsOf } from './words/words.ts'

/** The releases of one document, in order. */
export type Releases = readonly [Release, ...Release[]]

/** The releases of each document. */
export function documentsOf(releases: readonly Release[]): readonly Releases[] {
  const byDocument = Map.groupBy(releases, (release) => release.document)
  return [...byDocument.values()].map((unsorted) => {
    const [first, ...later] = unsorted.toSorted((a, b) => a.number - b.number)
    return [expectDefined(first, 'the first release of a document'), ...later] as const
  })
}

/** A release in the folder of its own or, as the newest of its document (`latest`), in that of the document. */
export interface SitePart {
  readonly release: Release
  /** All releases of the document up to this one, in order. */
  readonly releases: Releases
  readonly latest: boolean
}

/** The contents of a part before they are sealed: its pages with their assets and, of a release, the files for other tools. */
export interface PartContents extends RenderedFolder {
  /** Of a release: what its certificate will say of it. */
  readonly certificate?: ReturnType<typeof certificateOf>
}

/** What a part is rendered with. */
export interface PartInput {
  /** The withdrawals of releases, in any order. */
  readonly withdrawals?: readonly Withdrawal[]
  readonly settings: WorkspaceSettings
  readonly assets: SiteAssets
  /** The files of a release that other rooms write. */
  readonly downloads: (release: Release) => { readonly xlf: string; readonly tmx: string }
  readonly digest: Digest
  readonly fingerprintOf: Fingerprint
}

/** The folder that a part fills. */
export function folderOfPart({ release: { document, number }, latest }: SitePart): string {
  return latest ? folderOf(document) : folderOf(document, number)
}

/** The releases of a document as parts of a site, each in its own folder. */
export function partsOf(releases: Releases): readonly SitePart[] {
  const [first] = releases
  return releases.map((release, index) => ({
    release,
    releases: [first, ...releases.slice(1, index + 1)],
    latest: false,
  }))
}

/** The newest release of a document at the document's own address. */
export function newestOf(releases: Releases): SitePart {
  return { release: releases.at(-1) ?? releases[0], releases, latest: true }
}

/** Renders the contents of a part. Those of a release's own folder depend on no later release. */
export function renderPart(part: SitePart, input: PartInput): PartContents {
  const { release, latest } = part
  const { digest } = input
  const pages = renderPages(part, input)
  if (latest) return listed(pages, digest)
  const name = `${folderOf(release.document, release.number)}${release.document}-v${release.number}`
  const { xlf, tmx } = input.downloads(release)
  const files = new Map([
    ...pages,
    [`${name}.xlf`, xlf],
    [`${name}.tmx`, tmx],
    [`${name}.json`, `${JSON.stringify(release, null, 1)}\n`],
  ])
  return { ...listed(files, digest), certificate: certificateOf(release, digest) }
}

/** The three pages of a release at its own address or, for the newest, at the document's; their assets come first. */
function renderPages(
  { release, releases, latest }: SitePart,
  { settings, assets, digest, fingerprintOf, withdrawals = [] }: PartInput,
): ReadonlyMap<string, string> {
  const calendar = calendarOf(settings.timeZone, settings.style.dialect)
  const { names, files } = versionedAssets(assets, release.rows, digest)
  const folder = latest ? folderOf(release.document) : folderOf(release.document, release.number)
  const known = withdrawals.filter((withdrawal) => latest || isEarlier(withdrawal, release))
  const pages = editions.map((edition) => {
    const path = `${folder}${editionFolder[edition]}index.html`
    const root = '../'.repeat(path.split('/').length - 1)
    const words = wordsOf(edition)
    const context: PageContext = {
      release,
      releases,
      withdrawals: known,
      latest,
      words,
      calendar,
      settings,
      digest,
      fingerprintOf,
      root,
    }
    return [path, renderPage(context, names)] as const
  })
  return new Map([...files, ...pages])
}

/** Whether a release could be published with the withdrawal of an earlier one: its own pages know of nothing later. */
function isEarlier({ number, at }: Withdrawal, release: Release): boolean {
  return number < release.number && at <= release.at
}
