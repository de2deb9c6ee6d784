import type { ChainHead } from '../model/head.ts'
import type { Release, Withdrawal } from '../model/release.ts'
import type { WorkspaceSettings } from '../model/settings.ts'
import type { KeyHistory } from '../model/signing-key.ts'
import type { Digest, Signer } from '../ports/world.ts'
import { certificateOf } from '../review/certificate.ts'
import { withdrawalOf } from '../review/withdrawal.ts'
import { certificatePath, folderOf, statusPath } from './addresses.ts'
import { type SiteAssets, versionedAssets } from './assets/assets.ts'
import { statusOf } from './document-status.ts'
import { renderIndex } from './pages/index-page.ts'
import { type ListedFile, type ReleaseCertificate, type SiteList, seal } from './seal.ts'
import { documentsOf, newestOf, type PartContents, partsOf, type SitePart } from './site-parts.ts'
import { hasWithdrawal, listed, type RenderedFolder, withdrawnFolder } from './withdrawn-release.ts'
import { type Calendar, calendarOf } from './words/dates.ts'

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
  /**
   * Folders that are not rendered again: those of published releases, even if settings or this programme have changed, and
   * those of documents whose newest pages this programme rendered under these settings and that have no new release.
   */
  readonly standing?: SiteFolders
  /** The contents of a part: of each that `partsToRender` names. */
  readonly contents: (part: SitePart) => PartContents
  readonly digest: Digest
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

  const isThere = (release: Release) => standsAsItIsToBe(release, input)

  function renderWithdrawn(withdrawal: Withdrawal, render: () => RenderedFolder): RenderedFolder {
    const listed = standing?.get(folderOf(withdrawal.document, withdrawal.number))
    const published = listed === undefined ? render() : { files: new Map<string, string>(), listed }
    return withdrawnFolder(withdrawal, published, pageAt, { ...input, calendar })
  }

  for (const releases of documents) {
    for (const part of partsOf(releases)) {
      const { release } = part
      const render = () => sealedRelease(release, input.contents(part), input)
      const withdrawal = withdrawalOf(release, withdrawals)
      add(folderOf(release.document, release.number), isThere(release), () =>
        withdrawal ? renderWithdrawn(withdrawal, render) : render(),
      )
    }
    const newest = newestOf(releases)
    add(folderOf(newest.release.document), releases.every(isThere), () =>
      withStatus(newest.release, input.contents(newest), { withdrawals, calendar, digest }),
    )
  }
  const assets = versionedAssets(input.assets, digest)
  const index = new Map([
    ...assets.files,
    ['index.html', renderIndex(documents, withdrawals, settings, calendar, assets.names)],
  ])
  for (const [path, content] of index) files.set(path, content)
  files.set('site.json', siteList([...[...folders.values()].flat(), ...listed(index, digest).listed], input))
  return { files, folders }
}

/** The parts of a site that `renderSite` will render, so that another thread can do so beforehand. */
export function partsToRender(input: Pick<SiteInput, 'releases' | 'withdrawals' | 'standing'>): readonly SitePart[] {
  const { standing } = input
  return documentsOf(input.releases).flatMap((releases) => {
    const added = partsOf(releases).filter(
      ({ release: { document, number } }) => !standing?.has(folderOf(document, number)),
    )
    const newest = newestOf(releases)
    const stands =
      releases.every((release) => standsAsItIsToBe(release, input)) && standing?.has(folderOf(newest.release.document))
    return stands ? added : [...added, newest]
  })
}

/** Whether a release is in the site as it is to be: there, and with its withdrawal if it is withdrawn. */
function standsAsItIsToBe(
  release: Release,
  { standing, withdrawals = [] }: Pick<SiteInput, 'standing' | 'withdrawals'>,
): boolean {
  const listed = standing?.get(folderOf(release.document, release.number))
  return listed !== undefined && (!withdrawalOf(release, withdrawals) || hasWithdrawal(release, listed))
}

function withStatus(
  release: Release,
  { files, listed: pages }: PartContents,
  { withdrawals, calendar, digest }: { withdrawals: readonly Withdrawal[]; calendar: Calendar; digest: Digest },
): RenderedFolder {
  const path = statusPath(release.document)
  const status = `${JSON.stringify(statusOf(release, withdrawals, calendar))}\n`
  return { files: new Map([...files, [path, status]]), listed: [...pages, { path, sha256: digest(status) }] }
}

/** All files of `d/<id>/v<number>/` and the assets they use, with the certificate that lists them. */
function sealedRelease(
  release: Release,
  { files, listed: certified, certificate }: PartContents,
  { digest, signer }: SiteInput,
): RenderedFolder {
  const path = certificatePath(release)
  const unsealed = certificate ?? certificateOf(release, digest)
  const sealed = seal<ReleaseCertificate>({ ...unsealed, files: certified }, signer)
  return {
    files: new Map([...files, [path, sealed]]),
    listed: [...certified, { path, sha256: digest(sealed) }],
  }
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
