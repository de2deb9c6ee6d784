import type { Engine, EngineRequest } from '../ports/engine.ts'

/**
 * An engine that answers exact matches of the memory itself, since people have confirmed them and they cost nothing, and
 * sends the rest to the other engine. Requests for repair go straight to it. It has the other engine's name; each reply
 * states its origin.
 */
export function memoryFirst(memory: Engine, engine: Engine): Engine {
  return {
    name: engine.name,
    version: engine.version,
    repairs: engine.repairs,
    async *translate(requests, signal) {
      const rest = new Map<string, EngineRequest>(requests.map((request) => [request.id, request]))
      const remembered = requests.filter(({ repair }) => repair === undefined)
      for await (const reply of memory.translate(remembered, signal)) {
        if ('target' in reply && reply.target !== undefined) {
          rest.delete(reply.id)
          yield reply
        }
      }
      if (rest.size > 0) yield* engine.translate([...rest.values()], signal)
    },
  }
}
