import type { Memory } from '../memory/memory.ts'
import type { Engine } from '../ports/engine.ts'

/**
 * The engine that is always there: what the translation memory has for the very same text, in context or not. A
 * similar text is an offer for people and never becomes a draft; where there is nothing it says so.
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
