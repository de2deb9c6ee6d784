import { expectDefined } from '../model/expect.ts'
import type { Release, Withdrawal } from '../model/release.ts'
import type { WorkspaceSettings } from '../model/settings.ts'
import type { Digest, Fingerprint } from '../ports/world.ts'
import { certificateOf } from '../review/certificate.ts'
import { editions, folderOf } from './addresses.ts'
import { type SiteAssets, versionedAssets } from './assets/assets.ts'
import { ownPath, type PageContext, type PageKind } from './pages/context.ts'
import { renderPage } from './pages/document-page.ts'
import { outlineOf } from './pages/outline.ts'
import { partsOfText, type TextParts } from './pages/text-parts.ts'
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

/**
 * The pages of a release at its own address or, for the newest, at the document's; their assets come first. A text that is
 * too long for one page has a page for each part. The page about its verification is at its own address only.
 */
function renderPages(
  { release, releases, latest }: SitePart,
  { settings, assets, digest, fingerprintOf, withdrawals = [] }: PartInput,
): ReadonlyMap<string, string> {
  const { names, files } = versionedAssets(assets, digest)
  const outline = outlineOf(release)
  const parts = partsOfText(outline)
  const common = {
    release,
    releases,
    withdrawals: withdrawals.filter((withdrawal) => latest || isEarlier(withdrawal, release)),
    latest,
    outline,
    parts,
    calendar: calendarOf(settings.timeZone, settings.style.dialect),
    settings,
    digest,
    fingerprintOf,
  }
  const kinds = kindsOf(parts, latest ? mostParts(releases) : null)
  const pages = editions.flatMap((edition) => {
    const words = wordsOf(edition)
    return kinds.map((page) => {
      const context: PageContext = { ...common, words, page }
      return [ownPath(context), renderPage(context, names)] as const
    })
  })
  return new Map([...files, ...pages])
}

/**
 * The pages of one edition; `most` is how many parts any release of the document has had, where it is about the document's
 * own address: an address that a part once had there leads on.
 */
function kindsOf({ all }: TextParts, most: number | null): readonly PageKind[] {
  const text: readonly PageKind[] =
    all.length === 0
      ? [{ type: 'whole' }]
      : [{ type: 'contents' }, ...all.map((part) => ({ type: 'part', part }) as const)]
  if (most === null) return [...text, { type: 'verification' }]
  const moved = Array.from({ length: Math.max(0, most - all.length) }, (_, i) => all.length + i + 1)
  return [...text, ...moved.map((number) => ({ type: 'moved', number }) as const)]
}

function mostParts(releases: Releases): number {
  return Math.max(...releases.map((release) => partsOfText(outlineOf(release)).all.length))
}

/** Whether a release could be published with the withdrawal of an earlier one: its own pages know of nothing later. */
function isEarlier({ number, at }: Withdrawal, release: Release): boolean {
  return number < release.number && at <= release.at
}
