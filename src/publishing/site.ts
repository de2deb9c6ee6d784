import { expectDefined } from '../model/expect.ts'
import type { ChainHead } from '../model/head.ts'
import type { Release, Withdrawal } from '../model/release.ts'
import type { WorkspaceSettings } from '../model/settings.ts'
import type { KeyHistory } from '../model/signing-key.ts'
import type { Digest, Fingerprint, Signer } from '../ports/world.ts'
import { certificateOf } from '../review/certificate.ts'
import { withdrawalOf } from '../review/withdrawal.ts'
import { certificatePath, editionFolder, editions, folderOf, statusPath } from './addresses.ts'
import { type SiteAssets, versionedAssets } from './assets/assets.ts'
import { statusOf } from './document-status.ts'
import type { PageContext } from './pages/context.ts'
import { renderPage } from './pages/document-page.ts'
import { renderIndex } from './pages/index-page.ts'
import { type ListedFile, type ReleaseCertificate, type SiteList, seal } from './seal.ts'
import { hasWithdrawal, type RenderedFolder, withdrawnFolder } from './withdrawn-release.ts'
import { type Calendar, calendarOf } from './words/dates.ts'
import { wordsOf } from './words/words.ts'

/**
 * The files of each folder of a site: `d/x/v1/` is that of a release and holds all that its certificate lists, `d/x/` that
 * of a document with its newest pages. The assets that pages use are files of their folder, too.
 */
export type SiteFolders = ReadonlyMap<string, readonly ListedFile[]>

export interface SiteInput {
  /** Every release of every document, in any order. */
  readonly releases: readonly Release[]
  /** The withdrawals of releases, in any order. */
  readonly withdrawals?: readonly Withdrawal[]
  /** The pages of releases that stand and are withdrawn now, as they are in the site; null for one that is not there. */
  readonly pageAt?: (path: string) => string | null
  readonly settings: WorkspaceSettings
  readonly assets: SiteAssets
  /** The files of a release that other rooms write. */
  readonly downloads: (release: Release) => { readonly xlf: string; readonly tmx: string }
  /**
   * Folders that are not rendered again: those of published releases, even if settings or this programme have changed, and
   * those of documents whose newest pages this programme rendered under these settings and that have no new release.
   */
  readonly standing?: SiteFolders
  readonly digest: Digest
  readonly fingerprintOf: Fingerprint
  readonly signer: Signer
  /** The heads of the chains, and the history of the key: what the list of the site says of them. */
  readonly heads?: readonly ChainHead[]
  readonly keys?: KeyHistory
}

export interface RenderedSite {
  /**
   * The files to write: path to content, UTF-8. The order ensures that no file names one that is not written yet: a
   * certificate, which makes its release published, follows the files it lists; the list of all files is last.
   */
  readonly files: ReadonlyMap<string, string>
  /** Every folder of the site, unchanged ones included. */
  readonly folders: SiteFolders
}

