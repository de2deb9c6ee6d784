import assert from 'node:assert/strict'
import { test } from 'node:test'
import canonicalize from 'canonicalize'
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

test('law: what is written fast is what the library writes, or neither writes it', () => {
  const name = fc.oneof(fc.string(), fc.constantFrom('__proto__', '10', '9', 'a', '\ufb33', '😀', 'toJSON', '\ud800'))
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'medium', withCrossShrink: true },
      fc.oneof(
        fc.jsonValue({ maxDepth: 1 }),
        fc.double(),
        fc.constantFrom(undefined, -0, '\udc00', new Date(0), () => 1),
      ),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(name, tie('value'), { maxKeys: 5, noNullPrototype: false }),
    ),
  }))
  const outcome = (write: () => string | undefined) => {
    try {
      return write() ?? 'thrown'
    } catch {
      return 'thrown'
    }
  }
  fc.assert(
    fc.property(value, (any) => {
      assert.equal(
        outcome(() => canonicalJson(any)),
        outcome(() => canonicalize(any)),
      )
    }),
    { numRuns: 2000 },
  )
  const nested = (levels: number): unknown => (levels === 0 ? { b: 1, a: 2 } : { b: [nested(levels - 1)] })
  for (const levels of [0, 10, 30, 3000]) assert.equal(canonicalJson(nested(levels)), canonicalize(nested(levels)))
  const cycle: { self?: unknown } = {}
  cycle.self = cycle
  assert.throws(() => canonicalJson(cycle))
})
