import type { BlockKind, Document } from './document.ts'
import type { ChainHead } from './head.ts'
import type { SignOff } from './signoff.ts'

/** One sentence of a release: both texts, and the people responsible. */
export interface ReleaseRow {
  readonly id: string
  readonly block: string
  readonly source: string
  readonly target: string
  /** White space that follows the sentence in the source. */
  readonly after: string
  /** Display names and instants (UTC, ISO 8601). */
  readonly translated: { readonly name: string; readonly at: string }
  readonly revised: { readonly name: string; readonly at: string }
  /** Who revised it after that, where the office has several people do so. */
  readonly revisedAgain?: readonly { readonly name: string; readonly at: string }[]
  /** Where the first draft came from, in words for people: an engine's or a memory's name; absent when typed by hand. */
  readonly draft?: string
}

export interface ReleaseBlock {
  readonly id: string
  readonly kind: BlockKind
  readonly level?: number
  readonly speaker?: string
}

export interface ReleaseTerm {
  readonly id: string
  readonly source: string
  readonly target: string
  readonly status: 'proposed' | 'approved'
  /** The public note of the term; in releases from before there were any, its note. */
  readonly note: string
  readonly authority: string
  readonly authorityBody?: string
  readonly authorityPlace?: string
  /** The date of the authority: `2025`, `2025-03` or `2025-03-12`. */
  readonly authorityDate?: string
}

export const figureVerdicts = ['same', 'differs', 'missing', 'carried-by-term'] as const
export type FigureVerdict = (typeof figureVerdicts)[number]

/** A figure of the document as checked: what the source says and what the English says. */
export interface Figure {
  readonly segment: string
  readonly source: string
  readonly expected: string
  readonly target: string
  readonly verdict: FigureVerdict
  /** Who confirmed it; absent if nobody did, and in signatures made before confirmations were recorded. */
  readonly confirmed?: FigureConfirmation
}

/** Whether the English differs from the source: then a revision does not confirm it, and someone has to check it. */
export function figureDiffers({ verdict }: Pick<Figure, 'verdict'>): boolean {
  return verdict === 'differs' || verdict === 'missing'
}

/**
 * `revision`: the figure agrees, and the reviser of its sentence confirmed it. `checked`: a person compared the figures
 * of the sentence with the source.
 */
export interface FigureConfirmation {
  readonly name: string
  /** An instant (UTC, ISO 8601). */
  readonly at: string
  readonly how: 'revision' | 'checked'
}

/** What a person sees of a figure when they confirm it. */
export type SeenFigure = Pick<Figure, 'source' | 'target' | 'verdict'>

/**
 * What a certificate of a release says of it: the hashes of the whole Chinese and the whole English text, and what was
 * signed. Every hash is SHA-256 of UTF-8, in hex.
 */
export interface CertifiedRelease {
  readonly document: string
  readonly release: { readonly number: number; readonly at: string; readonly title: Release['title'] }
  readonly texts: { readonly source: string; readonly target: string }
  readonly signOff: SignOff
  /** The signed figure sheet; absent for a signature made before sheets named who confirmed each figure. */
  readonly figures?: readonly Figure[]
  /** The heads of the release; absent in releases from before there were any. */
  readonly heads?: readonly ChainHead[]
}

/** What changed since the release before, by segment. */
export interface Erratum {
  readonly segment: string
  readonly change: 'source' | 'target' | 'added' | 'removed'
  readonly before: string
  readonly after: string
}

/**
 * That the office no longer stands by a release. Its pages stay at their addresses and say so; everything here is public,
 * and nothing takes it back: what is right is published anew, as the next release.
 */
export interface Withdrawal {
  readonly document: string
  readonly number: number
  /** An instant (UTC, ISO 8601). */
  readonly at: string
  /** Who withdrew it, by name or by role as the office publishes people. */
  readonly name: string
  /** In one line each. */
  readonly reason: { readonly zh: string; readonly en: string }
}

/**
 * A numbered release of a published document: everything a page needs, and nothing that was not signed. `number` counts
 * from 1; addresses have it as `v1`, `v2`.
 */
export interface Release {
  readonly document: string
  readonly number: number
  readonly at: string
  readonly by: string
  readonly title: { readonly source: string; readonly target: string }
  /** The text it is a translation of: its language and the file it came in. */
  readonly source: Pick<Document, 'origin'> & { readonly language: Document['sourceLanguage'] }
  readonly blocks: readonly ReleaseBlock[]
  readonly rows: readonly ReleaseRow[]
  readonly terms: readonly ReleaseTerm[]
  readonly figures: readonly Figure[]
  readonly waivers: readonly {
    readonly segment: string
    readonly code: string
    readonly reason: string
    readonly name: string
    readonly at: string
  }[]
  readonly errata: readonly Erratum[]
  readonly signOff: SignOff
  /** The heads of the chains when it was published, as in the signature; absent in older releases. */
  readonly heads?: readonly ChainHead[]
}
