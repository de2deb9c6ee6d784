import type { v3 } from '@google-cloud/translate'
import { isRefusal, type Refusal, refuse } from '../model/refusal.ts'
import type { Term } from '../model/term.ts'
import type { Engine, EngineAnswer, EngineCall, EngineRequest, EngineTarget } from '../ports/engine.ts'
import { judgeCredentials, judgeGoogle } from './google-errors.ts'
import { charactersOf, failedAnswer } from './verdict.ts'

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
const limits = { items: 1024, codePoints: 30_000, concurrency: 8 }
const timeout = 60_000
const model = 'general/nmt'
const languages = { sourceLanguageCode: 'zh-CN', targetLanguageCode: 'en' }

/**
 * Cloud Translation v3. With a glossary, its rendering is preferred, and the plain translation is used where it has
 * none. Credentials are Application Default Credentials; without them the engine refuses as unavailable.
 */
export function createGoogleEngine(settings: GoogleSettings, connection: GoogleConnection = {}): Engine | Refusal {
  const { project, glossary } = settings
  const location = settings.location || (glossary === '' ? 'global' : 'us-central1')
  if (project === '') return refuse('engine-unavailable', { engine: 'google', detail: 'no project' })
  const parent = `projects/${project}/locations/${location}`
  const glossaryName = glossary.includes('/') ? glossary : `${parent}/glossaries/${glossary}`
  let opened: Client | undefined

  /** Opened at the first use, since loading the library is slow, and checked, since without credentials it ends the process. */
  async function open(signal: AbortSignal): Promise<Client | Refusal> {
    if (opened) return opened
    try {
      const { v3 } = await import('@google-cloud/translate')
      const client = new v3.TranslationServiceClient({ fallback: true, projectId: project, ...connection })
      await unlessAborted(client.auth.getClient(), signal)
      await unlessAborted(client.initialize(), signal)
      opened = client
      return client
    } catch (error) {
      signal.throwIfAborted()
      return judgeCredentials(error).refusal
    }
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

  function targetOf(plain?: Translation, held?: Translation): EngineTarget | null {
    const target = held?.translatedText || plain?.translatedText
    if (!target) return null
    const used = (held?.translatedText ? held : plain)?.model?.split('/models/')[1] ?? model
    const version = held?.translatedText ? `${used}, glossary ${glossaryName.split('/').at(-1)}` : used
    return { target, origin: { type: 'machine', engine: 'google', version } }
  }

  async function call({ requests }: EngineCall, signal: AbortSignal): Promise<EngineAnswer> {
    const usage = expect({ requests })
    try {
      const client = await open(signal)
      if (isRefusal(client)) return failedAnswer({ again: false, refusal: client }, { ...usage, requests: 0 })
      const [{ translations, glossaryTranslations }] = await send(client, requests, signal)
      const targets = new Map<string, EngineTarget>()
      for (const [at, { id }] of requests.entries()) {
        const target = targetOf(translations?.[at], glossaryTranslations?.[at])
        if (target) targets.set(id, target)
      }
      return { type: 'answered', targets, usage }
    } catch (error) {
      signal.throwIfAborted()
      return failedAnswer(judgeGoogle(error), { ...usage, characters: 0 })
    }
  }

  function expect({ requests }: Pick<EngineCall, 'requests'>) {
    return { requests: 1, characters: charactersOf(requests), inputTokens: 0, outputTokens: 0 }
  }

  const means = glossary === '' ? (['target-in-source'] as const) : (['glossary', 'target-in-source'] as const)
  async function prepare(_terms: readonly Term[], signal: AbortSignal) {
    const client = await open(signal)
    return isRefusal(client) ? client : means
  }
  return { name: 'google', version: model, limits, repairs: false, examples: 0, prepare, call, expect }
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
