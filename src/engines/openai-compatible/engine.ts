import type { EngineSettings, Usage } from '../../model/engine.ts'
import { chosenDialect } from '../../model/prompt-dialect.ts'
import { type Refusal, refuse } from '../../model/refusal.ts'
import type { Engine, EngineCall } from '../../ports/engine.ts'
import { charactersOf } from '../verdict.ts'
import { connectOpenAi } from './connection.ts'
import type { Dialect } from './dialect.ts'
import { dialects } from './dialects.ts'
import { createProbe } from './probe.ts'
import { ask, name, type Session } from './session.ts'

export type OpenAiSettings = EngineSettings['openai']

/**
 * Any server that speaks OpenAI's completions (a hosted service, vLLM, llama-server, Ollama), in the dialect of its
 * model. What making it ready used is counted into the first call after it.
 */
export function createOpenAiEngine(settings: OpenAiSettings): Engine | Refusal {
  const { baseUrl, model, key, concurrency } = settings
  const protocol = URL.parse(baseUrl)?.protocol
  if (model === '' || (protocol !== 'http:' && protocol !== 'https:')) {
    return refuse('engine-unavailable', { engine: name, detail: 'no address or no model' })
  }
  const dialect = dialects[chosenDialect(settings.dialect, model)]
  const { limits, means, repairs, examples } = dialect
  const server = { baseUrl, model, key }
  const connection = connectOpenAi(server)
  const session: Session = { server, dialect, connection, forms: dialect.forms, isSettled: false }
  const probe = createProbe(session)
  return {
    name,
    version: model,
    limits: concurrency === undefined ? limits : { ...limits, concurrency },
    repairs,
    examples,
    async prepare(_, signal) {
      const refusal = await probe.run(signal)
      return refusal ?? means
    },
    async call(call, signal, onSent) {
      const answer = await ask(session, call, signal, onSent)
      return { ...answer, usage: probe.addedTo(answer.usage) }
    },
    expect: (call) => expect(dialect, call),
  }
}

/** What a call is expected to use: about a token a character of Chinese, and the instructions. */
function expect({ instructions }: Dialect, { requests }: EngineCall): Usage {
  const characters = charactersOf(requests)
  const beside = requests.reduce(
    (sum, { terms, before, after, examples }) =>
      sum +
      terms.length * 12 +
      before.length +
      after.length +
      examples.reduce((all, { source }) => all + source.length * 2, 0),
    0,
  )
  return { requests: 1, characters, inputTokens: instructions + characters * 2 + beside, outputTokens: characters * 2 }
}
