/**
 * Where an entry of the termbase stands. A proposed term guides drafts and warns; only an approved one blocks;
 * a retired one stays in the termbase for its history and is no longer recognised.
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

/** Parts of speech as TBX-Basic names them. */
export const partsOfSpeech = ['noun', 'verb', 'adjective', 'adverb', 'properNoun', 'other'] as const
export type PartOfSpeech = (typeof partsOfSpeech)[number]

/** Optional members of a concept with one text each. An empty one is left out. */
export const termTexts = [
  'publicNote',
  'authorityBody',
  'authorityDate',
  'authorityPlace',
  'definition',
  'laterMention',
  'abbreviation',
  'owner',
] as const
/** Optional members of a concept with several texts each. */
export const termLists = ['inflections', 'notBefore', 'notAfter'] as const

/** The members of a term but its id, in the order in which people read them. */
export const termMembers = [
  'source',
  'renderings',
  'status',
  'domain',
  'note',
  'authority',
  'partOfSpeech',
  ...termTexts,
  ...termLists,
] as const
export type TermMember = (typeof termMembers)[number]

/**
 * A concept of the termbase: its Chinese forms and its English renderings. `id` never changes. A sign-off binds the whole
 * entry by hash, so a missing member is left out and never empty.
 */
export interface Term {
  readonly id: string
  /** Source forms, the full name first. */
  readonly source: readonly string[]
  /** At least one rendering, exactly one of them preferred. */
  readonly renderings: readonly Rendering[]
  readonly status: TermStatus
  /** A domain such as `place`, `policy`, `organization`; free text. */
  readonly domain: string
  /** For the office alone: never published. */
  readonly note: string
  /** What readers of a published page are told of the term. */
  readonly publicNote?: string
  /**
   * Who says so: the title of a source that can be retrieved; empty where there is none. In terms from before there
   * were parts it holds the body, too. Approval needs all parts.
   */
  readonly authority: string
  /** The body that issued the authority. */
  readonly authorityBody?: string
  readonly definition?: string
  /** Of the preferred rendering. */
  readonly partOfSpeech?: PartOfSpeech
  /** A short form that may stand once the English has named the concept in full, with its article: `the city`. */
  readonly laterMention?: string
  /** An abbreviation that may stand once the English has named the concept in full. */
  readonly abbreviation?: string
  /** Forms of a permitted rendering that the rules of English inflection do not give, written whole. */
  readonly inflections?: readonly string[]
  /** Chinese right after a source form that makes it another word: 市长 not before 期. */
  readonly notBefore?: readonly string[]
  /** Chinese right before a source form that makes it another word: 市长 not after 城. */
  readonly notAfter?: readonly string[]
  /** Who answers for the entry. */
  readonly owner?: string
  /** The date of the authority: `2025`, `2025-03` or `2025-03-12`. */
  readonly authorityDate?: string
  /** Where the authority can be found: an address of the web, or the number of a document, an issue or a page. */
  readonly authorityPlace?: string
}

/** A year, a month or a day, as ISO 8601 writes it. */
export const datePattern = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/

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
