import { setTimeout as wait } from 'node:timers/promises'
import { membersOf } from '../../model/names.ts'
import type { PromptDialect } from '../../model/prompt-dialect.ts'
import type { Server } from '../openai-compatible/connection.ts'
import { dialectsHeard, type ModelInput, type ServerName } from './dialects.ts'
import { type Fault, type Loopback, type LoopbackAnswer, type LoopbackRequest, startLoopback } from './server.ts'

/** What a model or its server does to an answer. */
export const harms = ['truncate', 'reorder', 'add', 'omit', 'garble', 'repeat'] as const
export type Harm = (typeof harms)[number]

export interface ModelOptions {
  readonly dialect?: PromptDialect
  /** The model's answer to an input: JSON in the dialect `json`, the bare text in the others. */
  readonly write: (input: ModelInput) => string
  readonly model?: string
  /** The server that the model runs on, which some dialects depend on. */
  readonly server?: ServerName
  /** The answer forms that the server supports; it rejects others. */
  readonly forms?: readonly string[]
  /** Members of requests that the server rejects. */
  readonly rejects?: readonly string[]
  /** In milliseconds. */
  readonly delay?: number
  /** What is done to the next answer. */
  readonly harm?: () => Harm | null
  /** Whether the server’s template breaks the model, so that not even the known sentence comes out right. */
  readonly isBroken?: boolean
}

export interface OpenAiLoopback extends Loopback {
  readonly settings: Server
  /** The inputs of the model, without those that only look at the server. */
  readonly inputs: readonly ModelInput[]
}

const key = 'loopback-key'

/** Models as their makers name them, which decides the dialect. */
export const modelsOf: Readonly<Record<PromptDialect, string>> = {
  json: 'loopback-model',
  'hy-mt': 'Hy-MT2-7B',
  translategemma: 'translategemma-12b',
  'qwen-mt': 'qwen-mt-plus',
  'seed-x': 'Seed-X-PPO-7B',
  plain: 'Hy-MT3-7B',
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

/** A model of a dialect that answers each source with what `translate` says of it, and omits those of which it says nothing. */
export function writing(
  dialect: PromptDialect,
  translate: (source: string, input: ModelInput) => string | undefined,
): ModelOptions['write'] {
  return (input) => {
    const pairs = input.segments.flatMap(({ id, source }) => {
      const target = translate(source, input)
      return target === undefined ? [] : [{ id, target }]
    })
    return dialect === 'json' ? translations(pairs) : (pairs[0]?.target ?? '')
  }
}

/** A model that translates known sources and omits others. Models of one paragraph are asked for sources on one line. */
export function knowing(
  translationOf: ReadonlyMap<string, string>,
  dialect: PromptDialect = 'json',
): ModelOptions['write'] {
  const oneLine = (text: string) => text.replaceAll('\u2028', ' ').trim()
  const known = new Map([...translationOf].flatMap(([zh, en]) => [[zh, en] as const, [oneLine(zh), en] as const]))
  return writing(dialect, (source) => known.get(source))
}

const isProbe = ({ segments: [segment], terms }: ModelInput) =>
  segment?.source === '春天来了。' && (segment.id === 'probe' || segment.id === '') && terms.length === 0

/** A server that speaks OpenAI's completions, as vLLM, Ollama and others do, strictly in the dialect of one model. */
export async function startOpenAiLoopback(options: ModelOptions): Promise<OpenAiLoopback> {
  const { dialect = 'json', server: kind = 'library' } = options
  const model = options.model ?? modelsOf[dialect]
  const inputs: ModelInput[] = []
  let isProbed = false

  async function answer(request: LoopbackRequest): Promise<LoopbackAnswer> {
    if (request.headers.authorization !== `Bearer ${key}`) return failure(401, `Incorrect API key: ${key}`)
    if (request.method === 'GET' && request.path === '/v1/models') {
      return { status: 200, body: { object: 'list', data: [{ id: model, object: 'model', owned_by: kind }] } }
    }
    if (request.method !== 'POST' || !request.path.endsWith('/completions')) return failure(404, 'Not Found')
    const body = membersOf(request.body)
    if (body.model !== model) return failure(404, `The model ${body.model} does not exist.`, 'model_not_found')
    const wrong = options.rejects?.find((member) => member in body) ?? formTurnedDown(body, options.forms)
    if (wrong !== undefined) return failure(400, `${wrong} is not supported`)
    const input = dialectsHeard[dialect]({ path: request.path, body, server: kind })
    if (typeof input === 'string') return failure(400, input)
    if (options.delay) await wait(options.delay)
    const looksOnly = !isProbed && isProbe(input)
    isProbed = true
    if (looksOnly) {
      return completed(dialect, model, options.isBroken ? '{{ .Response }}' : probeAnswer(input, dialect), request)
    }
    inputs.push(input)
    return completed(dialect, model, options.write(input), request, options.harm?.())
  }

  const server = await startLoopback(answer)
  return { ...server, inputs, settings: { baseUrl: `http://127.0.0.1:${server.port}/v1`, model, key } }
}

function probeAnswer(input: ModelInput, dialect: PromptDialect): string {
  return writing(dialect, () => 'Spring has come.')(input)
}

function formTurnedDown(
  { response_format: format }: Readonly<Record<string, unknown>>,
  forms: readonly string[] = ['json_schema', 'json_object'],
): string | undefined {
  const { type, json_schema: bound } = membersOf(format)
  if (format === undefined || typeof type !== 'string') return undefined
  if (!forms.includes(type)) return `response_format ${type}`
  return type === 'json_schema' && !membersOf(bound).schema ? 'no schema' : undefined
}

function completed(
  dialect: PromptDialect,
  model: string,
  written: string,
  request: LoopbackRequest,
  harm: Harm | null = null,
): LoopbackAnswer {
  const content = harm === null ? written : harmed(written, harm, dialect)
  const finish = harm === 'truncate' ? 'length' : 'stop'
  const choice = request.path.endsWith('/chat/completions')
    ? { index: 0, message: { role: 'assistant', content, refusal: null }, logprobs: null, finish_reason: finish }
    : { index: 0, text: content, logprobs: null, finish_reason: finish }
  const usage = { prompt_tokens: JSON.stringify(request.body).length, completion_tokens: content.length }
  return {
    status: 200,
    body: {
      id: 'cmpl-1',
      object: 'chat.completion',
      created: 0,
      model,
      choices: [choice],
      usage: { ...usage, total_tokens: usage.prompt_tokens + usage.completion_tokens },
    },
  }
}

function harmed(written: string, harm: Harm, dialect: PromptDialect): string {
  switch (harm) {
    case 'truncate':
      return written.slice(0, written.length / 2)
    case 'garble':
      return '\ufffd{"]<|im_end|>\u0000'
    case 'repeat':
      return dialect === 'json' ? written.repeat(6) : 'on and on and '.repeat(30)
    case 'omit':
      return dialect === 'json' ? translations([]) : ''
    case 'add':
      return dialect === 'json'
        ? written.replace('[', '[{"id":"b9.s9","target":"Not asked for."},')
        : `Sure, here is the translation:\n${written}`
    case 'reorder':
      return dialect === 'json' ? reversed(written) : written
  }
}

function reversed(written: string): string {
  const { translations: list } = membersOf(JSON.parse(written))
  return JSON.stringify({ translations: Array.isArray(list) ? list.toReversed() : [] })
}
