import { createGoogleEngine } from '../engines/google.ts'
import { createMemoryEngine } from '../engines/memory-engine.ts'
import { memoryFirst } from '../engines/memory-first.ts'
import { createOpenAiEngine } from '../engines/openai-compatible.ts'
import type { Memory } from '../memory/memory.ts'
import type { EngineSettings } from '../model/engine.ts'
import { isRefusal, type Refusal } from '../model/refusal.ts'
import type { Engine } from '../ports/engine.ts'

/** The engine that the settings name, with the memory before it; refused where it is not set up. */
export function openEngine(settings: EngineSettings, memory: Memory): Engine | Refusal {
  const remembered = createMemoryEngine(memory)
  if (settings.active === 'memory') return remembered
  const service =
    settings.active === 'google' ? createGoogleEngine(settings.google) : createOpenAiEngine(settings.openai)
  return isRefusal(service) ? service : memoryFirst(remembered, service)
}
