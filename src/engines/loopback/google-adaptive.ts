import { failure } from './google-failure.ts'
import type { GoogleStore } from './google-glossaries.ts'
import { type GoogleModelOptions, translateHtml, translatePlain } from './google-model.ts'
import type { LoopbackAnswer, LoopbackRequest } from './server.ts'

export interface AdaptiveOptions extends GoogleModelOptions {
  /** Whether pairs that come with a request are taken. */
  readonly pairs?: 'takes' | 'refuses'
}

interface AdaptiveTranslate {
  readonly content?: readonly string[]
  readonly mimeType?: string
  readonly referenceSentenceConfig?: {
    readonly sourceLanguageCode?: string
    readonly targetLanguageCode?: string
    readonly referenceSentencePairLists?: readonly {
      readonly referenceSentencePairs?: readonly {
        readonly sourceSentence?: string
        readonly targetSentence?: string
      }[]
    }[]
  }
  readonly glossaryConfig?: { readonly glossary?: string }
}

/**
 * The answer of adaptive translation with pairs that come inline; null for another method. A pair of the same Chinese is
 * followed to the letter, and else the model translates.
 */
export function adaptiveAnswer(
  { method, path, body }: LoopbackRequest,
  options: AdaptiveOptions,
  { glossaries }: GoogleStore,
): LoopbackAnswer | null {
  if (!path.endsWith(':adaptiveMtTranslate')) return null
  const place = /^\/v3\/projects\/[^/]+\/locations\/([^/:]+):adaptiveMtTranslate$/.exec(path)
  if (method !== 'POST' || !place) return failure(404, `no such method: ${method} ${path}`)
  // biome-ignore lint/plugin/no-cast: the client library sends requests of this form
  const { content = [], mimeType, referenceSentenceConfig, glossaryConfig } = body as AdaptiveTranslate
  const lists = referenceSentenceConfig?.referenceSentencePairLists
  if (options.pairs === 'refuses' || lists === undefined) return failure(400, 'A dataset is required.')
  if (place[1] === 'global') return failure(400, 'Adaptive translation needs a regional location.')
  if (lists.length !== content.length) return failure(400, 'There must be a list of pairs for each text.')
  const { sourceLanguageCode, targetLanguageCode } = referenceSentenceConfig ?? {}
  if (sourceLanguageCode !== 'zh-CN' || targetLanguageCode !== 'en') return failure(400, 'Unsupported language pair.')
  if (mimeType === 'text/html' && options.html === 'refuses') return failure(400, 'This model takes text/plain only.')
  const glossary = glossaries.get(glossaryConfig?.glossary ?? '')
  if (glossaryConfig && !glossary) return failure(404, `Glossary not found: ${glossaryConfig.glossary}`)
  const plain = (source: string) =>
    mimeType === 'text/html' ? translateHtml(source, options) : translatePlain(source, options)
  const translations = content.map((source, at) => {
    const pair = lists[at]?.referenceSentencePairs?.find(({ sourceSentence }) => sourceSentence === source)
    const translatedText = pair?.targetSentence ?? plain(source)
    return translatedText ? { translatedText } : {}
  })
  if (!glossary) return { status: 200, body: { translations, languageCode: 'en' } }
  const entries = options.glossary === 'ignores' ? undefined : glossary.entries
  const glossaryTranslations = content.map((source) => {
    const translatedText = translatePlain(source, options, entries)
    return translatedText ? { translatedText } : {}
  })
  return { status: 200, body: { translations, glossaryTranslations, languageCode: 'en' } }
}
