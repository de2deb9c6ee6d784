import type { Engine, EngineTarget } from '../ports/engine.ts'
import type { ExactOffers } from '../ports/memory-host.ts'

const nothing = { requests: 0, characters: 0, inputTokens: 0, outputTokens: 0 }

/**
 * The engine that is always available: it answers with the memory's translation of exactly the same text, in context or
 * not. A similar text is offered to people but never becomes a draft; without an exact match the engine has none.
 */
export function createMemoryEngine(exact: ExactOffers): Engine {
  return {
    name: 'memory',
    version: '1',
    limits: { items: 100, codePoints: Number.MAX_SAFE_INTEGER, longest: Number.MAX_SAFE_INTEGER, concurrency: 1 },
    repairs: false,
    examples: 0,
    prepare: async () => ['memory'],
    expect: () => nothing,
    async call({ requests }, signal) {
      signal.throwIfAborted()
      const offers = await exact(requests.map(({ source, before, after }) => ({ source, before, after })))
      signal.throwIfAborted()
      const targets = new Map<string, EngineTarget>()
      for (const [at, { id }] of requests.entries()) {
        const match = offers[at]
        if (!match) continue
        const { target, origin } = match.pair
        targets.set(id, { target, origin: { type: 'memory', match: match.type, score: match.score, source: origin } })
      }
      return { type: 'answered', targets, usage: nothing }
    },
  }
}
