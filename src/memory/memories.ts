import type { Entry, MemoryEvent } from '../model/event.ts'
import type { MemoryPair } from '../model/match.ts'
import type { MemoryChange } from '../ports/memory-host.ts'
import { samePair } from './pairs.ts'

/** A memory that was imported from a file. */
export interface ImportedMemory {
  /** SHA-256 of the file, in hex. */
  readonly id: string
  readonly name: string
  /** When it was imported, and by whom. */
  readonly at: string
  readonly by: string
  /** The pairs of the file. */
  readonly pairs: readonly MemoryPair[]
  /** What was corrected since, in order. */
  readonly changes: readonly MemoryChange[]
  /** What is taken from each score, in per cent. */
  readonly penalty: number
  /** Above 0 its pairs go before those of equal worth that were confirmed here, below 0 after other memories. */
  readonly priority: number
  /** Whether its pairs cannot be corrected. */
  readonly readOnly: boolean
}

/** The memories there are after some entries, in the order of their import. */
export function foldMemories(
  before: readonly ImportedMemory[],
  added: readonly Entry<MemoryEvent>[],
): readonly ImportedMemory[] {
  const memories = new Map(before.map((memory) => [memory.id, memory]))
  for (const { event, at, by } of added) {
    if (event.type === 'memory-imported') {
      const memory = memories.get(event.sha256) ?? newMemory(event, at, by)
      memories.set(memory.id, { ...memory, pairs: [...memory.pairs, ...event.pairs] })
      continue
    }
    const memory = memories.get(event.memory)
    if (memory === undefined) continue
    if (event.type === 'memory-removed') memories.delete(memory.id)
    else if (event.type === 'memory-pair-changed') {
      memories.set(memory.id, { ...memory, changes: [...memory.changes, changeOf(event)] })
    } else {
      const { name, penalty, priority, readOnly } = event
      memories.set(memory.id, { ...memory, name, penalty, priority, readOnly })
    }
  }
  return [...memories.values()]
}

function newMemory(
  { sha256, filename }: Extract<MemoryEvent, { readonly type: 'memory-imported' }>,
  at: string,
  by: string,
): ImportedMemory {
  return { id: sha256, name: filename, at, by, pairs: [], changes: [], penalty: 0, priority: 0, readOnly: false }
}

/** What the correction of a pair changes: it has other words from then on, or is gone. */
export function changeOf({
  pair,
  target,
}: Extract<MemoryEvent, { readonly type: 'memory-pair-changed' }>): MemoryChange {
  return { removed: [pair], added: target === null ? [] : [{ ...pair, target }] }
}

/** The pairs of a memory with all corrections. */
export function pairsOfMemory({ pairs, changes }: Pick<ImportedMemory, 'pairs' | 'changes'>): readonly MemoryPair[] {
  if (changes.length === 0) return pairs
  let current = [...pairs]
  for (const { removed, added } of changes) {
    current = current.filter((pair) => !removed.some((gone) => samePair(gone, pair)))
    for (const pair of added) if (!current.some((held) => samePair(held, pair))) current.push(pair)
  }
  return current
}
