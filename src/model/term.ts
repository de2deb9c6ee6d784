/**
 * Where an entry of the termbase stands. A proposed term guides drafts and warns; only an approved one blocks;
 * a retired one is kept for its history and no longer recognised.
 */
export const termStatuses = ['proposed', 'approved', 'retired'] as const
export type TermStatus = (typeof termStatuses)[number]

/** How one English rendering of a concept may be used (ISO 30042 administrative status; "forbidden" is ours). */
export const renderingStatuses = ['preferred', 'admitted', 'deprecated', 'forbidden'] as const
export type RenderingStatus = (typeof renderingStatuses)[number]

export interface Rendering {
  readonly text: string
  readonly status: RenderingStatus
}

/** A concept of the termbase: its Chinese forms and its English renderings. `id` is given once. */
export interface Term {
  readonly id: string
  /** Source forms, the full name first. */
  readonly source: readonly string[]
  /** At least one rendering, exactly one of them preferred. */
  readonly renderings: readonly Rendering[]
  readonly status: TermStatus
  /** A domain such as `place`, `policy`, `organization`; free text. */
  readonly domain: string
  readonly note: string
  /** Who says so: title, body and date of a source that can be retrieved; empty where there is none. */
  readonly authority: string
}

/** A term found in a source text. Offsets are UTF-16 units of the plain text. */
export interface TermOccurrence {
  readonly term: Term
  readonly form: string
  readonly from: number
  readonly to: number
}

export function preferredRendering(term: Term): string {
  return term.renderings.find((rendering) => rendering.status === 'preferred')?.text ?? ''
}
