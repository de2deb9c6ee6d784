import type { MemoryPair } from '../model/match.ts'

/** Whether two pairs are the same in everything, origin and neighbours included. */
export function samePair(a: MemoryPair, b: MemoryPair): boolean {
  return (
    a.source === b.source &&
    a.target === b.target &&
    a.before === b.before &&
    a.after === b.after &&
    a.origin === b.origin
  )
}

/** Equal for pairs of the same source and target, and for no others. */
export function pairKey(pair: MemoryPair): string {
  return `${pair.source.length}:${pair.source}${pair.target}`
}
