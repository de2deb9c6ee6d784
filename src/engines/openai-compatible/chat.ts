import { nothingUsed } from '../../model/engine.ts'
import { type Refusal, refuse } from '../../model/refusal.ts'
import type { Chat, ChatAnswer, ChatPrompt } from '../../ports/chat.ts'
import { type Connection, connectOpenAi, type Server } from './connection.ts'
import type { Body } from './dialect.ts'
import type { OpenAiSettings } from './engine.ts'
import { isBadRequest, judgeServer } from './errors.ts'
import { name } from './session.ts'

/** How many calls are under way at once where the settings say nothing. */
const usualConcurrency = 4

/** How an answer is bound to its schema, the firmest first. What a server turns down gives way to the next. */
const forms: readonly ((prompt: ChatPrompt) => Body)[] = [
  (prompt) => ({ temperature: 0, ...bySchema(prompt) }),
  // Models that think take no temperature.
  bySchema,
  () => ({ temperature: 0, response_format: { type: 'json_object' } }),
  () => ({}),
]

function bySchema({ schema }: ChatPrompt): Body {
  return { response_format: { type: 'json_schema', json_schema: { ...schema, strict: true } } }
}

/** The model of an OpenAI-compatible server as one that follows instructions. What it was made to translate with plays no part. */
export function createOpenAiChat(settings: OpenAiSettings): Chat | Refusal {
  const { baseUrl, model, key, concurrency = usualConcurrency } = settings
  const protocol = URL.parse(baseUrl)?.protocol
  if (model === '' || (protocol !== 'http:' && protocol !== 'https:')) {
    return refuse('engine-unavailable', { engine: name, detail: 'no address or no model' })
  }
  const server = { baseUrl, model, key }
  const connection = connectOpenAi(server)
  // The best form that the server has not turned down; what one call learns the next ones need not.
  let best = 0
  return {
    engine: name,
    model,
    concurrency,
    ask: (prompt, signal) =>
      askIn(server, connection, { prompt, signal, from: best }, (form) => {
        best = Math.max(best, form)
      }),
  }
}

async function askIn(
  server: Server,
  connection: Connection,
  { prompt, signal, from }: { readonly prompt: ChatPrompt; readonly signal: AbortSignal; readonly from: number },
  taken: (form: number) => void,
): Promise<ChatAnswer> {
  let made = 0
  for (const [at, form] of forms.entries()) {
    if (at < from) continue
    signal.throwIfAborted()
    made += 1
    try {
      const { content, ...counts } = await connection.complete(
        '/chat/completions',
        { model: server.model, messages: messagesOf(prompt), ...form(prompt) },
        signal,
      )
      taken(at)
      return { type: 'answered', content, usage: { requests: made, characters: 0, ...counts } }
    } catch (error) {
      signal.throwIfAborted()
      if (isBadRequest(error) && at < forms.length - 1) continue
      const { refusal, again, after } = judgeServer(error, server)
      const usage = { ...nothingUsed, requests: made }
      return { type: 'failed', refusal, again, usage, ...(after !== undefined && { after }) }
    }
  }
  throw new Error('there is at least one form')
}

function messagesOf({ system, user }: ChatPrompt): Body[] {
  return [
    { role: 'system', content: system },
    { role: 'user', content: user },
  ]
}
