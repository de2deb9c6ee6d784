import type { WorkspaceSettings } from '../contract/views.ts'
import type { Release } from '../model/release.ts'
import type { Digest } from '../ports/world.ts'
import type { Calendar } from './words/dates.ts'
import type { Edition, Words } from './words/words.ts'

/** What every part of a document's page is made from. */
export interface PageContext {
  readonly release: Release
  /** The releases of the document that the page knows of, by number; the page's own is among them. */
  readonly releases: readonly Release[]
  /** Whether this is the page of the newest release at the document's own address, which changes with the next one. */
  readonly latest: boolean
  readonly words: Words
  readonly calendar: Calendar
  readonly settings: WorkspaceSettings
  readonly digest: Digest
  /** The fingerprint of a public key (SPKI, base64), as the office publishes it elsewhere. */
  readonly fingerprintOf: (key: string) => string
  /** The way from the page to the root of the site: empty, or `../` several times. */
  readonly root: string
}

/** The language of the Chinese text as HTML and BCP 47 have it, by its script. */
export function chineseOf({ source }: Pick<Release, 'source'>): 'zh-Hans' | 'zh-Hant' {
  return source.language === 'zh-TW' ? 'zh-Hant' : 'zh-Hans'
}

/** Folder of a document, or of one of its releases, from the root of the site. */
export function folderOf(document: string, number?: number): string {
  if (!/^[a-z0-9][a-z0-9-]*$/.test(document)) throw new Error(`a document id that is no folder name: ${document}`)
  return number === undefined ? `d/${document}/` : `d/${document}/v${number}/`
}

/** Folder of a page within that of its document or release. */
export const editionFolder: Readonly<Record<Edition, string>> = { both: '', zh: 'zh/', en: 'en/' }

/**
 * An id as an HTML `id` and fragment: `b3.s2` is `#b3-s2`, which needs no escape in CSS. Never a running number: an
 * address keeps naming the same sentence.
 */
export function anchorOf(id: string): string {
  return id.replace(/[^A-Za-z0-9]+/g, '-')
}

/** The site's own address with a slash at its end, if the settings name one that can be one; else null. */
export function addressOf(settings: WorkspaceSettings): string | null {
  const address = settings.address.trim()
  return /^https?:\/\/[^\s/?#"'<>\\]+(\/[^\s?#"'<>\\]*)?$/i.test(address) ? address.replace(/\/*$/, '/') : null
}
