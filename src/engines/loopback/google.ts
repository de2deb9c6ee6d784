import { createRequire } from 'node:module'
import type { GoogleConnection } from '../google.ts'
import { type Fault, type Loopback, type LoopbackAnswer, type LoopbackRequest, startLoopback } from './server.ts'

/** The data of the loopback service: translations by source, and glossaries by resource name. */
export interface GoogleKnowledge {
  readonly translations: ReadonlyMap<string, string>
  /** The translations of each glossary; a source without one gets the plain translation. */
  readonly glossaries?: ReadonlyMap<string, ReadonlyMap<string, string>>
}

interface TranslateText {
  readonly contents?: readonly string[]
  readonly mimeType?: string
  readonly sourceLanguageCode?: string
  readonly targetLanguageCode?: string
  readonly model?: string
  readonly glossaryConfig?: { readonly glossary?: string }
}

const statuses: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  503: 'UNAVAILABLE',
  504: 'DEADLINE_EXCEEDED',
}

function failure(code: number, message: string): LoopbackAnswer {
  return { status: code, body: { error: { code, message, status: statuses[code] ?? 'UNKNOWN' } } }
}

/** A fault of the service with a status, in the form of its REST interface. */
export function googleFault(code: number, message: string): Fault {
  return { type: 'status', ...failure(code, message) }
}

/**
 * Cloud Translation v3 with the answers of its REST interface to `translateText`, as far as the client library and the
 * limits require. A source that it does not know gets an empty translation.
 */
export async function startGoogleLoopback(
  knowledge: GoogleKnowledge,
): Promise<Loopback & { readonly connection: GoogleConnection }> {
  const server = await startLoopback((request) => translateText(request, knowledge))
  // The library's own way to go without credentials; it is the client's dependency, not ours.
  const require = createRequire(createRequire(import.meta.url).resolve('@google-cloud/translate'))
  const { GoogleAuth, PassThroughClient } = require('google-auth-library')
  const auth = new GoogleAuth({ projectId: 'loopback', authClient: new PassThroughClient() })
  return { ...server, connection: { protocol: 'http', apiEndpoint: '127.0.0.1', port: server.port, auth } }
}

function translateText({ method, path, query, body }: LoopbackRequest, knowledge: GoogleKnowledge): LoopbackAnswer {
  const place = /^\/v3\/projects\/[^/]+\/locations\/([^/:]+):translateText$/.exec(path)
  if (method !== 'POST' || !place) return failure(404, `no such method: ${method} ${path}`)
  if (decodeURIComponent(query) !== '$alt=json;enum-encoding=int') return failure(400, `unknown query: ${query}`)
  // biome-ignore-start lint/plugin/no-cast: the client library sends requests of this form
  const {
    contents = [],
    mimeType,
    sourceLanguageCode,
    targetLanguageCode,
    model,
    glossaryConfig,
  } = body as TranslateText
  // biome-ignore-end lint/plugin/no-cast: the client library sends requests of this form
  const codePoints = contents.reduce((sum, text) => sum + Array.from(text).length, 0)
  if (contents.length > 1024) return failure(400, 'Too many text segments.')
  if (codePoints > 30_000) return failure(400, 'Text is too long.')
  if (mimeType !== 'text/plain') return failure(400, 'This service is not asked for HTML.')
  if (sourceLanguageCode !== 'zh-CN' || targetLanguageCode !== 'en') return failure(400, 'Unsupported language pair.')

  const translate = (lookUp: (source: string) => string | undefined) =>
    // As in the real service, an empty field is omitted.
    contents.map((source) => {
      const translatedText = lookUp(source)
      return { ...(translatedText && { translatedText }), model }
    })
  const plain = (source: string) => knowledge.translations.get(source)
  if (!glossaryConfig) return { status: 200, body: { translations: translate(plain) } }

  const glossary = knowledge.glossaries?.get(glossaryConfig.glossary ?? '')
  if (place[1] === 'global') return failure(400, 'Glossaries need a regional location.')
  if (!glossary) return failure(404, `Glossary not found: ${glossaryConfig.glossary}`)
  const held = translate((source) => glossary.get(source) ?? plain(source))
  return { status: 200, body: { translations: translate(plain), glossaryTranslations: held } }
}