/** Renders the files of a site that must be written. All paths and links are relative, so the site works in any folder and from a disk. */
export function renderSite(input: SiteInput): RenderedSite {
  const { settings, digest, standing, withdrawals = [], pageAt = () => null } = input
  const files = new Map<string, string>()
  const folders = new Map<string, readonly ListedFile[]>()
  const calendar = calendarOf(settings.timeZone, settings.style.dialect)
  const documents = documentsOf(input.releases)

  function add(folder: string, mayStand: boolean, render: () => RenderedFolder): void {
    const listed = mayStand ? standing?.get(folder) : undefined
    const rendered = listed === undefined ? render() : { files: new Map<string, string>(), listed }
    for (const [path, content] of rendered.files) files.set(path, content)
    folders.set(folder, rendered.listed)
  }

  /** Whether a release is in the site as it is to be. */
  function isThere(release: Release): boolean {
    const listed = standing?.get(folderOf(release.document, release.number))
    return listed !== undefined && (!withdrawalOf(release, withdrawals) || hasWithdrawal(release, listed))
  }

  function renderWithdrawn(withdrawal: Withdrawal, render: () => RenderedFolder): RenderedFolder {
    const listed = standing?.get(folderOf(withdrawal.document, withdrawal.number))
    const published = listed === undefined ? render() : { files: new Map<string, string>(), listed }
    return withdrawnFolder(withdrawal, published, pageAt, { ...input, calendar })
  }

  for (const releases of documents) {
    for (const [index, release] of releases.entries()) {
      const upTo = releases.slice(0, index + 1)
      const render = () => renderRelease(release, upTo, input, calendar)
      const withdrawal = withdrawalOf(release, withdrawals)
      add(folderOf(release.document, release.number), isThere(release), () =>
        withdrawal ? renderWithdrawn(withdrawal, render) : render(),
      )
    }
    const newest = releases.at(-1) ?? releases[0]
    const unchanged = releases.every(isThere)
    add(folderOf(newest.document), unchanged, () =>
      listed(
        new Map([
          ...renderPages(newest, releases, true, input, calendar),
          [statusPath(newest.document), `${JSON.stringify(statusOf(newest, withdrawals, calendar))}\n`],
        ]),
        digest,
      ),
    )
  }
  const assets = versionedAssets(input.assets, [], digest)
  const index = new Map([
    ...assets.files,
    ['index.html', renderIndex(documents, withdrawals, settings, calendar, assets.names)],
  ])
  for (const [path, content] of index) files.set(path, content)
  files.set('site.json', siteList([...[...folders.values()].flat(), ...listed(index, digest).listed], input))
  return { files, folders }
}

function listed(files: ReadonlyMap<string, string>, digest: Digest): RenderedFolder {
  return { files, listed: [...files].map(([path, content]) => ({ path, sha256: digest(content) })) }
}

type Releases = readonly [Release, ...Release[]]

function documentsOf(releases: readonly Release[]): readonly Releases[] {
  const byDocument = Map.groupBy(releases, (release) => release.document)
  return [...byDocument.values()].map((unsorted) => {
    const [first, ...later] = unsorted.toSorted((a, b) => a.number - b.number)
    return [expectDefined(first, 'the first release of a document'), ...later] as const
  })
}

/** All files of `d/<id>/v<number>/` and the assets they use. They depend on no later release. */
function renderRelease(
  release: Release,
  releases: readonly Release[],
  input: SiteInput,
  calendar: Calendar,
): RenderedFolder {
  const { digest, signer } = input
  const name = `${folderOf(release.document, release.number)}${release.document}-v${release.number}`
  const { xlf, tmx } = input.downloads(release)
  const contents = new Map([
    ...renderPages(release, releases, false, input, calendar),
    [`${name}.xlf`, xlf],
    [`${name}.tmx`, tmx],
    [`${name}.json`, `${JSON.stringify(release, null, 1)}\n`],
  ])
  const { files, listed: certified } = listed(contents, digest)
  const path = certificatePath(release)
  const certificate = seal<ReleaseCertificate>({ ...certificateOf(release, digest), files: certified }, signer)
  return {
    files: new Map([...files, [path, certificate]]),
    listed: [...certified, { path, sha256: digest(certificate) }],
  }
}

/** The three pages of a release at its own address or, for the newest, at the document's; their assets come first. */
function renderPages(
  release: Release,
  releases: readonly Release[],
  latest: boolean,
  { settings, assets, digest, fingerprintOf, withdrawals = [] }: SiteInput,
  calendar: Calendar,
): ReadonlyMap<string, string> {
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

/** `site.json`: every file of the site but itself, once, by path. */
function siteList(files: readonly ListedFile[], { heads, keys, signer }: SiteInput): string {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const sorted = [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
  return seal<SiteList>(
    { type: 'duizhao-site', v: 1, files: sorted, ...(heads && { heads }), ...(keys && { keys }) },
    signer,
  )
}
