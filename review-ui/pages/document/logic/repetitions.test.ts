import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Repetitions, repetitionsOf } from './repetitions.ts'

const source = fc.constantFrom(['同。'], ['别。'], ['同。', { type: 'alone' as const, id: '1', data: '' }], ['三。'])

test('repetitions are mutual, in reading order, and of exactly the same source', () => {
  fc.assert(
    fc.property(fc.array(source, { maxLength: 12 }), (sources) => {
      const segments = sources.map((text, index) => ({ id: `b${index}`, source: text }))
      const repetitions: Repetitions = repetitionsOf(segments)
      for (const { id, source: own } of segments) {
        const same = segments.filter((other) => other.id !== id && JSON.stringify(other.source) === JSON.stringify(own))
        assert.deepEqual(
          repetitions.others(id),
          same.map((other) => other.id),
        )
        assert.equal(repetitions.times(id), same.length + 1)
      }
    }),
  )
})
