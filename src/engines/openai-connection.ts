import type OpenAI from 'openai'
import type { EngineRequest } from '../ports/engine.ts'
import { replySchema, systemPrompt, userPrompt } from './prompt.ts'

/** `baseUrl` includes `/v1`; `key` may be empty, since many servers of an office need none. */
export interface OpenAiSettings {
  readonly baseUrl: string
  readonly model: string
  readonly key: string
}

/** The ways to constrain an answer's form, best first. Servers support different ones. */
export const answerForms = ['json_schema', 'json_object', 'plain'] as const
export type AnswerForm = (typeof answerForms)[number]

export interface Completion {
  readonly content: string
  /** 0 where the server does not count them. */
  readonly inputTokens: number
  readonly outputTokens: number
}

/** Sends one chat completion. Throws the client library's errors. */
export type Complete = (
  requests: readonly EngineRequest[],
  form: AnswerForm,
  signal: AbortSignal,
) => Promise<Completion>

/** In milliseconds, for one completion. */
const timeout = 120_000

/** Connects to a server at the first completion, and reuses the client. */
export function connectOpenAi({ baseUrl, model, key }: OpenAiSettings): Complete {
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

  return async (requests, form, signal) => {
    const server = await open()
    const completion: Partial<OpenAI.ChatCompletion> = await server.chat.completions.create(
      {
        model,
        temperature: 0,
        messages: [
          { role: 'system', content: systemPrompt },
          { role: 'user', content: userPrompt(requests) },
        ],
        ...responseFormat(form),
      },
      { signal },
    )
    if (!Array.isArray(completion?.choices)) throw new Error('the server does not speak the protocol')
    return {
      content: completion.choices[0]?.message?.content ?? '',
      inputTokens: completion.usage?.prompt_tokens ?? 0,
      outputTokens: completion.usage?.completion_tokens ?? 0,
    }
  }
}

function responseFormat(form: AnswerForm): Pick<OpenAI.ChatCompletionCreateParamsNonStreaming, 'response_format'> {
  if (form === 'plain') return {}
  if (form === 'json_object') return { response_format: { type: 'json_object' } }
  return {
    response_format: { type: 'json_schema', json_schema: { name: 'translations', strict: true, schema: replySchema } },
  }
}
