import type { Release } from '../model/release.ts'
import type { WorkspaceSettings } from '../model/settings.ts'

/** Folder of a document, or of one of its releases, from the root of the site. */
export function folderOf(document: string, number?: number): string {
  if (!/^[a-z0-9][a-z0-9-]*$/.test(document)) throw new Error(`a document id that is no folder name: ${document}`)
  return number === undefined ? `d/${document}/` : `d/${document}/v${number}/`
}

/** Path of a release's certificate, from the root of the site. */
export function certificatePath({ document, number }: Pick<Release, 'document' | 'number'>): string {
  return `${folderOf(document, number)}certificate.json`
}

/** Path of the file by which the office withdraws a release, from the root of the site. */
export function withdrawalPath({ document, number }: Pick<Release, 'document' | 'number'>): string {
  return withdrawalIn(folderOf(document, number))
}

/** The same by the folder of the release. */
export function withdrawalIn(folder: string): string {
  return `${folder}withdrawal.json`
}

/** Path of the file that says which release of a document is the newest, from the root of the site. */
export function statusPath(document: string): string {
  return `${folderOf(document)}status.json`
}

/** The folder of a release, from the path of its certificate; null for any other path. */
export function certificateFolder(path: string): string | null {
  return /^(d\/[a-z0-9][a-z0-9-]*\/v[1-9][0-9]*\/)certificate\.json$/.exec(path)?.[1] ?? null
}

/** Whether a folder of the site belongs to a release rather than to a document. */
export function isReleaseFolder(folder: string): boolean {
  return certificateFolder(`${folder}certificate.json`) !== null
}

/** Which languages a page is written in. */
export type Edition = 'both' | 'zh' | 'en'
export const editions: readonly Edition[] = ['both', 'zh', 'en']

/** Folder of a page within that of its document or release. */
export const editionFolder: Readonly<Record<Edition, string>> = { both: '', zh: 'zh/', en: 'en/' }

/** A page of a release by its own address, or by that of the document (`latest`); `part` counts from 1. */
export interface PagePlace extends Pick<Release, 'document' | 'number'> {
  readonly latest: boolean
  readonly edition: Edition
  readonly part?: number
}

/** The folder of a page, from the root of the site: its address where a server finds the page by it. */
export function pageFolder({ document, number, latest, edition, part }: PagePlace): string {
  const folder = latest ? folderOf(document) : folderOf(document, number)
  return `${folder}${editionFolder[edition]}${part === undefined ? '' : `${part}/`}`
}

/** The path of a page, from the root of the site. */
export function pagePath(place: PagePlace): string {
  return `${pageFolder(place)}index.html`
}

/** The folder of the page with the figures and the certificate of a release in detail. */
export function verificationFolder(
  { document, number }: Pick<Release, 'document' | 'number'>,
  edition: Edition,
): string {
  return `${pageFolder({ document, number, latest: false, edition })}verification/`
}

/** Whether a file of a release is one of its pages, by its path and the folder of the release. */
export function isPageIn(path: string, folder: string): boolean {
  return path.startsWith(folder) && path.endsWith('.html')
}

/** The edition of a page, by its path in the folder of its release or document. */
export function editionOfPath(path: string, folder: string): Edition {
  const inside = path.slice(folder.length)
  return inside.startsWith(editionFolder.zh) ? 'zh' : inside.startsWith(editionFolder.en) ? 'en' : 'both'
}

/**
 * The number of a part from the path of its page in the folder of its release or document and this edition; 0 for the first
 * page of the edition, null for anything else.
 */
export function partOfPath(path: string, folder: string, edition: Edition): number | null {
  const start = `${folder}${editionFolder[edition]}`
  if (!path.startsWith(start)) return null
  const found = /^(?:([1-9][0-9]*)\/)?index\.html$/.exec(path.slice(start.length))
  return found === null ? null : Number(found[1] ?? 0)
}

/**
 * An id as an HTML `id` and fragment: `b3.s2` is `#b3-s2`, which needs no escape in CSS. Never a running number: an
 * address keeps naming the same sentence.
 */
export function anchorOf(id: string): string {
  return id.replace(/[^A-Za-z0-9]+/g, '-')
}

/** The site's own address with a slash at its end; null if the settings name no valid one. */
export function addressOf(settings: WorkspaceSettings): string | null {
  const address = settings.address.trim()
  return /^https?:\/\/[^\s/?#"'<>\\]+(\/[^\s?#"'<>\\]*)?$/i.test(address) ? address.replace(/\/*$/, '/') : null
}
