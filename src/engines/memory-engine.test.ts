import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createMemory, exactOffers } from '../memory/memory.ts'
import { engineConformance, knownTranslations, replies, requestFor } from './conformance.ts'
import { createMemoryEngine } from './memory-engine.ts'

const pairs = [...knownTranslations].map(([source, target]) => ({ source, target, origin: 'samples/x.tmx' }))

engineConformance('memory engine', async () => createMemoryEngine(exactOffers(createMemory(pairs))))

test('the same words between the same neighbours go before the same words elsewhere', async () => {
  const memory = createMemory([
    { source: '好。', target: 'Good.', before: '甲。', after: '乙。', origin: 'document:d1' },
    { source: '好。', target: 'Fine.', origin: 'document:d2' },
  ])
  const engine = createMemoryEngine(exactOffers(memory))
  const here = { ...requestFor('s1', '好。'), before: '甲。', after: '乙。' }
  assert.deepEqual(await replies(engine, [here, requestFor('s2', '好。')]), [
    { id: 's1', target: 'Good.', origin: { type: 'memory', match: 'ice', score: 100, source: 'document:d1' } },
    { id: 's2', target: 'Fine.', origin: { type: 'memory', match: 'exact', score: 100, source: 'document:d2' } },
  ])
})

test('what is only similar, be it by the width of a mark, is no draft', async () => {
  const engine = createMemoryEngine(exactOffers(createMemory(pairs)))
  const similar = ['春天来啦。', '春天来了.', '春天来了。 ']
  const answers = await replies(
    engine,
    similar.map((source) => requestFor(source, source)),
  )
  assert.deepEqual(
    answers,
    similar.map((id) => ({ id })),
  )
})
