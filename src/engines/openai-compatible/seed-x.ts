import { type Dialect, oneTextOf } from './dialect.ts'
import { onlyRequest, paragraph, readText } from './texts.ts'

/**
 * ByteDance's Seed-X: no chat template, hence plain completions; the tag of the target language at the end is necessary
 * (README of ByteDance-Seed/Seed-X-7B, there for the other direction). It has no place for terms.
 */
export const seedX: Dialect = {
  limits: oneTextOf(1000),
  means: ['target-in-source', 'placeholder'],
  repairs: false,
  examples: 0,
  path: '/completions',
  forms: [
    {
      body: (call, model) => ({
        model,
        prompt: `Translate the following Chinese sentence into English:\n${paragraph(onlyRequest(call).source)} <en>`,
        temperature: 0,
        // Completions stop after 16 tokens unless they are told otherwise.
        max_tokens: 2048,
      }),
    },
  ],
  instructions: 20,
  read: readText,
}
