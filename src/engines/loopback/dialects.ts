import { membersOf } from '../../model/names.ts'
import type { PromptDialect } from '../../model/prompt-dialect.ts'

export interface SegmentAsked {
  readonly id: string
  readonly source: string
  readonly before?: string
  readonly after?: string
  readonly draft?: string
  readonly defects?: readonly string[]
}

export interface PairAsked {
  readonly source: string
  readonly target: string
}

/** The input of the model in one call, as it stands in the form of a dialect. */
export interface ModelInput {
  readonly terms: readonly PairAsked[]
  readonly segments: readonly SegmentAsked[]
  readonly examples?: readonly PairAsked[]
  /** Neighbouring text, in forms that do not tell what is before and what is after. */
  readonly background?: string
}

export type ServerName = 'vllm' | 'llamacpp' | 'library'

export interface Heard {
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>
  readonly server: ServerName
}

/**
 * How each dialect is understood, to the letter of its maker, written without a look at the engine: what the model is
 * asked, or what the server turns down.
 */
export const dialectsHeard: Readonly<Record<PromptDialect, (heard: Heard) => ModelInput | string>> = {
  json: hearJson,
  'hy-mt': hearHyMt,
  translategemma: hearTranslateGemma,
  'qwen-mt': hearQwenMt,
  'seed-x': hearSeedX,
  plain: hearPlain,
}

interface Message {
  readonly role: unknown
  readonly content: unknown
}

function chatOf({ path, body }: Heard): readonly Message[] | string {
  if (path !== '/v1/chat/completions') return 'This model is asked at /v1/chat/completions.'
  const { messages } = body
  if (!Array.isArray(messages) || messages.length === 0) return 'messages are missing'
  return messages.map((message) => ({ role: membersOf(message).role, content: membersOf(message).content }))
}

/** The content of the one user message that translation models take. */
function onlyMessage(heard: Heard): { readonly content: unknown } | string {
  const messages = chatOf(heard)
  if (typeof messages === 'string') return messages
  const [message] = messages
  if (messages.length !== 1 || message?.role !== 'user') return 'Exactly one user message, and no system message.'
  return { content: message.content }
}

function one(source: string, terms: readonly PairAsked[] = [], more: Partial<ModelInput> = {}): ModelInput {
  return { terms, segments: [{ id: '', source }], ...more }
}

function hearJson(heard: Heard): ModelInput | string {
  const messages = chatOf(heard)
  if (typeof messages === 'string') return messages
  if (heard.body.temperature !== 0) return 'This server wants a temperature of 0.'
  const [system, user] = messages
  if (messages.length !== 2 || system?.role !== 'system' || user?.role !== 'user') return 'a system and a user message'
  // biome-ignore lint/plugin/no-cast: our engine wrote the message, and its tests read what is in it
  return JSON.parse(String(user.content)) as ModelInput
}

const pairsIn = (lines: string, between: string): readonly PairAsked[] =>
  lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const at = line.indexOf(between)
      return { source: line.slice(0, at), target: line.slice(at + between.length) }
    })

function hearHyMt(heard: Heard): ModelInput | string {
  const message = onlyMessage(heard)
  if (typeof message === 'string') return message
  const wrong = hyMtSampling(heard)
  if (wrong !== null) return wrong
  const content = String(message.content)
  const isFirst = /HY-MT1|Hunyuan/.test(String(heard.body.model))
  const form = (isFirst ? firstHyMt : secondHyMt).find(({ words }) => words.test(content))
  const parts = form?.words.exec(content)?.groups
  if (!form || !parts?.text) return 'The prompt is not in the form of the model.'
  return one(parts.text, pairsIn(parts.terms ?? '', form.between), {
    ...(parts.background && { background: parts.background }),
  })
}

function hyMtSampling({ body, server }: Heard): string | null {
  const isLarge = String(body.model).includes('30B-A3B')
  const penalty = server === 'llamacpp' ? body.repeat_penalty : body.repetition_penalty
  const sampling = [body.temperature, body.top_p, body.top_k, penalty, body.max_tokens]
  const wanted = isLarge ? [0.7, 1, -1, 1, 4096] : [0.7, 0.6, 20, 1.05, 4096]
  return sampling.every((value, at) => value === wanted[at]) ? null : `not the sampling of the model: ${sampling}`
}

const secondHyMt = [
  {
    words:
      /^Translate the following text into English\. Note that you must ONLY output the translated result without any additional explanation:\n\n(?<text>[^\n]+)$/,
    between: '',
  },
  {
    words:
      /^Reference the following translations:\n(?<terms>(?:[^\n]+ translates to [^\n]+\n)+)\nTranslate the following text into English\. Note that you must ONLY output the translated result without any additional explanation:\n\n(?<text>[^\n]+)$/,
    between: ' translates to ',
  },
  {
    words:
      /^\[Background Information\]\n(?<background>[^\n]+(?:\n[^\n]+)?)\n\nPlease translate the following text into English, taking the provided background information into consideration\.\n\n\[Source Text\]\n(?<text>[^\n]+)$/,
    between: '',
  },
  {
    words:
      /^请将以下文本准确翻译为 英语。\n你必须在译文中保留等量的分隔符，绝对不可遗漏、转义或翻译该符号，并注意分隔符的位置。\n\n(?<text>[^\n]+)$/,
    between: '',
  },
]

