import type { Entry } from '../model/event.ts'
import { canonicalCopySteps } from '../review/canonical.ts'
import { beginsAnew, type ChainEnd } from '../review/chain.ts'

/** Whether `next` directly continues the chain after `last`; without `last`, whether it begins a chain. */
export function continues(last: ChainEnd | undefined, next: Entry): boolean {
  if ((last?.sequence ?? 0) === 0 && beginsAnew(next)) return true
  return next.sequence === (last?.sequence ?? 0) + 1 && next.previous === (last?.hash ?? '')
}

/**
 * What `append` answers for a batch after `last`. A batch that is not a chain in itself is a fault of the caller, not a
 * conflict, and throws.
 */
export function judgeBatch(last: ChainEnd | undefined, entries: readonly Entry[]): 'fits' | 'conflict' {
  entries.forEach((entry, index) => {
    const before = entries[index - 1]
    if (before && !continues(before, entry)) {
      throw new Error(`entry ${entry.sequence} does not follow entry ${before.sequence} of its own batch`)
    }
  })
  const [first] = entries
  return !first || continues(last, first) ? 'fits' : 'conflict'
}

/** Entries as a store returns them: copies through JSON, independent of the caller's objects. */
export function* storedSteps(entries: readonly Entry[]): Generator<void, readonly Entry[]> {
  const stored: Entry[] = []
  for (const entry of entries) {
    // biome-ignore lint/plugin/no-cast: what was written from an entry reads as that entry
    stored.push((yield* canonicalCopySteps(entry)) as Entry)
    yield
  }
  return stored
}
