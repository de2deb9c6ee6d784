import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createMemory } from '../memory/memory.ts'
import type { Engine } from '../ports/engine.ts'
import { engineConformance, knownTranslations, replies, requestFor } from './conformance.ts'
import { createMemoryEngine } from './memory-engine.ts'
import { memoryFirst } from './memory-first.ts'

const pairs = [...knownTranslations].map(([source, target]) => ({ source, target, origin: 'samples/x.tmx' }))
const [[first = '', firstTarget = ''] = [], [second = ''] = []] = [...knownTranslations]

engineConformance('memory before another engine', async () =>
  memoryFirst(createMemoryEngine(createMemory(pairs.slice(1))), createMemoryEngine(createMemory(pairs))),
)

test('only what the memory lacks goes to the engine, and every request for repair', async () => {
  const asked: string[] = []
  const service: Engine = {
    name: 'service',
    version: '1',
    repairs: true,
    async *translate(requests) {
      for (const { id } of requests) {
        asked.push(id)
        yield { id, target: 'By the service.', origin: { type: 'machine', engine: 'service', version: '1' } }
      }
    },
  }
  const engine = memoryFirst(createMemoryEngine(createMemory(pairs.slice(0, 1))), service)
  const answers = await replies(engine, [requestFor('s1', first), requestFor('s2', second)])
  assert.deepEqual(asked, ['s2'])
  assert.deepEqual(
    answers.map((reply) => 'target' in reply && reply.target),
    [firstTarget, 'By the service.'],
  )
  await replies(engine, [{ ...requestFor('s1', first), repair: { target: 'x', defects: ['y'] } }])
  assert.deepEqual(asked, ['s2', 's1'])
})
