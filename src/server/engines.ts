import { createGoogleEngine } from '../engines/google/engine.ts'
import { createMemoryEngine } from '../engines/memory-engine.ts'
import { createOpenAiEngine } from '../engines/openai-compatible/engine.ts'
import type { Memory } from '../memory/memory.ts'
import type { EngineName, EngineSettings } from '../model/engine.ts'
import { isRefusal, type Refusal } from '../model/refusal.ts'
import type { Engine } from '../ports/engine.ts'
import type { OpenedEngines } from '../workspace/core/world.ts'

/** How each engine is opened; null for the memory, which stands before all of them. One that is not here does not compile. */
const services: Readonly<Record<EngineName, ((settings: EngineSettings) => Engine | Refusal) | null>> = {
  memory: null,
  google: ({ google }) => createGoogleEngine(google),
  'openai-compatible': ({ openai }) => createOpenAiEngine(openai),
}

/** The engines that the settings name; refused where the active one is not set up, and without a second that is not. */
export function openEngines(settings: EngineSettings, memory: Memory): OpenedEngines | Refusal {
  const main = services[settings.active]?.(settings) ?? null
  if (main !== null && isRefusal(main)) return main
  const second = (settings.second && services[settings.second]?.(settings)) ?? null
  return { memory: createMemoryEngine(memory), main, second: second !== null && isRefusal(second) ? null : second }
}
