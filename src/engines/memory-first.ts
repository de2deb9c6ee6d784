import type { Engine, EngineRequest } from '../ports/engine.ts'

/**
 * What the memory has exactly was settled by people, and costs nothing: only the rest goes to the other engine.
 * A request for repair goes straight there. The name is the other engine's; each reply says where it came from.
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
