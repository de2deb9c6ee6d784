import type { Memory } from '../memory/memory.ts'
import type { Engine } from '../ports/engine.ts'

/**
 * The engine that is always available: it answers with the memory's translation of exactly the same text, in context or
 * not. A similar text is offered to people but never becomes a draft; without an exact match the engine has none.
 */
export function createMemoryEngine(memory: Memory): Engine {
  return {
    name: 'memory',
    version: '1',
    repairs: false,
    async *translate(requests, signal) {
      for (const { id, source, before, after } of requests) {
        if (signal.aborted) return
        const [match] = memory.lookup(source, { before, after, limit: 1, threshold: 100 })
        if (match === undefined || match.type === 'fuzzy') yield { id }
        else {
          const { target, origin } = match.pair
          yield { id, target, origin: { type: 'memory', match: match.type, score: match.score, source: origin } }
        }
      }
    },
  }
}
