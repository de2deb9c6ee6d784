import type { Entry, Event } from '../model/event.ts'
import type { Digest } from '../ports/world.ts'
import { canonicalJson, canonicalSteps } from './canonical.ts'

/** Where a chain has come to: what the next entry continues. */
export interface ChainEnd {
  readonly sequence: number
  readonly hash: string
}

/** The end of a chain that has no entries yet. */
export const chainStart: ChainEnd = { sequence: 0, hash: '' }

interface Linking {
  readonly at: string
  readonly by: string
  readonly digest: Digest
}

/** Puts events in their places after `last`: numbered, dated, each bound by hash to the one before. */
export function chain<E extends Event>(last: ChainEnd, events: readonly E[], linking: Linking): readonly Entry<E>[] {
  const work = chainSteps(last, events, linking)
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
  }
}

/** The same step by step. */
export function* chainSteps<E extends Event>(
  last: ChainEnd,
  events: readonly E[],
  { at, by, digest }: Linking,
): Generator<void, readonly Entry<E>[]> {
  const entries: Entry<E>[] = []
  let end = last
  for (const event of events) {
    const open = { sequence: end.sequence + 1, at, by, previous: end.hash, event }
    const entry = { ...open, hash: digest(yield* canonicalSteps(open)) }
    entries.push(entry)
    end = entry
    yield
  }
  return entries
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
export function hashHolds({ hash, ...rest }: Entry, digest: Digest): boolean {
  try {
    return digest(canonicalJson(rest)) === hash
  } catch {
    // What has no canonical JSON was never hashed.
    return false
  }
}

/** The same step by step. */
export function* hashHoldsSteps({ hash, ...rest }: Entry, digest: Digest): Generator<void, boolean> {
  yield
  try {
    return digest(yield* canonicalSteps(rest)) === hash
  } catch {
    return false
  }
}
