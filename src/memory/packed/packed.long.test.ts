import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { expectDefined } from '../../model/expect.ts'
import type { MemoryPair } from '../../model/match.ts'
import { packedBytes, packedInMemory, sourceOf } from './fixtures/in-memory.ts'
import { footerNumbers, headNumbers, sections } from './layout.ts'
import { lookUpPacked } from './lookup.ts'
import { numberAt, openPacked } from './open.ts'

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('\ud800', 'é', '字') }))

test('a pair comes back as it was, lone surrogates, long strings and absent neighbours included', () => {
  const pairs = fc.uniqueArray(
    fc.record(
      { source: text, target: text, before: text, after: text, unreviewed: fc.constant(true as const), origin: text },
      { requiredKeys: ['source', 'target', 'origin'], noNullPrototype: true },
    ),
    { selector: ({ source }) => source, maxLength: 8 },
  )
  fc.assert(
    fc.property(pairs, (all) => {
      const kept = all.filter(({ source, target }) => source !== '' && target !== '')
      const packed = packedInMemory(all)
      assert.equal(packed.size, kept.length)
      for (const place of kept.keys()) assert.deepEqual(packed.pairAt(place), kept[numberAt(packed, place)])
    }),
    { numRuns: 200 },
  )
  const long: MemoryPair = { source: '长'.repeat(2_000_000), target: 'x'.repeat(3_000_000), origin: 'test' }
  assert.deepEqual(packedInMemory([long]).pairAt(0), long)
})

test('the same pair is written once; a pair without source or target is not written', () => {
  const pair: MemoryPair = { source: '一', target: 'one', origin: 'test' }
  const packed = packedInMemory([
    pair,
    pair,
    { ...pair, target: '' },
    { ...pair, origin: 'other' },
    { ...pair, source: '' },
  ])
  assert.equal(packed.size, 2)
  assert.deepEqual(
    lookUpPacked(packed, '一').map((match) => match.pair.origin),
    ['other'],
  )
})

test('a file that is damaged, cut short or of another version is not opened', () => {
  const pairs = ['全市新建公园十二座。', '与此无关的一句话'].map((source) => ({
    source,
    target: source,
    origin: 'test',
  }))
  const bytes = packedBytes(pairs)
  assert.ok(openPacked(sourceOf(bytes)))
  for (let cut = 0; cut < bytes.length; cut += 5) assert.equal(openPacked(sourceOf(bytes.subarray(0, cut))), null)
  const footer = new Float64Array(bytes.slice(-8 * footerNumbers).buffer)
  // Strings are compared with their sums when they are read. Padding may change.
  for (let at = footer[headNumbers + 2 * sections.indexOf('pageSums')] as number; at < bytes.length; at += 8) {
    const damaged = bytes.slice()
    damaged[at] = (damaged[at] as number) ^ 1
    assert.equal(openPacked(sourceOf(damaged)), null, String(at))
  }
})

test('a string that is damaged is a fault when it is read, never other words', () => {
  const pairs = Array.from({ length: 60 }, (_, at): MemoryPair => {
    return { source: `句${at}`.repeat(9), target: `Words ${at} `.repeat(at), origin: 'test' }
  }).slice(1)
  const bytes = packedBytes(pairs)
  const whole = expectDefined(openPacked(sourceOf(bytes)), 'the memory')
  for (let at = 0; at < 9_000; at += 97) {
    const damaged = bytes.slice()
    damaged[at] = (damaged[at] as number) ^ 4
    const memory = expectDefined(openPacked(sourceOf(damaged)), 'the memory')
    let faults = 0
    for (let place = 0; place < memory.size; place++) {
      try {
        assert.deepEqual(memory.pairAt(place), whole.pairAt(place))
      } catch (fault) {
        assert.match(String(fault), /damaged/)
        faults++
      }
    }
    assert.ok(faults > 0, String(at))
  }
})

test('a memory of more texts than a block finds in each of them', () => {
  const pairs = Array.from({ length: 140_000 }, (_, at): MemoryPair => {
    const source = `${at.toString(7).replaceAll(/./g, (figure) => '甲乙丙丁戊己庚'[Number(figure)] as string)}号公园`
    return { source, target: String(at), origin: 'test' }
  })
  const packed = packedInMemory(pairs)
  for (let at = 0; at < pairs.length; at += 9_973) {
    assert.equal(lookUpPacked(packed, (pairs[at] as MemoryPair).source)[0]?.pair.target, String(at))
  }
})
