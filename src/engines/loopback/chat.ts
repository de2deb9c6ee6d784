import { setTimeout as wait } from 'node:timers/promises'
import { membersOf } from '../../model/names.ts'
import type { Server } from '../openai-compatible/connection.ts'
import { type Loopback, type LoopbackAnswer, startLoopback } from './server.ts'

/** What a scripted model was given: its instructions, and the JSON to work on. */
export interface ChatInput {
  readonly system: string
  readonly pairs: readonly { readonly id: string; readonly source: string; readonly target: string }[]
}

export interface ChatLoopback extends Loopback {
  readonly settings: Server
  readonly inputs: readonly ChatInput[]
}

/**
 * A server with a model that answers each prompt with what `write` says. `cutAt`: what is longer is cut off, as servers do
 * at their limit; `forms`: the forms of an answer that it takes, others are turned down; `delay`: milliseconds before an answer.
 */
export async function startChatLoopback({
  write,
  cutAt = Number.POSITIVE_INFINITY,
  forms = ['json_schema', 'json_object'],
  delay = 0,
}: {
  readonly write: (input: ChatInput) => string
  readonly cutAt?: number
  readonly forms?: readonly string[]
  readonly delay?: number
}): Promise<ChatLoopback> {
  const inputs: ChatInput[] = []
  const [model, key] = ['loopback-model', 'loopback-key']
  const server = await startLoopback(async ({ path, headers, body }): Promise<LoopbackAnswer> => {
    const failed = (status: number, message: string) => ({ status, body: { error: { message } } })
    if (headers.authorization !== `Bearer ${key}`) return failed(401, 'Incorrect API key')
    if (path !== '/v1/chat/completions') return failed(404, 'Not Found')
    const { messages, response_format: format } = membersOf(body)
    const { type } = membersOf(format)
    if (typeof type === 'string' && !forms.includes(type)) return failed(400, `response_format ${type}`)
    const [system, user] = Array.isArray(messages) ? messages.map((one: unknown) => String(membersOf(one).content)) : []
    const input = { system: system ?? '', ...JSON.parse(user ?? '{}') }
    inputs.push(input)
    if (delay > 0) await wait(delay)
    const written = write(input)
    const isCut = written.length > cutAt
    const usage = {
      prompt_tokens: tokensOf(JSON.stringify(body)),
      completion_tokens: tokensOf(written.slice(0, cutAt)),
    }
    const message = { role: 'assistant', content: isCut ? written.slice(0, cutAt) : written }
    return {
      status: 200,
      body: { model, choices: [{ index: 0, message, finish_reason: isCut ? 'length' : 'stop' }], usage },
    }
  })
  return { ...server, inputs, settings: { baseUrl: `http://127.0.0.1:${server.port}/v1`, model, key } }
}

/** Roughly: one for a Chinese character, one for four others. */
function tokensOf(text: string): number {
  const chinese = text.match(/\p{Script=Han}/gu)?.length ?? 0
  return chinese + Math.ceil((text.length - chinese) / 4)
}

/** Answers each pair with the errors that `find` sees in it. */
export function asking(find: (pair: ChatInput['pairs'][number]) => readonly object[]) {
  return ({ pairs }: ChatInput) =>
    JSON.stringify({ answers: pairs.map((pair) => ({ id: pair.id, errors: find(pair) })) })
}
