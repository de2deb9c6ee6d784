import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unitWords } from '../../language/chinese/measures.ts'
import { units } from './units.ts'

test('every unit that Chinese has a word for has a value, and every unit a word in Chinese', () => {
  assert.deepEqual([...unitWords.keys()].sort(), units.map(({ name }) => name).sort())
})
