import type { DocumentEvent, Entry } from '../../../../src/model/event.ts'

/** Puts entries in the order of their chain, whichever of stream and replies brings them first. */
export interface EntryOrder {
  /** Takes entries in; gives those that follow on what the page has without a gap, which is up to `sequence`. */
  take(entries: readonly Entry<DocumentEvent>[], sequence: number): readonly Entry<DocumentEvent>[]
  /** Whether entries wait for others before them. */
  hasGap(): boolean
  /** Forgets what waits: the whole document was fetched anew. */
  clear(): void
}

export function createEntryOrder(): EntryOrder {
  const ahead = new Map<number, Entry<DocumentEvent>>()
  return {
    take(entries, sequence) {
      for (const entry of entries) if (entry.sequence > sequence) ahead.set(entry.sequence, entry)
      const ready: Entry<DocumentEvent>[] = []
      for (let next = sequence + 1; ; next++) {
        const entry = ahead.get(next)
        if (entry === undefined) return ready
        ready.push(entry)
        ahead.delete(next)
      }
    },
    hasGap: () => ahead.size > 0,
    clear: () => ahead.clear(),
  }
}
