import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createIds } from './ids.ts'

test('ids of several draws and of several makers are all different', () => {
  const makers = [createIds(), createIds()]
  const ids = makers.flatMap((newId) => Array.from({ length: 2_000 }, newId))
  assert.equal(new Set(ids).size, 4_000)
  for (const id of ids) assert.match(id, /^[0-9a-z]{1,13}$/)
})
