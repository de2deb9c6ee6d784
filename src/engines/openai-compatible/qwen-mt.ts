import { type Dialect, oneTextOf } from './dialect.ts'
import { onlyRequest, paragraph, readText, termPairs } from './texts.ts'

/**
 * Alibaba Cloud's Qwen-MT: exactly one user message with the text alone; languages, terms, similar pairs and a hint about
 * the domain stand in `translation_options` (Model Studio, "Translation (Qwen-MT)"). Terms and pairs count into its
 * 8,192 tokens of input.
 */
export const qwenMt: Dialect = {
  limits: oneTextOf(2000),
  means: ['prompt', 'target-in-source', 'placeholder'],
  repairs: false,
  examples: 5,
  path: '/chat/completions',
  forms: [
    {
      body(call, model) {
        const { source, terms, examples } = onlyRequest(call)
        const pairs = termPairs(source, terms)
        const memory = examples.slice(0, 5).map((pair) => ({
          source: paragraph(pair.source),
          target: paragraph(pair.target),
        }))
        return {
          model,
          messages: [{ role: 'user', content: paragraph(source) }],
          translation_options: {
            source_lang: 'Chinese',
            target_lang: 'English',
            ...(pairs.length > 0 && { terms: pairs }),
            ...(memory.length > 0 && { tm_list: memory }),
            domains:
              'The text is from an official document of a Chinese authority, to be published in English. Translate it formally, completely and exactly.',
          },
        }
      },
    },
  ],
  instructions: 40,
  read: readText,
}
