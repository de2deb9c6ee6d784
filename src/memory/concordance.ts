import { comparable } from '../language/text/fold.ts'
import { patternsOf } from '../language/text/pattern.ts'
import { expectDefined } from '../model/expect.ts'
import type { MemoryPair } from '../model/match.ts'
import type { MemoryIndex } from './memory-index.ts'
import { pairKey } from './pairs.ts'

/** Pairs that contain a text in either language, latest first, at most `limit`: see `Memory.search`. */
export function searchPairs(
  { pairs, removed, withHidden }: MemoryIndex,
  text: string,
  limit: number,
): readonly MemoryPair[] {
  const wanted = text.trim()
  if (comparable(wanted) === '') return []
  const hits: MemoryPair[] = []
  const offered = new Set<string>()
  const { plain, throughHidden } = patternsOf(wanted)
  for (let number = pairs.length - 1; number >= 0 && hits.length < limit; number--) {
    if (removed.has(number)) continue
    const pair = expectDefined(pairs[number], 'a pair')
    const pattern = withHidden.has(number) ? throughHidden : plain
    if (!pattern.test(pair.source) && !pattern.test(pair.target)) continue
    const key = pairKey(pair)
    if (offered.has(key)) continue
    offered.add(key)
    hits.push(pair)
  }
  return hits
}
