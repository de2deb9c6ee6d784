import type { MemoryPair } from '../model/match.ts'

/** The neighbours of the text looked up: '' if there is none, absent if unknown. */
export interface LookupOptions {
  readonly before?: string
  readonly after?: string
  /** Most offers; 5 by default. */
  readonly limit?: number
  /** The least score of an offer, 0 to 100; 70 by default. */
  readonly threshold?: number
}

/** Whether a pair stands between the neighbours of the text looked up, all of them known. */
export function sameNeighbours(pair: MemoryPair, options: LookupOptions): boolean {
  return (
    pair.before !== undefined &&
    pair.after !== undefined &&
    pair.before === options.before &&
    pair.after === options.after
  )
}
