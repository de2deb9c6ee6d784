import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chosenDialect, dialectOfModel, type PromptDialect, promptDialects } from './prompt-dialect.ts'

const names: Readonly<Record<PromptDialect, readonly string[]>> = {
  'hy-mt': [
    'hy-mt2-7b',
    'tencent/Hy-MT2-30B-A3B',
    'hf.co/tencent/HY-MT1.5-1.8B-GGUF:Q4_K_M',
    'Hunyuan-MT-7B',
    'Hunyuan-MT-Chimera-7B',
    'hunyuan_mt:7b',
  ],
  translategemma: ['translategemma-12b', 'translategemma:4b', 'google/translategemma-27b-it', 'TranslateGemma'],
  'qwen-mt': ['qwen-mt-plus', 'qwen-mt-turbo', 'qwen-mt-flash', 'qwen3-mt'],
  'seed-x': ['seed-x-7b', 'ByteDance-Seed/Seed-X-PPO-7B', 'Seed-X-Instruct-7B'],
  plain: ['hy-mt3', 'tencent/Hy-MT3-7B'],
  json: [
    '',
    'gpt-4o',
    'qwen3-32b',
    'deepseek-chat',
    'gemma-3-27b',
    'hunyuan-turbo',
    'seed-oss-36b',
    'qwen-mtx',
    'my-model',
  ],
}

for (const dialect of promptDialects) {
  test(`models of ${dialect} are known by their names`, () => {
    for (const name of names[dialect]) assert.equal(dialectOfModel(name), dialect, name)
  })
}

test('an office’s choice stands before the name', () => {
  assert.equal(chosenDialect('plain', 'hy-mt2-7b'), 'plain')
  assert.equal(chosenDialect('auto', 'hy-mt2-7b'), 'hy-mt')
  assert.equal(chosenDialect(undefined, 'gpt-4o'), 'json')
})
