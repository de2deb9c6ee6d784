import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonicalJson, canonicalSteps } from './canonical.ts'

function written(value: unknown): string {
  const work = canonicalSteps(value)
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
  }
}

test('what is written step by step is what is written at once', () => {
  const list = fc.array(fc.jsonValue(), { minLength: 101, maxLength: 120 })
  const value = fc.oneof(fc.jsonValue(), list, fc.record({ b: list, a: fc.jsonValue(), '\ufb33': list, '😀': list }))
  fc.assert(
    fc.property(value, (json) => {
      assert.equal(written(json), canonicalJson(json))
    }),
  )
  assert.equal(written({ b: undefined, a: {} }), canonicalJson({ b: undefined, a: {} }))
})

test('what JSON cannot hold is thrown in both ways', () => {
  for (const value of [Number.NaN, '\ud800', { a: Number.POSITIVE_INFINITY }, Array(200).fill('\udc00')]) {
    assert.throws(() => canonicalJson(value))
    assert.throws(() => written(value))
  }
})