const firstHyMt = [
  { words: /^将以下文本翻译为英语，注意只需要输出翻译后的结果，不要额外解释：\n\n(?<text>[^\n]+)$/, between: '' },
  {
    words:
      /^参考下面的翻译：\n(?<terms>(?:[^\n]+ 翻译成 [^\n]+\n)+)\n将以下文本翻译为英语，注意只需要输出翻译后的结果，不要额外解释：\n(?<text>[^\n]+)$/,
    between: ' 翻译成 ',
  },
  {
    words:
      /^(?<background>[^\n]+(?:\n[^\n]+)?)\n参考上面的信息，把下面的文本翻译成英语，注意不需要翻译上文，也不要额外解释：\n(?<text>[^\n]+)$/,
    between: '',
  },
]

const gemmaMessage =
  /^You are a professional Chinese \(zh\) to English \(en\) translator\. Your goal is to accurately convey the meaning and nuances of the original Chinese text while adhering to English grammar, vocabulary, and cultural sensitivities\.\nProduce only the English translation, without any additional explanations or commentary\. Please translate the following Chinese text into English:\n\n\n(?<text>[^\n]+)$/

function hearTranslateGemma(heard: Heard): ModelInput | string {
  const message = onlyMessage(heard)
  if (typeof message === 'string') return message
  const { content } = message
  const { source_lang_code: from, target_lang_code: to } = membersOf(heard.body.chat_template_kwargs)
  if (heard.server === 'vllm') {
    const part = membersOf(Array.isArray(content) && content.length === 1 ? content[0] : null)
    const isWhole = part.type === 'text' && part.source_lang_code === 'zh' && part.target_lang_code === 'en'
    return isWhole ? one(String(part.text)) : 'The template wants a list of one text with the codes of both languages.'
  }
  if (typeof content !== 'string') return 'content is a text'
  if (heard.server === 'llamacpp') {
    if (from !== 'zh' || to !== 'en') return 'Without the codes of the languages the template takes others.'
    return content.includes('professional') ? 'The template writes the instructions itself.' : one(content)
  }
  const text = gemmaMessage.exec(content)?.groups?.text
  return text ? one(text) : 'The prompt is not in the form of the model.'
}

function hearQwenMt(heard: Heard): ModelInput | string {
  const message = onlyMessage(heard)
  if (typeof message === 'string') return message
  const options = membersOf(heard.body.translation_options)
  if (options.source_lang !== 'Chinese' || options.target_lang !== 'English') return 'The languages are missing.'
  const known = ['source_lang', 'target_lang', 'terms', 'tm_list', 'domains']
  if (Object.keys(options).some((member) => !known.includes(member))) return 'an unknown option'
  if (typeof message.content !== 'string' || message.content === '') return 'content is a text'
  const examples = pairsOf(options.tm_list)
  return one(message.content, pairsOf(options.terms), { ...(examples.length > 0 && { examples }) })
}

function pairsOf(list: unknown): readonly PairAsked[] {
  return (Array.isArray(list) ? list : []).map((pair) => {
    const { source, target } = membersOf(pair)
    return { source: String(source), target: String(target) }
  })
}

function hearSeedX({ path, body }: Heard): ModelInput | string {
  if (path !== '/v1/completions') return 'This model has no chat template: it is asked at /v1/completions.'
  const text = /^Translate the following Chinese sentence into English:\n(?<text>[^\n]+) <en>$/.exec(
    String(body.prompt),
  )
  return text?.groups?.text ? one(text.groups.text) : 'The prompt is not in the form of the model.'
}

function hearPlain(heard: Heard): ModelInput | string {
  const messages = chatOf(heard)
  if (typeof messages === 'string') return messages
  const [system, ...turns] = messages.map(({ role, content }) => ({ role, content: String(content) }))
  if (system?.role !== 'system' || turns.length % 2 === 0) return 'a system message and turns'
  if (turns.some(({ role }, at) => role !== (at % 2 === 0 ? 'user' : 'assistant'))) return 'turns of both sides'
  const asked = turns.at(-1)?.content ?? ''
  const defects = /^Your translation has these defects:\n(?<lines>(?:- [^\n]+\n)+)\n/.exec(asked)?.groups?.lines
  const at = defects ? turns.length - 3 : turns.length - 1
  const examples = pairTurns(turns.slice(0, at).map(({ content }) => content))
  const terms = pairsIn((system.content.split('\n\n')[1] ?? '').replace(/^[^\n]*\n/, '').replace(/^- /gm, ''), ': ')
  const lines = defects?.split('\n').flatMap((line) => (line === '' ? [] : [line.slice(2)]))
  const source = turns[at]?.content ?? ''
  const segment = { id: '', source, ...(lines && { draft: turns[at + 1]?.content ?? '', defects: lines }) }
  return { terms, segments: [segment], ...(examples.length > 0 && { examples }) }
}

function pairTurns(contents: readonly string[]): readonly PairAsked[] {
  return contents.flatMap((source, at) => (at % 2 === 0 ? [{ source, target: contents[at + 1] ?? '' }] : []))
}
