import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Code, type Inline, plain } from '../../src/model/inline.ts'
import { codesOf, fromEditable, plainOf, toEditable } from './editable.ts'

const open: Code = { type: 'open', id: '1', data: '**' }
const close: Code = { type: 'close', id: '1', data: '**' }
const alone: Code = { type: 'alone', id: '2', data: '<br>' }

test('a text with codes comes back as it was', () => {
  const inline: Inline = ['The ', open, 'new', close, ' plan', alone, 'starts']
  assert.equal(toEditable(inline), 'The ‹1›new‹/1› plan‹2/›starts')
  assert.deepEqual(fromEditable(toEditable(inline), codesOf(inline)), inline)
})

test('brackets that are no code of the sentence are text', () => {
  assert.deepEqual(fromEditable('a ‹9› b', [open]), ['a ‹9› b'])
  assert.deepEqual(fromEditable('a ‹1› b', []), ['a ‹1› b'])
  assert.deepEqual(fromEditable('', [open]), [])
})

test('no text is lost or made on the way, and offsets point at the same character', () => {
  const piece = fc.constantFrom('‹1›', '‹/1›', '‹2/›', '‹3›', 'plan', ' ', '‹', '›', '数')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
      const text = pieces.join('')
      const codes = [open, close, alone]
      assert.equal(toEditable(fromEditable(text, codes)), text)
      const read = plainOf(text, codes)
      assert.equal(read.text, plain(fromEditable(text, codes)))
      for (let offset = 0; offset < read.text.length; offset++) assert.equal(text[read.at(offset)], read.text[offset])
    }),
  )
})
