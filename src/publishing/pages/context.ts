import { expectDefined } from '../../model/expect.ts'
import type { Release, Withdrawal } from '../../model/release.ts'
import type { WorkspaceSettings } from '../../model/settings.ts'
import type { Digest, Fingerprint } from '../../ports/world.ts'
import { anchorOf, type PagePlace, pagePath, verificationFolder } from '../addresses.ts'
import type { Calendar } from '../words/dates.ts'
import type { Words } from '../words/words.ts'
import type { Outline } from './outline.ts'
import type { TextPart, TextParts } from './text-parts.ts'

/**
 * What a page is: that of a whole text (`whole`); of a text in parts its first page (`contents`) or that of a part; the page
 * with the figures and the certificate of a release in detail (`verification`); or what stands at the address of a part
 * that the newest release of the document does not have any more (`moved`).
 */
export type PageKind =
  | { readonly type: 'whole' | 'contents' | 'verification' }
  | { readonly type: 'part'; readonly part: TextPart }
  | { readonly type: 'moved'; readonly number: number }

/** The input of every part of a document's page. */
export interface PageContext {
  readonly release: Release
  /** The releases up to the newest one when the page is written, by number; `release` is among them. */
  readonly releases: readonly Release[]
  /** The withdrawals that the page knows of. */
  readonly withdrawals: readonly Withdrawal[]
  /** Whether this is the page of the newest release at the document's own address, which changes with the next one. */
  readonly latest: boolean
  readonly page: PageKind
  readonly outline: Outline
  readonly parts: TextParts
  readonly words: Words
  readonly calendar: Calendar
  readonly settings: WorkspaceSettings
  readonly digest: Digest
  readonly fingerprintOf: Fingerprint
}

/** The language of the Chinese text as HTML and BCP 47 have it, by its script. */
export function chineseOf({ source }: Pick<Release, 'source'>): 'zh-Hans' | 'zh-Hant' {
  return source.language === 'zh-TW' ? 'zh-Hant' : 'zh-Hans'
}

/** The number of the part that a page is; undefined for a page of any other kind. */
export function partNumberOf({ page }: Pick<PageContext, 'page'>): number | undefined {
  return page.type === 'part' ? page.part.number : page.type === 'moved' ? page.number : undefined
}

/** Where the first page of the text stands that this page belongs to, in the same edition; or its part of this number. */
export function placeOf({ release, latest, words }: PageContext, part?: number): PagePlace {
  const { document, number } = release
  return { document, number, latest, edition: words.edition, ...(part !== undefined && { part }) }
}

/** The path of the page itself, from the root of the site. */
export function ownPath(context: PageContext): string {
  const { release, page, words } = context
  return page.type === 'verification'
    ? `${verificationFolder(release, words.edition)}index.html`
    : pagePath(placeOf(context, partNumberOf(context)))
}

/** The way from the page to the root of the site: empty, or `../` several times. */
export function rootOf(context: PageContext): string {
  return '../'.repeat(ownPath(context).split('/').length - 1)
}

/** The address of a sentence of the release, on whichever page it stands, as a link on this page. */
export function sentenceAddress(context: PageContext, segment: string): string {
  const part = context.parts.of(segment)
  const isHere = context.page.type !== 'verification' && part?.number === partNumberOf(context)
  const page = isHere ? '' : `${rootOf(context)}${pagePath(placeOf(context, part?.number))}`
  return `${page}#${anchorOf(segment)}`
}

/** The first and the last sentence of a part. */
export function rangeOf({ rows }: TextPart): string {
  const first = expectDefined(rows[0], 'the first sentence of a part')
  return `${first.id} – ${rows.at(-1)?.id ?? first.id}`
}
