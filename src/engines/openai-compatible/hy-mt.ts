import type { EngineCall } from '../../ports/engine.ts'
import { type Body, type Dialect, oneTextOf, type RequestForm } from './dialect.ts'
import { onlyRequest, paragraph, readText, type TermPair, termPairs } from './texts.ts'

/**
 * Tencent's translation models, in the words of their READMEs: Tencent-Hunyuan/HY-MT for Hunyuan-MT and HY-MT1.5,
 * Tencent-Hunyuan/Hy-MT2 for Hy-MT2. One user message, no system message, one paragraph a request. Terms and background
 * have forms of their own that are not printed together: terms go first.
 */
export const hyMt: Dialect = {
  limits: oneTextOf(2000),
  means: ['prompt', 'placeholder', 'target-in-source'],
  repairs: false,
  examples: 0,
  path: '/chat/completions',
  forms: [
    sampledWith((penalty) => ({ repetition_penalty: penalty })),
    sampledWith((penalty) => ({ repeat_penalty: penalty }), 'llamacpp'),
    // For a server that rejects members that are not OpenAI's.
    { body: (call, model) => ({ model, messages: messagesOf(call, model), temperature: 0.7, max_tokens: 4096 }) },
  ],
  instructions: 60,
  read: readText,
}

/** The sampling that both READMEs recommend, by the size of the model; servers differ in the name of the penalty. */
function sampledWith(penaltyOf: (penalty: number) => Body, server?: RequestForm['server']): RequestForm {
  return {
    ...(server && { server }),
    body(call, model) {
      const isLarge = /30b[-_ ]?a3b/i.test(model)
      const sampling = isLarge ? { top_p: 1, top_k: -1 } : { top_p: 0.6, top_k: 20 }
      return {
        model,
        messages: messagesOf(call, model),
        temperature: 0.7,
        ...sampling,
        ...penaltyOf(isLarge ? 1 : 1.05),
        max_tokens: 4096,
      }
    },
  }
}

function messagesOf(call: EngineCall, model: string) {
  const { source, terms, before, after } = onlyRequest(call)
  const texts: Texts = {
    text: paragraph(source),
    terms: termPairs(source, terms),
    background: [before, after].map(paragraph).filter((text) => text !== ''),
    hasSigns: call.means === 'placeholder',
  }
  const isFirst = /hunyuan|mt1/i.test(model)
  return [{ role: 'user', content: isFirst ? firstGeneration(texts) : secondGeneration(texts) }]
}

interface Texts {
  readonly text: string
  readonly terms: readonly TermPair[]
  readonly background: readonly string[]
  readonly hasSigns: boolean
}

function firstGeneration({ text, terms, background }: Texts): string {
  const ask = '将以下文本翻译为英语，注意只需要输出翻译后的结果，不要额外解释：'
  if (terms.length > 0) {
    const lines = terms.map(({ source, target }) => `${source} 翻译成 ${target}`)
    return `参考下面的翻译：\n${lines.join('\n')}\n\n${ask}\n${text}`
  }
  if (background.length > 0) {
    return `${background.join('\n')}\n参考上面的信息，把下面的文本翻译成英语，注意不需要翻译上文，也不要额外解释：\n${text}`
  }
  return `${ask}\n\n${text}`
}

function secondGeneration({ text, terms, background, hasSigns }: Texts): string {
  if (hasSigns) {
    return `请将以下文本准确翻译为 英语。\n你必须在译文中保留等量的分隔符，绝对不可遗漏、转义或翻译该符号，并注意分隔符的位置。\n\n${text}`
  }
  const ask =
    'Translate the following text into English. Note that you must ONLY output the translated result without any additional explanation:'
  if (terms.length > 0) {
    const lines = terms.map(({ source, target }) => `${source} translates to ${target}`)
    return `Reference the following translations:\n${lines.join('\n')}\n\n${ask}\n\n${text}`
  }
  if (background.length > 0) {
    return `[Background Information]\n${background.join('\n')}\n\nPlease translate the following text into English, taking the provided background information into consideration.\n\n[Source Text]\n${text}`
  }
  return `${ask}\n\n${text}`
}
