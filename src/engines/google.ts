import type { v3 } from '@google-cloud/translate'
import { isRefusal, type Refusal, refuse } from '../model/refusal.ts'
import type { Engine, EngineReply, EngineRequest } from '../ports/engine.ts'
import { batchesOf, countCodePoints } from './batches.ts'
import { judgeCredentials, judgeGoogle } from './google-errors.ts'
import { type Patience, persist, usualPatience } from './patience.ts'

type Client = v3.TranslationServiceClient
type Translation = { readonly translatedText?: string | null; readonly model?: string | null }

/** `location` and `glossary` may be empty: the global endpoint without a glossary, `us-central1` with one. */
export interface GoogleSettings {
  readonly project: string
  readonly location: string
  /** The id of a glossary in the project, or its whole resource name. */
  readonly glossary: string
}

/** Options of the client library for a service elsewhere than at Google: for tests on this machine. */
export type GoogleConnection = NonNullable<ConstructorParameters<typeof v3.TranslationServiceClient>[0]>

/** Limits of `translateText`, which the client library does not enforce. */
const limits = { items: 1024, codePoints: 30_000 }
const timeout = 60_000
const model = 'general/nmt'
const languages = { sourceLanguageCode: 'zh-CN', targetLanguageCode: 'en' }

/**
 * Cloud Translation v3. With a glossary, its rendering is preferred, and the plain translation is used where it has
 * none. Credentials are Application Default Credentials; without them the engine refuses as unavailable.
 */
export function createGoogleEngine(
  settings: GoogleSettings,
  connection: GoogleConnection = {},
  patience: Patience = usualPatience,
): Engine | Refusal {
  const { project, glossary } = settings
  const location = settings.location || (glossary === '' ? 'global' : 'us-central1')
  if (project === '') return refuse('engine-unavailable', { engine: 'google', detail: 'no project' })
  const parent = `projects/${project}/locations/${location}`
  const glossaryName = glossary.includes('/') ? glossary : `${parent}/glossaries/${glossary}`
  let opened: Client | undefined

  /** Opened at the first use, since loading the library is slow, and checked, since without credentials it ends the process. */
  async function open(signal: AbortSignal): Promise<Client | Refusal> {
    if (opened) return opened
    return persist(
      async () => {
        const { v3 } = await import('@google-cloud/translate')
        const client = new v3.TranslationServiceClient({ fallback: true, projectId: project, ...connection })
        await unlessAborted(client.auth.getClient(), signal)
        await unlessAborted(client.initialize(), signal)
        opened = client
        return client
      },
      judgeCredentials,
      patience,
      signal,
    )
  }

  function send(client: Client, requests: readonly EngineRequest[], signal: AbortSignal) {
    const call = client.translateText(
      {
        parent,
        model: `${parent}/models/${model}`,
        contents: requests.map(({ source }) => source),
        mimeType: 'text/plain',
        ...languages,
        ...(glossary && { glossaryConfig: { glossary: glossaryName } }),
      },
      { timeout },
    )
    return unlessAborted(call, signal)
  }

  function replyTo({ id }: EngineRequest, plain?: Translation, held?: Translation): EngineReply {
    const target = held?.translatedText || plain?.translatedText
    if (!target) return { id }
    const used = (held?.translatedText ? held : plain)?.model?.split('/models/')[1] ?? model
    const version = held?.translatedText ? `${used}, glossary ${glossaryName.split('/').at(-1)}` : used
    return { id, target, origin: { type: 'machine', engine: 'google', version } }
  }

  async function* translate(
    requests: readonly EngineRequest[],
    signal: AbortSignal,
  ): AsyncGenerator<EngineReply | Refusal, void> {
    if (requests.length === 0) return
    const client = await open(signal)
    if (isRefusal(client)) return yield client
    for (const batch of batchesOf(requests, limits)) {
      if (batch.some(({ source }) => countCodePoints(source) > limits.codePoints)) {
        yield* batch.map(({ id }) => ({ id }))
        continue
      }
      const answer = await persist(() => send(client, batch, signal), judgeGoogle, patience, signal)
      if (isRefusal(answer)) return yield answer
      const [{ translations, glossaryTranslations }] = answer
      for (const [at, request] of batch.entries()) {
        if (signal.aborted) return
        yield replyTo(request, translations?.[at], glossaryTranslations?.[at])
      }
    }
  }

  return { name: 'google', version: model, repairs: false, translate }
}

/** The client library cannot be aborted, so its answer is ignored instead. */
async function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  // A later failure of the ignored call is not an error.
  promise.catch(() => undefined)
  let stop: () => void = () => undefined
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
  })
  try {
    signal.throwIfAborted()
    return await Promise.race([promise, aborted])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
