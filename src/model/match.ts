/** A pair in the translation memory. */
export interface MemoryPair {
  readonly source: string
  readonly target: string
  /** The segments before and after, for in-context exact (ICE) matches. */
  readonly before?: string
  readonly after?: string
  /** Whether a translator confirmed it and no reviser has approved it yet. */
  readonly unreviewed?: true
  /** Where it comes from: `samples/press-conference.tmx`, `document:d1`. */
  readonly origin: string
}

/**
 * An offer of the memory. `ice`: same text, same neighbours. `exact`: same text. `fuzzy`: similar, by `score`.
 * `score` is a whole per cent; 100 for both exact kinds, less for a pair that no reviser has approved. `repaired` is the
 * target with the figures and terms of the text looked up; the score remains that of the pair.
 */
export interface Match {
  readonly type: 'ice' | 'exact' | 'fuzzy'
  readonly score: number
  readonly pair: MemoryPair
  readonly repaired?: string
}

export const documentOriginPrefix = 'document:'

/** The origin of a pair that was confirmed in a document. */
export function documentOrigin(document: string): string {
  return `${documentOriginPrefix}${document}`
}
