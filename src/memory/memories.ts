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
  /** Where the pairs of the file stand: they are many, and stay in the journal. */
  readonly parts: readonly MemoryPart[]
  /** What the first of them names as its origin. */
  readonly origin: string | undefined
  /** What was corrected since, in order. */
  readonly changes: readonly MemoryChange[]
  /** What is taken from each score, in per cent. */
  readonly penalty: number
  /** Above 0 its pairs go before those of equal worth that were confirmed here, below 0 after other memories. */
  readonly priority: number
  /** Whether its pairs cannot be corrected. */
  readonly readOnly: boolean
}

/** An entry of the journal with some of the pairs of a memory. */
export interface MemoryPart {
  readonly sequence: number
  /** How many pairs it has. */
  readonly size: number
}

/** How many pairs the file had. */
export function sizeOfMemory({ parts }: Pick<ImportedMemory, 'parts'>): number {
  return parts.reduce((sum, { size }) => sum + size, 0)
}

/** The memories there are after some entries, in the order of their import. */
export function foldMemories(
  before: readonly ImportedMemory[],
  added: readonly Entry<MemoryEvent>[],
): readonly ImportedMemory[] {
  const memories = new Map(before.map((memory) => [memory.id, memory]))
  for (const { event, at, by, sequence } of added) {
    if (event.type === 'memory-imported') {
      const memory = memories.get(event.sha256) ?? newMemory(event, at, by)
      const parts = [...memory.parts, { sequence, size: event.pairs.length }]
      memories.set(memory.id, { ...memory, parts, origin: memory.origin ?? event.pairs[0]?.origin })
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
  const settings = { penalty: 0, priority: 0, readOnly: false }
  return { id: sha256, name: filename, at, by, parts: [], origin: undefined, changes: [], ...settings }
}

/** What the correction of a pair changes: it has other words from then on, or is gone. */
export function changeOf({
  pair,
  target,
}: Extract<MemoryEvent, { readonly type: 'memory-pair-changed' }>): MemoryChange {
  return { removed: [pair], added: target === null ? [] : [{ ...pair, target }] }
}

/** The pairs of a memory with all corrections. */
export function correctedPairs(pairs: readonly MemoryPair[], changes: readonly MemoryChange[]): readonly MemoryPair[] {
  if (changes.length === 0) return pairs
  let current = [...pairs]
  for (const { removed, added } of changes) {
    current = current.filter((pair) => !removed.some((gone) => samePair(gone, pair)))
    for (const pair of added) if (!current.some((held) => samePair(held, pair))) current.push(pair)
  }
  return current
}
