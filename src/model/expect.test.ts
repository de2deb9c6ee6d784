import assert from 'node:assert/strict'
import { test } from 'node:test'
import { expectDefined } from './expect.ts'

test('a value that is there comes back, an empty one too', () => {
  for (const value of [0, '', false, Number.NaN, 0n]) assert.ok(Object.is(expectDefined(value, 'a value'), value))
})

test('a missing value is a fault that names it', () => {
  for (const value of [undefined, null])
    assert.throws(() => expectDefined(value, 'the role of a block'), { message: 'missing: the role of a block' })
})
