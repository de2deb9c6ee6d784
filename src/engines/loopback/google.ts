import { createRequire } from 'node:module'
import { setTimeout as sleep } from 'node:timers/promises'
import { countCodePoints } from '../../model/code-points.ts'
import type { GoogleConnection } from '../google/client.ts'
import { type AdaptiveOptions, adaptiveAnswer } from './google-adaptive.ts'
import { failure } from './google-failure.ts'
import { createGlossaryService, type GoogleStore } from './google-glossaries.ts'
import { translateHtml, translatePlain } from './google-model.ts'
import { type Loopback, type LoopbackAnswer, type LoopbackRequest, startLoopback } from './server.ts'

export interface GoogleOptions extends AdaptiveOptions {
  /** How long a translation takes, in milliseconds. */
  readonly delay?: number
}

export interface GoogleLoopback extends Loopback {
  readonly connection: GoogleConnection
  readonly store: GoogleStore
}

interface TranslateText {
  readonly contents?: readonly string[]
  readonly mimeType?: string
  readonly sourceLanguageCode?: string
  readonly targetLanguageCode?: string
  readonly model?: string
  readonly glossaryConfig?: { readonly glossary?: string }
}

const models = ['general/nmt', 'general/translation-llm']

/**
 * Cloud Translation v3 and Cloud Storage with the answers of their REST interfaces, as far as the client library, the
 * limits and glossaries require. A source that it does not know gets an empty translation.
 */
export async function startGoogleLoopback(options: GoogleOptions): Promise<GoogleLoopback> {
  const store: GoogleStore = { glossaries: new Map(), objects: new Map(), buckets: new Set() }
  const glossaries = createGlossaryService(store)
  const server = await startLoopback(async (request) => {
    const known = glossaries(request)
    if (known !== null) return known
    if (options.delay) await sleep(options.delay)
    return adaptiveAnswer(request, options, store) ?? translateText(request, options, store)
  })
  // The library's own way to go without credentials; it is the client's dependency, not ours.
  const require = createRequire(createRequire(import.meta.url).resolve('@google-cloud/translate'))
  const { GoogleAuth, PassThroughClient } = require('google-auth-library')
  const auth = new GoogleAuth({ projectId: 'loopback', authClient: new PassThroughClient() })
  const storage = `http://127.0.0.1:${server.port}`
  return {
    ...server,
    store,
    connection: { protocol: 'http', apiEndpoint: '127.0.0.1', port: server.port, auth, storage },
  }
}

function translateText(
  { method, path, query, body }: LoopbackRequest,
  options: GoogleOptions,
  { glossaries }: GoogleStore,
): LoopbackAnswer {
  const place = /^\/v3\/projects\/[^/]+\/locations\/([^/:]+):translateText$/.exec(path)
  if (method !== 'POST' || !place) return failure(404, `no such method: ${method} ${path}`)
  if (decodeURIComponent(query) !== '$alt=json;enum-encoding=int') return failure(400, `unknown query: ${query}`)
  // biome-ignore lint/plugin/no-cast: the client library sends requests of this form
  const request = body as TranslateText
  const { contents = [], mimeType, model = '', glossaryConfig } = request
  const wrong = wrongIn(request, options)
  if (wrong !== null) return failure(400, wrong)

  const translate = (write: (source: string) => string | undefined) =>
    // As in the real service, an empty field is omitted.
    contents.map((source) => {
      const translatedText = write(source)
      return { ...(translatedText && { translatedText }), model }
    })
  const plain = (source: string) =>
    mimeType === 'text/html' ? translateHtml(source, options) : translatePlain(source, options)
  if (!glossaryConfig) return { status: 200, body: { translations: translate(plain) } }

  const glossary = glossaries.get(glossaryConfig.glossary ?? '')
  if (place[1] === 'global') return failure(400, 'Glossaries need a regional location.')
  if (!glossary) return failure(404, `Glossary not found: ${glossaryConfig.glossary}`)
  const held = translate((source) =>
    translatePlain(source, options, options.glossary === 'ignores' ? undefined : glossary.entries),
  )
  return { status: 200, body: { translations: translate(plain), glossaryTranslations: held } }
}

/** What the service would not take of a request; null for nothing. */
function wrongIn(
  { contents = [], mimeType, sourceLanguageCode, targetLanguageCode, model = '' }: TranslateText,
  { html = 'heeds' }: GoogleOptions,
): string | null {
  const codePoints = contents.reduce((sum, text) => sum + countCodePoints(text), 0)
  if (contents.length > 1024) return 'Too many text segments.'
  if (codePoints > 30_000) return 'Text is too long.'
  if (mimeType !== 'text/plain' && mimeType !== 'text/html') return `Unsupported MIME type: ${mimeType}`
  if (mimeType === 'text/html' && html === 'refuses') return 'This model takes text/plain only.'
  if (sourceLanguageCode !== 'zh-CN' || targetLanguageCode !== 'en') return 'Unsupported language pair.'
  return models.some((name) => model.endsWith(`/models/${name}`)) ? null : `Invalid model: ${model}`
}
