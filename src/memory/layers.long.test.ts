import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Match, MemoryPair } from '../model/match.ts'
import { changeLayer, createLayer, lookUpExactInLayers, lookUpLayers, searchLayers, sizeOfLayer } from './layers.ts'
import { createMemory } from './memory.ts'
import { packedInMemory } from './packed/fixtures/in-memory.ts'
import { plainStanding } from './standing.ts'

const source = fc.string({ unit: fc.constantFrom('一', '二', '三', '，', '1', ' ', '\u200b'), maxLength: 9 })
const neighbour = fc.constantFrom('', '甲')
const somePair = fc.record(
  {
    source,
    target: fc.constantFrom('x', 'y', 'z'),
    before: neighbour,
    after: neighbour,
    unreviewed: fc.constant(true as const),
    origin: fc.constantFrom('p', 'q'),
  },
  { requiredKeys: ['source', 'target', 'origin'], noNullPrototype: true },
)
const pairs = fc.array(somePair, { maxLength: 25 })
const options = fc.record(
  { before: neighbour, after: neighbour, limit: fc.nat(6), threshold: fc.nat(100) },
  { requiredKeys: [] },
)
const change = fc.record({
  added: fc.array(somePair, { maxLength: 6 }),
  removed: fc.array(fc.nat(60), { maxLength: 5 }),
})

function finished<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

test('a layer that was packed and has changed since finds what a memory finds that has changed in the same way', () => {
  fc.assert(
    fc.property(pairs, fc.array(change, { maxLength: 4 }), source, options, (all, changes, wanted, asked) => {
      const memory = createMemory(all)
      const layer = createLayer(packedInMemory(all), plainStanding)
      const held = [...all]
      for (const { added, removed } of changes) {
        const lost = removed.flatMap((at) => held[at] ?? [])
        memory.remove(lost)
        memory.add(added)
        changeLayer(layer, { removed: lost, added })
        held.push(...added)
      }
      assert.deepEqual(lookUpLayers([layer], wanted, asked), memory.lookup(wanted, asked))
      assert.deepEqual(lookUpExactInLayers([layer], wanted, asked), memory.exact(wanted, asked))
      assert.deepEqual(finished(searchLayers([layer], wanted, 4)), memory.search(wanted, 4))
      assert.equal(sizeOfLayer(layer), memory.size)
    }),
    { numRuns: 200 },
  )
})

test('of several layers, each packed or not, the later ones are the newer', () => {
  const named = (all: readonly MemoryPair[], name: string) => all.map((pair) => ({ ...pair, origin: name }))
  fc.assert(
    fc.property(pairs, pairs, pairs, source, options, (first, second, third, wanted, asked) => {
      const [a, b, c] = [named(first, 'a'), named(second, 'b'), named(third, 'c')]
      const memory = createMemory([...a, ...b, ...c])
      const layers = [a, b, c].map((all, rank) => {
        const layer = createLayer(rank === 1 ? null : packedInMemory(all), { penalty: 0, rank })
        if (rank === 1) changeLayer(layer, { removed: [], added: all })
        return layer
      })
      assert.deepEqual(lookUpLayers(layers, wanted, asked), memory.lookup(wanted, asked))
      assert.deepEqual(lookUpExactInLayers(layers, wanted, asked), memory.exact(wanted, asked))
      assert.deepEqual(finished(searchLayers(layers, wanted, 4)), memory.search(wanted, 4))
    }),
    { numRuns: 200 },
  )
})

test('a penalty lowers every score of a layer, and takes the layer out of account below the threshold', () => {
  fc.assert(
    fc.property(pairs, fc.nat(30), source, fc.boolean(), (all, penalty, wanted, packed) => {
      const layer = createLayer(packed ? packedInMemory(all) : null, { penalty, rank: 0 })
      if (!packed) changeLayer(layer, { removed: [], added: all })
      const lowered = (matches: readonly Match[]) =>
        matches.map((match) => ({ ...match, score: match.score - penalty }))
      const plain = createMemory(all).lookup(wanted, { threshold: 70 })
      assert.deepEqual(lookUpLayers([layer], wanted, { threshold: 70 - penalty }), lowered(plain))
      const strict = lookUpLayers([layer], wanted, { threshold: 70 })
      assert.deepEqual(
        strict,
        lowered(plain).filter(({ score }) => score >= 70),
      )
    }),
    { numRuns: 200 },
  )
})
