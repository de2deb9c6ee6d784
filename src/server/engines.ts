import { createGoogleEngine } from '../engines/google.ts'
import { createMemoryEngine } from '../engines/memory-engine.ts'
import { memoryFirst } from '../engines/memory-first.ts'
import { createOpenAiEngine } from '../engines/openai-compatible.ts'
import type { Memory } from '../memory/memory.ts'
import type { EngineName, EngineSettings } from '../model/engine.ts'
import { isRefusal, type Refusal } from '../model/refusal.ts'
import type { Engine } from '../ports/engine.ts'

/** How each engine is opened; null for the memory, which stands before all of them. One that is not here does not compile. */
const services: Readonly<Record<EngineName, ((settings: EngineSettings) => Engine | Refusal) | null>> = {
  memory: null,
  google: ({ google }) => createGoogleEngine(google),
  'openai-compatible': ({ openai }) => createOpenAiEngine(openai),
}

/** The engine that the settings name, with the memory before it; refused where it is not set up. */
export function openEngine(settings: EngineSettings, memory: Memory): Engine | Refusal {
  const remembered = createMemoryEngine(memory)
  const service = services[settings.active]?.(settings) ?? null
  return service === null || isRefusal(service) ? (service ?? remembered) : memoryFirst(remembered, service)
}
