import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { merge } from './merge.ts'

test('changes that do not touch are both kept', () => {
  assert.equal(
    merge(
      'The chain is worth 40 billion yuan in all.',
      'The chain is worth 400 billion yuan in all.',
      'The chain is worth 40 billion yuan in total.',
    ),
    'The chain is worth 400 billion yuan in total.',
  )
})

test('two changes to one word are for a person to choose from', () => {
  assert.equal(merge('worth 40 billion', 'worth 400 billion', 'worth 4,000 billion'), null)
  assert.equal(merge('', 'mine', 'theirs'), null)
})

test('who changed nothing loses nothing to the other', () => {
  const text = fc
    .array(fc.constantFrom('a ', 'b ', 'c', ' ', '数', '7'), { maxLength: 12 })
    .map((words) => words.join(''))
  fc.assert(
    fc.property(text, text, (base, changed) => {
      assert.equal(merge(base, changed, base), changed)
      assert.equal(merge(base, base, changed), changed)
      assert.equal(merge(base, changed, changed), changed)
    }),
  )
})
