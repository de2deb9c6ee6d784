import type { Match, MemoryPair } from '../model/match.ts'
import type { ExactOffers } from '../ports/memory-host.ts'
import { searchPairs } from './concordance.ts'
import { lookUp, lookUpExact } from './lookup.ts'
import { addPairs, createMemoryIndex, removePairs } from './memory-index.ts'
import type { LookupOptions } from './options.ts'

/** A translation memory, held in memory. A pair added later goes before an older one of equal worth. */
export interface Memory {
  /**
   * The best offers for a source text, best first. `ice`: the same text between the same neighbours, both of them
   * known; `exact`: the same text, to the character. Everything else is `fuzzy`: scored by edit distance over the
   * length of the longer text (`scoreOf`), in the form that `comparedText` gives them: width of marks, digits and Latin
   * letters left out of account, since one office writes `,` where another writes `，`, and so are look-alikes, invisible
   * characters and white space; figures and codes cost half an edit together if any of them differ. Texts
   * that differ in nothing else score 99, never 100: they are not the same text. A pair of the same source and target
   * is offered once.
   */
  lookup(source: string, options?: LookupOptions): readonly Match[]
  /** The best offer of exactly this text, at the cost of a look into a table. */
  exact(source: string, options?: Pick<LookupOptions, 'before' | 'after'>): Match | undefined
  /**
   * Pairs that contain a text on either side, latest first: the concordance. Width, case, kind of quotation mark and
   * dash, invisible characters and the kind and number of spaces make no difference (`patternsOf`).
   */
  search(text: string, limit: number): readonly MemoryPair[]
  /** Takes pairs in; one without source or target is left out, one that is held already (origin and all) is not held twice. */
  add(pairs: readonly MemoryPair[]): void
  /** Takes pairs out that were put in just so. */
  remove(pairs: readonly MemoryPair[]): void
  /** How many pairs it holds. */
  readonly size: number
}

export function createMemory(initial: readonly MemoryPair[]): Memory {
  const index = createMemoryIndex()
  addPairs(index, initial)
  return {
    lookup: (source, options = {}) => lookUp(index, source, options),
    search: (text, limit) => searchPairs(index, text, limit),
    exact: (source, options = {}) => lookUpExact(index, source, options),
    add: (pairs) => addPairs(index, pairs),
    remove: (pairs) => removePairs(index, pairs),
    get size() {
      return index.pairs.length - index.removed.size
    },
  }
}

/** The exact offers of a memory in this process. */
export function exactOffers(memory: Memory): ExactOffers {
  return async (queries) => queries.map(({ source, ...options }) => memory.exact(source, options) ?? null)
}
