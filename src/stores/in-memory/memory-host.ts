import { createHeldMemories } from '../../memory/held.ts'
import type { MemoryHost } from '../../ports/memory-host.ts'

/** A host that holds its memories in this process and keeps nothing. */
export function createMemoryHostHere(): MemoryHost {
  const held = createHeldMemories()
  return {
    async hold(memories) {
      for (const { id, name, pairs, changes } of memories) {
        if (held.has(id, name)) continue
        held.begin(id, name, null)
        for await (const added of pairs()) held.change(id, { removed: [], added })
        for (const change of changes) held.change(id, change)
      }
      held.settle(memories)
    },
    change: (id, change) => held.change(id, change),
    lookup: async (queries) => held.lookup(queries),
    exact: async (queries) => held.exact(queries),
    size: async () => held.size(),
    async search(text, limit) {
      const steps = held.search(text, limit)
      for (;;) {
        const step = steps.next()
        if (step.done) return step.value
      }
    },
  }
}
