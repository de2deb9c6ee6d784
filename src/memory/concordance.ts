import { comparable } from '../language/text/fold.ts'
import { hasHidden, patternsOf } from '../language/text/pattern.ts'
import { expectDefined } from '../model/expect.ts'
import type { MemoryPair } from '../model/match.ts'
import type { MemoryIndex } from './memory-index.ts'
import { pairKey } from './pairs.ts'

type Texts = Pick<MemoryPair, 'source' | 'target'>

/** Finds pairs that contain a text in either language: see `Memory.search`. */
export interface PairSearch {
  /**
   * Takes a pair if its texts contain the text. `withHidden`: whether they have characters that are dropped in comparison;
   * `pair` is read only if it is taken.
   */
  look(texts: Texts, withHidden: boolean, pair: () => MemoryPair): void
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
    look(texts, withHidden, pair) {
      const pattern = withHidden ? throughHidden : plain
      if (!pattern.test(texts.source) && !pattern.test(texts.target)) return
      const key = pairKey(texts)
      if (offered.has(key)) return
      offered.add(key)
      hits.push(pair())
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
    search.look(pair, withHidden, () => pair)
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

/** Whether the texts of a pair have characters that are dropped in comparison. */
export function hasHiddenIn({ source, target }: Texts): boolean {
  return hasHidden(source) || hasHidden(target)
}
