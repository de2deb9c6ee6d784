import { expectDefined } from '../model/expect.ts'
import { isRefusal, type Refusal, refuse } from '../model/refusal.ts'
import type { Engine, EngineReply, EngineRequest } from '../ports/engine.ts'
import { type BatchLimits, batchesOf } from './batches.ts'
import { type AnswerForm, answerForms, type Complete, connectOpenAi, type OpenAiSettings } from './openai-connection.ts'
import { isBadRequest, judgeServer } from './openai-errors.ts'
import { type Patience, persist, usualPatience } from './patience.ts'
import { readReply } from './prompt.ts'

const firstTry: BatchLimits = { items: 20, codePoints: 6000 }
/** What went wrong in a long answer has a better chance in a short one. */
const secondTry: BatchLimits = { items: 5, codePoints: 2000 }
const name = 'openai-compatible'

/** A server as one engine knows it. */
interface Server {
  readonly settings: OpenAiSettings
  readonly complete: Complete
  readonly patience: Patience
  /** The best form that the server has not turned down. */
  form: AnswerForm
}

/**
 * Any server that speaks OpenAI's chat completions: a hosted service, vLLM, Ollama. The answer is bound to a schema
 * where the server can, to JSON where it can only that, and read leniently where it can neither. A segment that the
 * model leaves out or garbles is asked for once more; then the engine has none for it.
 */
export function createOpenAiEngine(settings: OpenAiSettings, patience: Patience = usualPatience): Engine | Refusal {
  const { baseUrl, model } = settings
  const protocol = URL.parse(baseUrl)?.protocol
  if (model === '' || (protocol !== 'http:' && protocol !== 'https:')) {
    return refuse('engine-unavailable', { engine: name, detail: 'no address or no model' })
  }
  const server: Server = { settings, complete: connectOpenAi(settings), patience, form: answerForms[0] }
  return { name, version: model, repairs: true, translate: (requests, signal) => translate(server, requests, signal) }
}

async function* translate(
  server: Server,
  requests: readonly EngineRequest[],
  signal: AbortSignal,
): AsyncGenerator<EngineReply | Refusal, void> {
  for (const batch of batchesOf(requests, firstTry)) {
    const missing: EngineRequest[] = []
    const missingAgain: EngineRequest[] = []
    for await (const reply of round(server, batch, firstTry, (request) => missing.push(request), signal)) {
      yield reply
      if (isRefusal(reply)) return
    }
    for await (const reply of round(server, missing, secondTry, (request) => missingAgain.push(request), signal)) {
      yield reply
      if (isRefusal(reply)) return
    }
    yield* missingAgain.map(({ id }) => ({ id }))
  }
}

/** Asks once for every request, and calls `missed` for those that no target came for. Ends after a refusal. */
async function* round(
  server: Server,
  requests: readonly EngineRequest[],
  limits: BatchLimits,
  missed: (request: EngineRequest) => void,
  signal: AbortSignal,
): AsyncGenerator<EngineReply | Refusal, void> {
  const origin = { type: 'machine', engine: name, version: server.settings.model } as const
  for (const batch of batchesOf(requests, limits)) {
    const targets = await ask(server, batch, signal)
    if (isRefusal(targets)) return yield targets
    for (const request of batch) {
      if (signal.aborted) return
      const target = targets.get(request.id)?.trim()
      if (target) yield { id: request.id, target, origin }
      else missed(request)
    }
  }
}

/** One call, in the best form that the server takes: a form turned down is not tried again once another was taken. */
async function ask(
  server: Server,
  requests: readonly EngineRequest[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string> | Refusal> {
  for (let at = answerForms.indexOf(server.form); ; at += 1) {
    const form = expectDefined(answerForms[at], 'a form of answers')
    let turnedDown = false
    const judge = (error: unknown) => {
      turnedDown = isBadRequest(error)
      return judgeServer(error, server.settings.key)
    }
    const content = await persist(() => server.complete(requests, form, signal), judge, server.patience, signal)
    if (turnedDown && isRefusal(content) && at < answerForms.length - 1) continue
    if (isRefusal(content)) return content
    server.form = form
    return readReply(content)
  }
}
