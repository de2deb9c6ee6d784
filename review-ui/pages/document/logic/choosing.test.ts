import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allOf, type Choice, extended, nothingChosen, rangesOf, toggled } from './choosing.ts'

const ids = ['a', 'b', 'c', 'd', 'e']
const list = ({ chosen }: Choice) => [...chosen].sort().join('')

test('a range grows and shrinks from where it began, and leaves alone what was chosen before', () => {
  const begun = toggled(toggled(nothingChosen, 'a'), 'c')
  const longer = extended(begun, ids, 'e')
  assert.equal(list(longer), 'acde')
  assert.equal(list(extended(longer, ids, 'd')), 'acd')
  assert.equal(list(extended(longer, ids, 'b')), 'abc')
})

test('one pressed again is no longer chosen, and a range begins at one that shows', () => {
  const one = toggled(nothingChosen, 'b')
  assert.equal(list(toggled(one, 'b')), '')
  assert.equal(list(extended(one, ['c', 'd', 'e'], 'd')), 'bd')
  assert.equal(list(extended(nothingChosen, ids, 'd')), 'd')
  assert.equal(list(allOf(ids)), 'abcde')
})

test('numbers beside each other are told as ranges', () => {
  assert.equal(rangesOf([1, 2, 3, 7, 9, 10]), '1–3, 7, 9–10')
  assert.equal(rangesOf([]), '')
})
