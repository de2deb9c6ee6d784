import type { Entry, Event } from '../model/event.ts'
import type { Digest } from '../ports/world.ts'
import { canonicalJson } from './canonical.ts'

/** Where a chain has come to: what the next entry continues. */
export interface ChainEnd {
  readonly sequence: number
  readonly hash: string
}

/** The end of a chain that has no entries yet. */
export const chainStart: ChainEnd = { sequence: 0, hash: '' }

/** Puts events in their places after `last`: numbered, dated, each bound by hash to the one before. */
export function chain<E extends Event>(
  last: ChainEnd,
  events: readonly E[],
  { at, by, digest }: { readonly at: string; readonly by: string; readonly digest: Digest },
): readonly Entry<E>[] {
  let end = last
  return events.map((event) => {
    const open = { sequence: end.sequence + 1, at, by, previous: end.hash, event }
    const entry = { ...open, hash: digest(canonicalJson(open)) }
    end = entry
    return entry
  })
}

/**
 * Whether entries are a chain as it was written. `broken` names the first entry that does not hold, by the sequence
 * number its place calls for: `order` where it does not take up the one before, `hash` where its words are not those
 * that were hashed. What is cut off at the end cannot be seen from a chain alone: compare its head with a signature.
 */
export type ChainVerdict =
  | { readonly type: 'whole' }
  | { readonly type: 'broken'; readonly sequence: number; readonly reason: 'order' | 'hash' }

export function verifyChain(entries: readonly Entry[], digest: Digest): ChainVerdict {
  let end = chainStart
  for (const entry of entries) {
    const sequence = end.sequence + 1
    if (!hashHolds(entry, digest)) return { type: 'broken', sequence, reason: 'hash' }
    if (entry.sequence !== sequence || entry.previous !== end.hash) return { type: 'broken', sequence, reason: 'order' }
    end = entry
  }
  return { type: 'whole' }
}

/** Whether an entry's hash is that of all its other members, so that a member slipped in is found too. */
export function hashHolds(entry: Entry, digest: Digest): boolean {
  const { hash, ...rest } = entry
  try {
    return digest(canonicalJson(rest)) === hash
  } catch {
    // What has no canonical JSON was never hashed.
    return false
  }
}
