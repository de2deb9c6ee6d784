import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { DocumentEvent, Entry } from '../../../../src/model/event.ts'
import { createEntryOrder } from './entry-order.ts'

// Only its place in the chain matters here.
const entryAt = (sequence: number) => ({ sequence }) as Entry<DocumentEvent>
const sequencesOf = (entries: readonly Entry<DocumentEvent>[]) => entries.map(({ sequence }) => sequence)

test('entries that come early wait for those before them, and are told of as a gap', () => {
  const order = createEntryOrder()
  assert.deepEqual(order.take([entryAt(9)], 7), [])
  assert.ok(order.hasGap())
  assert.deepEqual(sequencesOf(order.take([entryAt(8)], 7)), [8, 9])
  assert.ok(!order.hasGap())
})

test('what is known already is not given again, and what waits is forgotten with the gap', () => {
  const order = createEntryOrder()
  assert.deepEqual(order.take([entryAt(3), entryAt(7)], 7), [])
  order.take([entryAt(12)], 7)
  order.clear()
  assert.deepEqual(sequencesOf(order.take([entryAt(8), entryAt(9), entryAt(10), entryAt(11)], 7)), [8, 9, 10, 11])
})

test('law: in whatever order and however often entries come, each is given once and in the order of the chain', () => {
  const arrivals = fc
    .shuffledSubarray([1, 2, 3, 4, 5, 6, 7, 8], { minLength: 8 })
    .chain((all) => fc.tuple(fc.constant(all), fc.array(fc.constantFrom(...all))))
  fc.assert(
    fc.property(arrivals, ([all, again]) => {
      const order = createEntryOrder()
      const given: number[] = []
      for (const sequence of [...again, ...all]) {
        given.push(...sequencesOf(order.take([entryAt(sequence)], given.at(-1) ?? 0)))
      }
      assert.deepEqual(given, [1, 2, 3, 4, 5, 6, 7, 8])
    }),
  )
})
