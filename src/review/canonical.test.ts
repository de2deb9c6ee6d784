import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { atOnce } from '../model/steps.ts'
import { canonicalCopySteps, canonicalJson, canonicalSteps } from './canonical.ts'

const written = (value: unknown) => atOnce(canonicalSteps(value))

test('what is written step by step is what is written at once', () => {
  const list = fc.array(fc.jsonValue(), { minLength: 101, maxLength: 120 })
  const value = fc.oneof(fc.jsonValue(), list, fc.record({ b: list, a: fc.jsonValue(), '\ufb33': list, '😀': list }))
  fc.assert(
    fc.property(value, (json) => {
      assert.equal(written(json), canonicalJson(json))
      assert.equal(JSON.stringify(atOnce(canonicalCopySteps(json))), JSON.stringify(JSON.parse(canonicalJson(json))))
    }),
  )
  assert.equal(written({ b: undefined, a: {} }), canonicalJson({ b: undefined, a: {} }))
})

test('what JSON cannot hold is thrown in both ways', () => {
  for (const value of [Number.NaN, '\ud800', { a: Number.POSITIVE_INFINITY }, Array(200).fill('\udc00')]) {
    assert.throws(() => canonicalJson(value))
    assert.throws(() => written(value))
    assert.throws(() => atOnce(canonicalCopySteps(value)))
  }
})

test('a copy is what reading the written value gives, and shares nothing with it', () => {
  const value = JSON.parse('{"__proto__":{"a":1},"b":[{"c":1}]}')
  const copy = atOnce(canonicalCopySteps({ ...value, gone: undefined }))
  assert.equal(JSON.stringify(copy), canonicalJson(value))
  assert.equal(Object.getPrototypeOf(copy), Object.prototype)
  value.b[0].c = 2
  assert.equal(JSON.stringify(copy), '{"__proto__":{"a":1},"b":[{"c":1}]}')
})
