import type { Edit, Recipe } from './recipe.ts'

const words = (file: string, beside: string, key: string, text: string): Edit => ({
  file: `locales/${file}`,
  replace: `${beside}`,
  by: `"${key}": "${text}",\n${beside}`,
})

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
    limits: { items: 1, codePoints: 1000, longest: 1000, concurrency: 1 },
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
          replace: 'import type { Engine } from',
          by: "import { createPlantedEngine } from '../engines/planted.ts'\nimport type { Engine } from",
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
        words('en/ui.json', '"openai-compatible": "OpenAI-compatible server"', 'planted', 'Planted'),
        words('en/cli.json', '"serve.engine.openai-compatible":', 'serve.engine.planted', 'Engine: the planted one.'),
      ],
      lead: 'scripts/locales.test.ts',
      says: /planted/,
    },
    {
      place: 'its words in Chinese',
      edits: [
        words('zh-CN/ui.json', '"openai-compatible": "大语言模型"', 'planted', '试验引擎'),
        words('zh-CN/ui.json', '"openai-compatible": "兼容 OpenAI 的服务器"', 'planted', '试验引擎'),
        words('zh-CN/cli.json', '"serve.engine.openai-compatible":', 'serve.engine.planted', '翻译引擎：试验引擎。'),
      ],
      lead: 'scripts/locales.test.ts',
      says: /planted/,
    },
    {
      place: 'where it sends texts',
      edits: [
        {
          file: 'src/model/engine-destination.ts',
          replace: "  memory: () => ({ type: 'here' }),",
          by: "  memory: () => ({ type: 'here' }),\n  planted: () => ({ type: 'here' }),",
        },
      ],
      lead: 'compiler',
      says: /engine-destination\.ts.*planted/,
    },
    {
      place: 'whether it is set up, on the page of engines',
      edits: [
        {
          file: 'review-ui/pages/engines/logic/set-up.ts',
          replace: '  memory: () => true,',
          by: '  memory: () => true,\n  planted: () => true,',
        },
      ],
      lead: 'compiler of the review room',
      says: /logic\/set-up\.ts.*planted/,
    },
    {
      place: 'its part of the page of engines',
      edits: [
        {
          file: 'review-ui/pages/engines/engines-page.tsx',
          replace: '  memory: MemorySection,',
          by: '  memory: MemorySection,\n  planted: MemorySection,',
        },
      ],
      lead: 'compiler of the review room',
      says: /engines-page\.tsx.*planted/,
    },
  ],
}
