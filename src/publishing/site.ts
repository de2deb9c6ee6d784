import type { WorkspaceSettings } from '../contract/views.ts'
import type { Release } from '../model/release.ts'
import type { Digest, Signer } from '../ports/world.ts'
import { certificateOf } from '../review/certificate.ts'
import { pageScript } from './assets/script.ts'
import { styleSheet } from './assets/style.ts'
import { editionFolder, folderOf, type PageContext } from './context.ts'
import { renderPage } from './pages/document-page.ts'
import { renderIndex } from './pages/index-page.ts'
import type { Assets } from './pages/shell.ts'
import { type ListedFile, type ReleaseCertificate, readSealed, type SiteList, seal } from './seal.ts'
import { type Calendar, calendarOf } from './words/dates.ts'
import { type Edition, wordsOf } from './words/words.ts'

export interface SiteInput {
  /** Every release of every document, in any order. */
  readonly releases: readonly Release[]
  readonly settings: WorkspaceSettings
  /** The files of a release that other rooms write. */
  readonly downloads: (release: Release) => { readonly xlf: string; readonly tmx: string }
  /**
   * Certificates of releases that are published already: path to text. Their files stay as they are, whatever has
   * changed since in settings or in this programme, and are not rendered again.
   */
  readonly published?: ReadonlyMap<string, string>
  readonly digest: Digest
  /** The fingerprint of a public key (SPKI, base64), as the office publishes it elsewhere. */
  readonly fingerprintOf: (key: string) => string
  readonly signer: Signer
}

const editions: readonly Edition[] = ['both', 'zh', 'en']

/** Path of a release's certificate, from the root of the site. */
export function certificatePath(release: Pick<Release, 'document' | 'number'>): string {
  return `${folderOf(release.document, release.number)}certificate.json`
}

/**
 * The files to write for these releases: path to content, UTF-8. Paths are relative and so is every link: the site
 * works from any folder, and from a disk. What is listed in a certificate of `published` is not among them.
 */
export function renderSite(input: SiteInput): ReadonlyMap<string, string> {
  const { settings, digest, signer, published } = input
  const files = new Map<string, string>()
  const kept: ListedFile[] = []
  const calendar = calendarOf(settings.timeZone)
  const documents = documentsOf(input.releases)
  for (const releases of documents) {
    for (const [at, release] of releases.entries()) {
      const known = releases.slice(0, at + 1)
      const path = certificatePath(release)
      const certificate = published?.get(path)
      if (certificate === undefined) {
        for (const [path, content] of renderRelease(release, known, input, calendar)) files.set(path, content)
      } else {
        const read = readSealed(certificate, 'duizhao-certificate')
        if (!read) throw new Error(`the certificate of a published release cannot be read: ${path}`)
        kept.push(...read.files, { path, sha256: digest(certificate) })
      }
    }
    const newest = releases.at(-1) ?? releases[0]
    for (const [path, content] of renderPages(newest, releases, true, input, calendar)) files.set(path, content)
  }
  const assets = assetsFor([], digest)
  files.set('index.html', renderIndex(documents, settings, calendar, assets.names))
  for (const [path, content] of assets.files) files.set(path, content)
  const listed = new Map([...kept, ...list(files, digest)].map((file) => [file.path, file]))
  const sorted = [...listed.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
  files.set('site.json', seal<SiteList>({ type: 'duizhao-site', v: 1, files: sorted }, signer))
  return files
}

function documentsOf(releases: readonly Release[]): readonly (readonly [Release, ...Release[]])[] {
  const documents = Map.groupBy(releases, (release) => release.document)
  return [...documents.values()].map((own) => own.toSorted((a, b) => a.number - b.number) as [Release, ...Release[]])
}

/** All that stands under `d/<id>/v<number>/`, and the assets it uses. It depends on no later release. */
function renderRelease(
  release: Release,
  known: readonly Release[],
  input: SiteInput,
  calendar: Calendar,
): ReadonlyMap<string, string> {
  const { digest, signer } = input
  const folder = folderOf(release.document, release.number)
  const name = `${folder}${release.document}-v${release.number}`
  const { xlf, tmx } = input.downloads(release)
  const files = new Map(renderPages(release, known, false, input, calendar))
  files.set(`${name}.xlf`, xlf)
  files.set(`${name}.tmx`, tmx)
  files.set(`${name}.json`, `${JSON.stringify(release, null, 1)}\n`)
  const certificate = { ...certificateOf(release, digest), files: list(files, digest) }
  files.set(certificatePath(release), seal<ReleaseCertificate>(certificate, signer))
  return files
}

/** The three pages of a release, at its own address or, for the newest, at the document's; and their assets. */
function renderPages(
  release: Release,
  releases: readonly Release[],
  latest: boolean,
  { settings, digest, fingerprintOf }: SiteInput,
  calendar: Calendar,
): ReadonlyMap<string, string> {
  const assets = assetsFor(release.rows, digest)
  const files = new Map(assets.files)
  const folder = latest ? folderOf(release.document) : folderOf(release.document, release.number)
  for (const edition of editions) {
    const path = `${folder}${editionFolder[edition]}index.html`
    const root = '../'.repeat(path.split('/').length - 1)
    const words = wordsOf(edition)
    const context: PageContext = { release, releases, latest, words, calendar, settings, digest, fingerprintOf, root }
    files.set(path, renderPage(context, assets.names))
  }
  return files
}

/** The style sheet and script for these rows. A name carries its content's hash, so that no page ever changes its looks. */
function assetsFor(rows: Release['rows'], digest: Digest): { names: Assets; files: ReadonlyMap<string, string> } {
  const sizes = [...Map.groupBy(rows, (row) => row.block).values()].map((own) => own.length)
  const style = styleSheet(sizes.reduce((most, size) => Math.max(most, size), 1))
  const named = (name: string, ending: string, content: string) => `${name}-${digest(content).slice(0, 16)}.${ending}`
  const names = { style: named('style', 'css', style), script: named('page', 'js', pageScript) }
  return {
    names,
    files: new Map([
      [names.style, style],
      [names.script, pageScript],
    ]),
  }
}

function list(files: ReadonlyMap<string, string>, digest: Digest): readonly ListedFile[] {
  return [...files].map(([path, content]) => ({ path, sha256: digest(content) }))
}
