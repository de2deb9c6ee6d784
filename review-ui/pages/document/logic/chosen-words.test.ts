import assert from 'node:assert/strict'
import { test } from 'node:test'
import { markersOf, toEditable } from '../../../text/editable.ts'
import { nothingChosen, stillChosen, wordsIn, wordsTyped } from './chosen-words.ts'

test('chosen words are without the spaces beside them, and spaces alone are none', () => {
  assert.deepEqual(wordsIn('one two three', 3, 8), { from: 4, to: 7, text: 'two' })
  assert.equal(wordsIn('one two', 3, 4), null)
  assert.equal(wordsIn('one', 1, 1), null)
})

test('words in the editor are found in the plain text, whatever codes stand before and in them', () => {
  const target = [
    'Plain ',
    { type: 'open' as const, id: '1', data: '<b>' },
    'bold',
    { type: 'close' as const, id: '1', data: '</b>' },
    ' end',
  ]
  const text = toEditable(target, target)
  const markers = markersOf(target, target)
  const from = text.indexOf('bold')
  assert.deepEqual(wordsTyped(text, markers, from, text.length), { from: 6, to: 14, text: 'bold end' })
  assert.deepEqual(wordsTyped(text, markers, text.indexOf('end'), text.length), { from: 11, to: 14, text: 'end' })
})

test('words that no longer stand in their place are not chosen any more', () => {
  const chosen = { source: { from: 0, to: 2, text: '年底' }, target: { from: 0, to: 3, text: 'Now' } }
  assert.deepEqual(stillChosen(chosen, ['年底完成'], 'Now done'), chosen)
  assert.deepEqual(stillChosen(chosen, ['年底完成'], 'Not done'), { ...chosen, target: null })
  assert.deepEqual(stillChosen(nothingChosen, [], ''), nothingChosen)
})
