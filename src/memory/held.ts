import type { Match, MemoryPair } from '../model/match.ts'
import type { HostedMemory, MemoryChange, MemoryQuery } from '../ports/memory-host.ts'
import {
  changeLayer,
  createLayer,
  lookUpExactInLayers,
  lookUpLayers,
  type MemoryLayer,
  searchLayers,
  sizeOfLayer,
} from './layers.ts'
import type { PackedMemory } from './packed/open.ts'
import type { Standing } from './standing.ts'

/** The memories that a host holds, by their ids. */
export interface HeldMemories {
  /** Whether a memory is held under this id and name. */
  has(id: string, name: string): boolean
  /** Begins a memory, with the pairs of a packed one if there is one. */
  begin(id: string, name: string, packed: PackedMemory | null): void
  /** Gives a memory another id, in the place of the one that had it. */
  rename(from: string, id: string): void
  /** Holds no other memories than these, with this penalty and rank. */
  settle(memories: readonly (Pick<HostedMemory, 'id'> & Standing)[]): void
  change(id: string, change: MemoryChange): void
  lookup(queries: readonly MemoryQuery[]): readonly (readonly Match[])[]
  exact(queries: readonly MemoryQuery[]): readonly (Match | null)[]
  size(): number
  search(text: string, limit: number): Generator<void, readonly MemoryPair[]>
}

export function createHeldMemories(): HeldMemories {
  const held = new Map<string, { readonly name: string; readonly layer: MemoryLayer }>()
  const layers = () => [...held.values()].map(({ layer }) => layer)
  return {
    has: (id, name) => held.get(id)?.name === name,
    begin(id, name, packed) {
      const standing = held.get(id)?.layer.standing ?? { penalty: 0, rank: 0 }
      held.set(id, { name, layer: createLayer(packed, standing) })
    },
    rename(from, id) {
      const memory = held.get(from)
      held.delete(from)
      if (memory) held.set(id, memory)
    },
    settle(memories) {
      const standings = new Map(memories.map(({ id, penalty, rank }) => [id, { penalty, rank }]))
      for (const [id, { name, layer }] of [...held]) {
        const standing = standings.get(id)
        if (standing === undefined) held.delete(id)
        else held.set(id, { name, layer: { ...layer, standing } })
      }
    },
    change(id, change) {
      const memory = held.get(id)
      if (memory) changeLayer(memory.layer, change)
    },
    lookup: (queries) => queries.map(({ source, ...options }) => lookUpLayers(layers(), source, options)),
    exact: (queries) => queries.map(({ source, ...options }) => lookUpExactInLayers(layers(), source, options) ?? null),
    size: () => layers().reduce((sum, layer) => sum + sizeOfLayer(layer), 0),
    search: (text, limit) => searchLayers(layers(), text, limit),
  }
}
