/**
 * How much of a text a memory has, from the most to the least work that it saves: `context`: the same text between the
 * same neighbours; `exact`: the same text; `repetition`: a text that occurs earlier in the document; then by score, which
 * for confirmed pairs that no reviser has approved is less than 100; `new`: nothing at half or more.
 */
export const coverageBands = ['context', 'exact', 'repetition', '95-99', '85-94', '75-84', '50-74', 'new'] as const
export type CoverageBand = (typeof coverageBands)[number]

export interface Amount {
  readonly segments: number
  /** Code points of their sources. */
  readonly characters: number
}

/** How much of a document a memory has. */
export interface Coverage {
  readonly total: Amount
  readonly bands: Readonly<Record<CoverageBand, Amount>>
}
