import { correctedPairs, type ImportedMemory, type MemoryPart } from '../../memory/memories.ts'
import { samePair } from '../../memory/pairs.ts'
import type { MemoryPair } from '../../model/match.ts'
import { DamagedJournal } from '../../ports/journal.ts'
import { inSlices } from '../../ports/world.ts'
import { memoryEvent } from '../../schemas/event.ts'
import { readEntriesSteps } from './read-entries.ts'
import type { World } from './world.ts'

/** The journal of imported memories. */
export const memoryJournal = 'memory'

type Doors = Pick<World, 'journals' | 'pause'>

/** The pairs of the file that a memory was imported from, an entry of the journal at a time: no more of them are in memory. */
export async function* memoryPairs(
  { journals, pause }: Doors,
  parts: readonly MemoryPart[],
): AsyncGenerator<readonly MemoryPair[]> {
  for (const { sequence } of parts) {
    const stored = await journals.read(memoryJournal, sequence - 1, 1)
    if (stored[0]?.sequence !== sequence)
      throw new DamagedJournal(memoryJournal, sequence, { type: 'missing', until: sequence })
    for (const { event } of await inSlices(readEntriesSteps(memoryJournal, stored, memoryEvent), pause)) {
      if (event.type === 'memory-imported') yield event.pairs
    }
  }
}

/** The pairs of a memory with all corrections. */
export async function pairsOfMemory(
  doors: Doors,
  { parts, changes }: Pick<ImportedMemory, 'parts' | 'changes'>,
): Promise<readonly MemoryPair[]> {
  const pairs: MemoryPair[] = []
  for await (const some of memoryPairs(doors, parts)) for (const pair of some) pairs.push(pair)
  return correctedPairs(pairs, changes)
}

/** Whether a memory, as it was corrected, has a pair just so. */
export async function holdsPair(
  doors: Doors,
  { parts, changes }: Pick<ImportedMemory, 'parts' | 'changes'>,
  wanted: MemoryPair,
): Promise<boolean> {
  const has = (pairs: readonly MemoryPair[]) => pairs.some((pair) => samePair(pair, wanted))
  const last = changes.findLast(({ removed, added }) => has(removed) || has(added))
  if (last !== undefined) return has(last.added)
  for await (const pairs of memoryPairs(doors, parts)) if (has(pairs)) return true
  return false
}
