import assert from 'node:assert/strict'
import { test } from 'node:test'
import { headingStyleOf, inTitleCase } from './title-case.ts'

test('small words stay small, but not at the edges and after a colon', () => {
  assert.equal(
    inTitleCase('a report on water: the state of the rivers we live by'),
    'A Report on Water: The State of the Rivers We Live By',
  )
  assert.equal(inTitleCase('iPhone makers and the EU'), 'iPhone Makers and the EU')
})

test('a heading of few words or of names tells no style', () => {
  assert.equal(headingStyleOf('Tea From the Green Hills'), 'title')
  assert.equal(headingStyleOf('Tea from the green hills'), 'sentence')
  assert.equal(headingStyleOf('Mount Hua'), 'neither')
})
