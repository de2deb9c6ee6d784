import type { OpenAiSettings } from '../openai-connection.ts'
import { type Fault, type Loopback, type LoopbackAnswer, type LoopbackRequest, startLoopback } from './server.ts'

export interface SegmentAsked {
  readonly id: string
  readonly source: string
  readonly before?: string
  readonly after?: string
  readonly draft?: string
  readonly defects?: readonly string[]
}

/** The input of the model in one call, from the user message. */
export interface ModelInput {
  readonly terms: readonly { readonly source: string; readonly target: string }[]
  readonly segments: readonly SegmentAsked[]
}

export interface ModelOptions {
  /** The model's answer to an input. */
  readonly write: (input: ModelInput) => string
  /** The answer forms that the server supports; it rejects others. */
  readonly forms?: readonly string[]
}

const key = 'loopback-key'
const model = 'loopback-model'

interface ChatCompletions {
  readonly model?: string
  readonly temperature?: number
  readonly messages?: readonly { readonly role: string; readonly content: string }[]
  readonly response_format?: { readonly type: string; readonly json_schema?: { readonly schema?: unknown } }
}

function failure(status: number, message: string, code: string | null = null): LoopbackAnswer {
  return { status, body: { error: { message, type: 'error', param: null, code } } }
}

/** A fault of the server with a status, in the form of OpenAI's interface. */
export function openAiFault(
  status: number,
  message: string,
  { code, headers }: { readonly code?: string; readonly headers?: Record<string, string> } = {},
): Fault {
  return { type: 'status', ...failure(status, message, code), ...(headers && { headers }) }
}

/** The answer of a model that follows its instructions. */
export function translations(pairs: readonly { readonly id: string; readonly target: string }[]): string {
  return JSON.stringify({ translations: pairs })
}

/** A model that translates known sources and omits others. */
export function knowing(translationOf: ReadonlyMap<string, string>): ModelOptions['write'] {
  return ({ segments }) =>
    translations(
      segments.flatMap(({ id, source }) => {
        const target = translationOf.get(source)
        return target === undefined ? [] : [{ id, target }]
      }),
    )
}

function chatOf(body: unknown): ChatCompletions {
  // biome-ignore lint/plugin/no-cast: the client library sends requests of this form
  return body as ChatCompletions
}

/** The model's input in a request. */
export function modelInputOf({ body }: LoopbackRequest): ModelInput {
  const { messages = [] } = chatOf(body)
  // biome-ignore lint/plugin/no-cast: our engine wrote the message, and its tests read what is in it
  return JSON.parse(messages.at(-1)?.content ?? '') as ModelInput
}

/** A server that speaks OpenAI's chat completions, as vLLM, Ollama and others do. */
export async function startOpenAiLoopback({
  write,
  forms = ['json_schema', 'json_object'],
}: ModelOptions): Promise<Loopback & { readonly settings: OpenAiSettings }> {
  const server = await startLoopback((request) => {
    if (request.method !== 'POST' || request.path !== '/v1/chat/completions') return failure(404, 'Not Found')
    if (request.headers.authorization !== `Bearer ${key}`) return failure(401, `Incorrect API key: ${key}`)
    const { model: wanted, temperature, response_format: format } = chatOf(request.body)
    if (wanted !== model) return failure(404, `The model ${wanted} does not exist.`, 'model_not_found')
    if (temperature !== 0) return failure(400, 'This server wants a temperature of 0.')
    if (format && !forms.includes(format.type)) return failure(400, `response_format ${format.type} is not supported`)
    if (format?.type === 'json_schema' && !format.json_schema?.schema) return failure(400, 'no schema')
    const message = { role: 'assistant', content: write(modelInputOf(request)), refusal: null }
    return {
      status: 200,
      body: {
        id: 'chatcmpl-1',
        object: 'chat.completion',
        created: 0,
        model,
        choices: [{ index: 0, message, logprobs: null, finish_reason: 'stop' }],
        usage: { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 },
      },
    }
  })
  return { ...server, settings: { baseUrl: `http://127.0.0.1:${server.port}/v1`, model, key } }
}
