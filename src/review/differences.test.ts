import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { differences, isRewritten } from './differences.ts'

const side = (parts: ReturnType<typeof differences>, without: 'added' | 'removed') =>
  parts
    .filter((part) => part.type !== without)
    .map((part) => part.text)
    .join('')

test('both texts can be read back from their differences', () => {
  const text = fc.array(
    fc.constantFrom('the ', 'city ', '40', ' billion', ' yuan', ', ', '。', '产业', '\n', '😀', "don't"),
  )
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [before, after] = [a.join(''), b.join('')]
      const parts = differences(before, after)
      assert.equal(side(parts, 'added'), before)
      assert.equal(side(parts, 'removed'), after)
    }),
  )
})

test('a phrase that changed is one change', () => {
  assert.deepEqual(differences('a double length system of chiefs', 'a dual leader system of chiefs'), [
    { type: 'same', text: 'a ' },
    { type: 'removed', text: 'double length' },
    { type: 'added', text: 'dual leader' },
    { type: 'same', text: ' system of chiefs' },
  ])
})

test('one figure in a long sentence is no rewriting; a new sentence is', () => {
  const sentence =
    'The output of the cluster is expected to pass 40 billion yuan by the end of the year, the office said.'
  assert.equal(isRewritten(differences(sentence, sentence.replace('40', '400'))), false)
  assert.equal(
    isRewritten(
      differences(sentence, 'Nobody could have foreseen how many households would take part in spring cleaning.'),
    ),
    true,
  )
})
