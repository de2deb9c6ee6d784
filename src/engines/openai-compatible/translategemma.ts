import { type Dialect, oneTextOf } from './dialect.ts'
import { onlyRequest, paragraph, readText } from './texts.ts'

const codes = { source_lang_code: 'zh', target_lang_code: 'en' }

/**
 * Google's TranslateGemma: one fixed user message, with two blank lines before the text (TranslateGemma model card; the
 * template of its GGUF files). Ollama gets the message as it is; vLLM and llama-server write it themselves from the text
 * and the codes of the languages (vllm#41599, llama.cpp#19052). It has no place for terms: their English stands in the
 * text. The model is trustworthy up to 2,000 tokens.
 */
export const translateGemma: Dialect = {
  limits: oneTextOf(1000),
  means: ['target-in-source', 'placeholder'],
  repairs: false,
  examples: 0,
  path: '/chat/completions',
  forms: [
    {
      body: (call, model) => ({
        model,
        temperature: 0,
        messages: [{ role: 'user', content: message(paragraph(onlyRequest(call).source)) }],
      }),
    },
    {
      server: 'vllm',
      body: (call, model) => ({
        model,
        temperature: 0,
        messages: [{ role: 'user', content: [{ type: 'text', ...codes, text: paragraph(onlyRequest(call).source) }] }],
      }),
    },
    {
      server: 'llamacpp',
      body: (call, model) => ({
        model,
        temperature: 0,
        messages: [{ role: 'user', content: paragraph(onlyRequest(call).source) }],
        chat_template_kwargs: codes,
      }),
    },
  ],
  instructions: 100,
  read: readText,
}

function message(text: string): string {
  return `You are a professional Chinese (zh) to English (en) translator. Your goal is to accurately convey the meaning and nuances of the original Chinese text while adhering to English grammar, vocabulary, and cultural sensitivities.
Produce only the English translation, without any additional explanations or commentary. Please translate the following Chinese text into English:


${text}`
}
