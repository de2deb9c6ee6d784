/** A segment of one of two texts that are translations of each other. */
export interface AlignmentSegment {
  readonly text: string
  /** The number of its block in the text; not falling from segment to segment. */
  readonly block: number
}

/** Why a link is believed or doubted. */
export const linkReasons = ['figures', 'figures-differ', 'terms', 'names', 'words', 'length', 'length-differs'] as const
export type LinkReason = (typeof linkReasons)[number]

/**
 * Segments of both texts that are each other's translation, by their places counted from 0. One side is empty where a
 * segment has no counterpart.
 */
export interface Link {
  readonly zh: readonly number[]
  readonly en: readonly number[]
  /** From 0 to 1, certain; 0 where one side is empty. */
  readonly score: number
  readonly reasons: readonly LinkReason[]
}
