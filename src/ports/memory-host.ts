import type { Match, MemoryPair } from '../model/match.ts'

/** A text to look up, with its neighbours ('' if there is none) where they are known. */
export interface MemoryQuery {
  readonly source: string
  readonly before?: string
  readonly after?: string
  /** Most offers; 5 by default. */
  readonly limit?: number
  /** The least score of an offer, 0 to 100; 70 by default. */
  readonly threshold?: number
}

/** Pairs to take out, then pairs to put in. */
export interface MemoryChange {
  readonly removed: readonly MemoryPair[]
  readonly added: readonly MemoryPair[]
}

/** One of the memories that lookups go to. */
export interface HostedMemory {
  readonly id: string
  /** Names the pairs as they are without later changes: equal names, equal pairs. It may be kept under this name. */
  readonly name: string
  /** How many pairs these are. */
  readonly size: number
  /** The pairs in pieces, for a host that does not have them. */
  pairs(): AsyncIterable<readonly MemoryPair[]>
  /** Changes to make to the pairs once they are held. */
  readonly changes: readonly MemoryChange[]
  /** What is taken from each score. */
  readonly penalty: number
  /** Of offers of equal worth, those of a memory of higher rank go first. */
  readonly rank: number
}

/** The best offer of exactly the source of each query; null if there is none. */
export type ExactOffers = (queries: readonly MemoryQuery[]) => Promise<readonly (Match | null)[]>

/** Looks up in memories without blocking other work. What it keeps on disk is a cache: the journals decide. */
export interface MemoryHost {
  /**
   * Holds these memories and no others. One that it holds already under the same id and name stays as it is, with the
   * changes made to it since, but for its penalty and rank.
   */
  hold(memories: readonly HostedMemory[]): Promise<void>
  /** Changes a memory that it holds; later calls see the change. */
  change(id: string, change: MemoryChange): void
  /** The best offers for each query, best first. */
  lookup(queries: readonly MemoryQuery[]): Promise<readonly (readonly Match[])[]>
  readonly exact: ExactOffers
  /** How many pairs it holds. */
  size(): Promise<number>
  /** Pairs that contain a text in either language, latest first, at most `limit`. */
  search(text: string, limit: number): Promise<readonly MemoryPair[]>
}
