import type OpenAI from 'openai'
import { membersOf } from '../../model/names.ts'
import type { Body, Dialect } from './dialect.ts'

/** `baseUrl` includes `/v1`; `key` may be empty, since many servers of an office need none. */
export interface Server {
  readonly baseUrl: string
  readonly model: string
  readonly key: string
}

export interface Completion {
  /** What the model wrote; empty where it was cut off, since half a text is no translation. */
  readonly content: string
  /** 0 where the server does not count them. */
  readonly inputTokens: number
  readonly outputTokens: number
}

/** What a server answered is not what its protocol says. */
export class UnreadableAnswer extends Error {}

/** A server that is connected to at the first request. Its functions throw the client library's errors. */
export interface Connection {
  complete(path: Dialect['path'], body: Body, signal: AbortSignal): Promise<Completion>
  /** Who owns the model by the server's list, which tells vLLM, llama-server and Ollama apart; '' where it does not say. */
  ownerOfModel(signal: AbortSignal): Promise<string>
}

/** In milliseconds, for one completion. */
const timeout = 120_000

export function connectOpenAi({ baseUrl, model, key }: Server): Connection {
  let client: OpenAI | undefined

  async function open(): Promise<OpenAI> {
    const { OpenAI } = await import('openai')
    client ??= new OpenAI({
      baseURL: baseUrl,
      apiKey: key || 'none',
      // Accounts in the environment are OpenAI's and must not be sent to another server.
      organization: null,
      project: null,
      adminAPIKey: null,
      maxRetries: 0,
      timeout,
      logLevel: 'off',
    })
    return client
  }

  return {
    // The library's own methods know the members of OpenAI's interface only, and dialects have others.
    complete: async (path, body, signal) => completionOf(await (await open()).post<unknown>(path, { body, signal })),
    async ownerOfModel(signal) {
      const { data } = membersOf(await (await open()).get<unknown>('/models', { signal }))
      const models: readonly unknown[] = Array.isArray(data) ? data : []
      const owner = membersOf(models.find((one) => membersOf(one).id === model) ?? models[0]).owned_by
      return typeof owner === 'string' ? owner : ''
    },
  }
}

function completionOf(answer: unknown): Completion {
  const { choices, usage } = membersOf(answer)
  if (!Array.isArray(choices)) throw new UnreadableAnswer('the server does not speak the protocol')
  const { message, text, finish_reason: finish } = membersOf(choices[0])
  const written = membersOf(message).content ?? text
  const { prompt_tokens: input, completion_tokens: output } = membersOf(usage)
  return {
    content: typeof written === 'string' && finish !== 'length' ? written : '',
    inputTokens: tokens(input),
    outputTokens: tokens(output),
  }
}

function tokens(count: unknown): number {
  return typeof count === 'number' && Number.isSafeInteger(count) && count > 0 ? count : 0
}
