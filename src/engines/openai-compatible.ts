import type OpenAI from 'openai'
import { isRefusal, type Refusal, refuse } from '../model/refusal.ts'
import type { Engine, EngineReply, EngineRequest } from '../ports/engine.ts'
import { batchesOf } from './batches.ts'
import { isBadRequest, judgeServer } from './openai-errors.ts'
import { type Patience, persist, usualPatience } from './patience.ts'
import { readReply, replySchema, systemPrompt, userPrompt } from './prompt.ts'

/** `baseUrl` up to and with `/v1`; `key` may be empty, as servers of one's own want none. */
export interface OpenAiSettings {
  readonly baseUrl: string
  readonly model: string
  readonly key: string
}

const limits = { items: 20, codePoints: 6000 }
/** What went wrong in a long answer has a better chance in a short one. */
const secondTry = { items: 5, codePoints: 2000 }
const timeout = 120_000
const name = 'openai-compatible'

/** How an answer is bound to its form, best first. Servers differ in which they know. */
const forms = ['json_schema', 'json_object', 'plain'] as const
type Form = (typeof forms)[number]

/**
 * Any server that speaks OpenAI's chat completions: a hosted service, vLLM, Ollama. The answer is bound to a schema
 * where the server can, to JSON where it can only that, and read leniently where it can neither. A segment that the
 * model leaves out or garbles is asked for once more; then the engine has none for it.
 */
export function createOpenAiEngine(settings: OpenAiSettings, patience: Patience = usualPatience): Engine | Refusal {
  const { baseUrl, model, key } = settings
  const protocol = URL.parse(baseUrl)?.protocol
  if (model === '' || (protocol !== 'http:' && protocol !== 'https:')) {
    return refuse('engine-unavailable', { engine: name, detail: 'no address or no model' })
  }
  let client: OpenAI | undefined
  /** The best form that the server has not turned down. */
  let form: Form = forms[0]

  async function open(): Promise<OpenAI> {
    const { OpenAI } = await import('openai')
    client ??= new OpenAI({
      baseURL: baseUrl,
      apiKey: key || 'none',
      // Accounts that the environment may name are OpenAI's, and no business of another server's.
      organization: null,
      project: null,
      adminAPIKey: null,
      maxRetries: 0,
      timeout,
      logLevel: 'off',
    })
    return client
  }

  async function complete(requests: readonly EngineRequest[], bound: Form, signal: AbortSignal): Promise<string> {
    const server = await open()
    const completion: Partial<OpenAI.ChatCompletion> = await server.chat.completions.create(
      {
        model,
        temperature: 0,
        messages: [
          { role: 'system', content: systemPrompt },
          { role: 'user', content: userPrompt(requests) },
        ],
        ...formatOf(bound),
      },
      { signal },
    )
    if (!Array.isArray(completion?.choices)) throw new Error('the server does not speak the protocol')
    return completion.choices[0]?.message?.content ?? ''
  }

  /** One call, in the best form that the server takes: a form turned down is not tried again once another was taken. */
  async function ask(
    requests: readonly EngineRequest[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, string> | Refusal> {
    for (let at = forms.indexOf(form); ; at += 1) {
      const bound = forms[at] as Form
      let turnedDown = false
      const judge = (error: unknown) => {
        turnedDown = isBadRequest(error)
        return judgeServer(error, key)
      }
      const content = await persist(() => complete(requests, bound, signal), judge, patience, signal)
      if (turnedDown && isRefusal(content) && at < forms.length - 1) continue
      if (isRefusal(content)) return content
      form = bound
      return readReply(content)
    }
  }

  async function* round(
    requests: readonly EngineRequest[],
    size: typeof limits,
    missed: (request: EngineRequest) => void,
    signal: AbortSignal,
  ): AsyncGenerator<EngineReply | Refusal, void> {
    for (const batch of batchesOf(requests, size)) {
      const targets = await ask(batch, signal)
      if (isRefusal(targets)) return yield targets
      for (const request of batch) {
        if (signal.aborted) return
        const target = targets.get(request.id)?.trim()
        if (target) yield { id: request.id, target, origin: { type: 'machine', engine: name, version: model } }
        else missed(request)
      }
    }
  }

  async function* translate(
    requests: readonly EngineRequest[],
    signal: AbortSignal,
  ): AsyncGenerator<EngineReply | Refusal, void> {
    for (const batch of batchesOf(requests, limits)) {
      const missing: EngineRequest[] = []
      const without: EngineRequest[] = []
      for await (const reply of round(batch, limits, (request) => missing.push(request), signal)) {
        yield reply
        if (isRefusal(reply)) return
      }
      for await (const reply of round(missing, secondTry, (request) => without.push(request), signal)) {
        yield reply
        if (isRefusal(reply)) return
      }
      yield* without.map(({ id }) => ({ id }))
    }
  }

  return { name, version: model, repairs: true, translate }
}

function formatOf(form: Form): Pick<OpenAI.ChatCompletionCreateParamsNonStreaming, 'response_format'> {
  if (form === 'plain') return {}
  if (form === 'json_object') return { response_format: { type: 'json_object' } }
  return {
    response_format: { type: 'json_schema', json_schema: { name: 'translations', strict: true, schema: replySchema } },
  }
}
