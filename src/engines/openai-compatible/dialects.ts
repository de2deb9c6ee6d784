import type { PromptDialect } from '../../model/prompt-dialect.ts'
import type { Dialect } from './dialect.ts'
import { hyMt } from './hy-mt.ts'
import { json } from './json.ts'
import { plain } from './plain.ts'
import { qwenMt } from './qwen-mt.ts'
import { seedX } from './seed-x.ts'
import { translateGemma } from './translategemma.ts'

export const dialects: Readonly<Record<PromptDialect, Dialect>> = {
  json,
  'hy-mt': hyMt,
  translategemma: translateGemma,
  'qwen-mt': qwenMt,
  'seed-x': seedX,
  plain,
}
