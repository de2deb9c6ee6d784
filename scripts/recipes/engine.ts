import type { Edit, Recipe } from './recipe.ts'

const words = (file: string, beside: string, key: string, text: string): Edit => ({
  file: `locales/${file}`,
  replace: `${beside}`,
  by: `"${key}": "${text}",\n${beside}`,
})
const form = 'review-ui/pages/settings/engine-form.tsx'

/** An engine that has no target for anything. */
export const engine: Recipe = {
  name: 'an engine',
  steps: [
    {
      place: 'its name in the closed list of engines',
      edits: [
        {
          file: 'src/model/engine.ts',
          replace: "'openai-compatible'] as const",
          by: "'openai-compatible', 'planted'] as const",
        },
      ],
      lead: 'compiler',
      says: /server\/engines\.ts.*planted/,
    },
    {
      place: 'its file',
      edits: [
        {
          file: 'src/engines/planted.ts',
          text: `import type { Engine } from '../ports/engine.ts'

export function createPlantedEngine(): Engine {
  return {
    name: 'planted',
    version: '1',
    limits: { items: 1, codePoints: 1000, concurrency: 1 },
    repairs: false,
    examples: 0,
    prepare: async () => ['prompt'],
    expect: () => ({ requests: 1, characters: 0, inputTokens: 0, outputTokens: 0 }),
    async call() {
      return { type: 'answered', targets: new Map(), usage: this.expect({ means: 'prompt', requests: [] }) }
    },
  }
}
`,
        },
      ],
      lead: 'compiler',
      says: /server\/engines\.ts.*engines\/planted\.ts/,
    },
    {
      place: 'its opening by the server',
      edits: [
        {
          file: 'src/server/engines.ts',
          replace: "  'openai-compatible': (",
          by: "  planted: () => createPlantedEngine(),\n  'openai-compatible': (",
        },
        {
          file: 'src/server/engines.ts',
          replace: 'import type { Memory } from',
          by: "import { createPlantedEngine } from '../engines/planted.ts'\nimport type { Memory } from",
        },
      ],
      lead: 'compiler',
      says: /server\/engines\.ts.*planted/,
    },
    {
      place: 'a call of the conformance suite',
      edits: [
        {
          file: 'src/engines/planted.test.ts',
          text: `import { engineConformance } from './conformance.ts'
import { createPlantedEngine } from './planted.ts'

engineConformance('planted engine', async () => createPlantedEngine())
`,
        },
      ],
      lead: 'src/engines/every-engine.test.ts',
      says: /planted/,
    },
    {
      place: 'its words in English',
      edits: [
        words('en/ui.json', '"openai-compatible": "the language model"', 'planted', 'the planted engine'),
        words('en/cli.json', '"serve.engine.openai-compatible":', 'serve.engine.planted', 'Engine: the planted one.'),
      ],
      lead: 'scripts/locales.test.ts',
      says: /planted/,
    },
    {
      place: 'its words in Chinese',
      edits: [
        words('zh-CN/ui.json', '"openai-compatible": "大语言模型"', 'planted', '试验引擎'),
        words('zh-CN/cli.json', '"serve.engine.openai-compatible":', 'serve.engine.planted', '翻译引擎：试验引擎。'),
      ],
      lead: 'scripts/locales.test.ts',
      says: /planted/,
    },
    {
      place: 'what it lacks, in the settings',
      edits: [
        {
          file: 'review-ui/pages/settings/logic/engine-edits.ts',
          replace: '  memory: () => [],',
          by: '  memory: () => [],\n  planted: () => [],',
        },
      ],
      lead: 'compiler of the review room',
      says: /logic\/engine-edits\.ts.*planted/,
    },
    {
      place: 'its fields and where the texts go, in the settings',
      edits: [
        { file: form, replace: "{ memory: 'memory', google:", by: "{ memory: 'memory', planted: 'memory', google:" },
        { file: form, replace: '  memory: MemoryPrivacy,', by: '  memory: MemoryPrivacy,\n  planted: MemoryPrivacy,' },
        { file: form, replace: '    memory: null,', by: '    memory: null,\n    planted: null,' },
      ],
      lead: 'compiler of the review room',
      says: /settings\/engine-form\.tsx.*planted/,
    },
  ],
}
