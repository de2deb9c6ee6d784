import type { Usage } from '../model/engine.ts'
import { expectDefined } from '../model/expect.ts'
import { type Refusal, refuse } from '../model/refusal.ts'
import type { Engine, EngineAnswer, EngineCall, EngineTarget } from '../ports/engine.ts'
import { type AnswerForm, answerForms, type Complete, connectOpenAi, type OpenAiSettings } from './openai-connection.ts'
import { isBadRequest, judgeServer } from './openai-errors.ts'
import { readReply } from './prompt.ts'
import { charactersOf, failedAnswer } from './verdict.ts'

const limits = { items: 20, codePoints: 6000, concurrency: 4 }
const name = 'openai-compatible'

/** A server as one engine knows it. */
interface Server {
  readonly settings: OpenAiSettings
  readonly complete: Complete
  /** The best form that the server has not turned down. */
  form: AnswerForm
}

/**
 * Any server that speaks OpenAI's chat completions: a hosted service, vLLM, Ollama. The answer is bound to a schema
 * where the server can, to JSON where it can only that, and read leniently where it can neither.
 */
export function createOpenAiEngine(settings: OpenAiSettings): Engine | Refusal {
  const { baseUrl, model } = settings
  const protocol = URL.parse(baseUrl)?.protocol
  if (model === '' || (protocol !== 'http:' && protocol !== 'https:')) {
    return refuse('engine-unavailable', { engine: name, detail: 'no address or no model' })
  }
  const server: Server = { settings, complete: connectOpenAi(settings), form: answerForms[0] }
  return {
    name,
    version: model,
    limits,
    repairs: true,
    examples: 0,
    prepare: async () => ['prompt'],
    call: (call, signal) => ask(server, call, signal),
    expect,
  }
}

/** What a call is expected to use: about a token a character of Chinese, and the instructions. */
function expect({ requests }: Pick<EngineCall, 'requests'>): Usage {
  const characters = charactersOf(requests)
  return { requests: 1, characters, inputTokens: 400 + characters * 2, outputTokens: characters * 2 }
}

/** One call, in the best form that the server takes: a form turned down is not tried again once another was taken. */
async function ask(server: Server, { requests }: EngineCall, signal: AbortSignal): Promise<EngineAnswer> {
  const { model, key } = server.settings
  const origin = { type: 'machine', engine: name, version: model } as const
  const characters = charactersOf(requests)
  const usage: Usage = { requests: 0, characters: 0, inputTokens: 0, outputTokens: 0 }
  for (let at = answerForms.indexOf(server.form); ; at += 1) {
    const form = expectDefined(answerForms[at], 'a form of answers')
    const made = at - answerForms.indexOf(server.form) + 1
    try {
      const { content, inputTokens, outputTokens } = await server.complete(requests, form, signal)
      server.form = form
      const targets = new Map<string, EngineTarget>()
      for (const [id, target] of readReply(content)) targets.set(id, { target, origin })
      return { type: 'answered', targets, usage: { requests: made, characters, inputTokens, outputTokens } }
    } catch (error) {
      signal.throwIfAborted()
      if (isBadRequest(error) && at < answerForms.length - 1) continue
      return failedAnswer(judgeServer(error, key), { ...usage, requests: made })
    }
  }
}
