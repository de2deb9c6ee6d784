import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { atOnce, sortSteps } from './steps.ts'

test('a list sorted step by step is as it is at once, equals in their order, and no step is long', () => {
  const items = fc.array(fc.record({ key: fc.nat(50), at: fc.nat() }), { maxLength: 1500, size: 'max' })
  const byKey = (a: { readonly key: number }, b: { readonly key: number }) => a.key - b.key
  fc.assert(
    fc.property(items, (list) => {
      assert.deepEqual(atOnce(sortSteps(list, byKey)), list.toSorted(byKey))
    }),
    { numRuns: 50 },
  )
  let compared = 0
  let most = 0
  const many = Array.from({ length: 20_000 }, (_, at) => ({ key: (at * 7919) % 20_000 }))
  const steps = sortSteps(many, (a, b) => {
    compared += 1
    return byKey(a, b)
  })
  for (let step = steps.next(); step.done !== true; step = steps.next()) {
    most = Math.max(most, compared)
    compared = 0
  }
  assert.ok(most < 3000, String(most))
})
