import type { MemoryPair } from '../model/match.ts'

/** Whether two pairs are equal, origin and neighbours included. */
export function samePair(a: MemoryPair, b: MemoryPair): boolean {
  return (
    a.source === b.source &&
    a.target === b.target &&
    a.before === b.before &&
    a.after === b.after &&
    a.unreviewed === b.unreviewed &&
    a.origin === b.origin
  )
}

/** A key that is equal exactly for pairs with the same source and target. */
export function pairKey(pair: Pick<MemoryPair, 'source' | 'target'>): string {
  return `${pair.source.length}:${pair.source}${pair.target}`
}
