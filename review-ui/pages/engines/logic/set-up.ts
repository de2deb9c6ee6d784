import type { EngineSettingsView } from '../../../../src/contract/views/engines.ts'
import type { EngineName } from '../../../../src/model/engine.ts'
import { googleFormOf, googleProblems, openAiFormOf, openAiProblems } from './engine-edits.ts'

const setUp: Readonly<Record<EngineName, (settings: EngineSettingsView) => boolean>> = {
  memory: () => true,
  offline: ({ offline }) => offline.model !== null,
  google: (settings) => googleProblems(googleFormOf(settings)).length === 0,
  'openai-compatible': (settings) => openAiProblems(openAiFormOf(settings)).length === 0,
}

/** Whether an engine has the settings that it cannot do without. */
export function isSetUp(engine: EngineName, settings: EngineSettingsView): boolean {
  return setUp[engine](settings)
}
