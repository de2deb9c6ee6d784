import { comparable } from '../language/text/fold.ts'
import { hasHidden, patternsOf } from '../language/text/pattern.ts'
import { expectDefined } from '../model/expect.ts'
import type { MemoryPair } from '../model/match.ts'
import type { MemoryIndex } from './memory-index.ts'
import { pairKey } from './pairs.ts'

/** Finds pairs that contain a text in either language: see `Memory.search`. */
export interface PairSearch {
  /** Takes the pair if it contains the text. `withHidden`: whether it has characters that are dropped in comparison. */
  look(pair: MemoryPair, withHidden: boolean): void
  isFull(): boolean
  readonly hits: readonly MemoryPair[]
}

/** A search for a text, for at most `limit` pairs of different source or target; null if there is nothing to look for. */
export function createPairSearch(text: string, limit: number): PairSearch | null {
  const wanted = text.trim()
  if (comparable(wanted) === '') return null
  const hits: MemoryPair[] = []
  const offered = new Set<string>()
  const { plain, throughHidden } = patternsOf(wanted)
  return {
    look(pair, withHidden) {
      const pattern = withHidden ? throughHidden : plain
      if (!pattern.test(pair.source) && !pattern.test(pair.target)) return
      const key = pairKey(pair)
      if (offered.has(key)) return
      offered.add(key)
      hits.push(pair)
    },
    isFull: () => hits.length >= limit,
    hits,
  }
}

/** Pairs that contain a text in either language, latest first, at most `limit`. */
export function searchPairs(index: MemoryIndex, text: string, limit: number): readonly MemoryPair[] {
  const search = createPairSearch(text, limit)
  if (search === null) return []
  for (const { pair, withHidden } of latestIndexed(index)) {
    if (search.isFull()) break
    search.look(pair, withHidden)
  }
  return search.hits
}

/** The pairs of a memory, the latest first, and whether they have characters that are dropped in comparison. */
export function* latestIndexed({
  pairs,
  removed,
  withHidden,
}: MemoryIndex): Generator<{ readonly pair: MemoryPair; readonly withHidden: boolean }, void> {
  for (let number = pairs.length - 1; number >= 0; number--) {
    if (!removed.has(number)) {
      yield { pair: expectDefined(pairs[number], 'a pair'), withHidden: withHidden.has(number) }
    }
  }
}

/** Whether a pair has characters that are dropped in comparison. */
export function pairHasHidden({ source, target }: MemoryPair): boolean {
  return hasHidden(source) || hasHidden(target)
}
