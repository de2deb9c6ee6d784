import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hasLongList } from './long-lists.ts'

test('a long list is found wherever it stands', () => {
  assert.equal(hasLongList([1, 2, 3], 2), true)
  assert.equal(hasLongList({ a: [{ b: [1, 2, 3] }] }, 2), true)
  assert.equal(hasLongList({ a: [{ b: [1, 2] }, null, 'long', 3] }, 4), false)
  for (const value of [null, undefined, 'long', 5, {}, []]) assert.equal(hasLongList(value, 0), false)
})
