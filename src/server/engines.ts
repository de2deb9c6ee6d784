import type { Memory } from '../memory/memory.ts'
import type { Refusal } from '../model/refusal.ts'
import type { Engine } from '../ports/engine.ts'
import type { EngineSettings } from '../workspace/world.ts'

/** The engine that the settings name. A service's own package is loaded only when it is the one. */
export async function openEngine(settings: EngineSettings, memory: Memory): Promise<Engine | Refusal> {
  switch (settings.active) {
    default: {
      const { createMemoryEngine } = await import('../engines/memory-engine.ts')
      return createMemoryEngine(memory)
    }
  }
}
