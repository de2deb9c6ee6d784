import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Code, type Inline, plain } from '../../src/model/inline.ts'
import { fromEditable, markersOf, toEditable, typedOf } from './editable.ts'

const open: Code = { type: 'open', id: '7', data: '**' }
const close: Code = { type: 'close', id: '7', data: '**' }
const alone: Code = { type: 'alone', id: '2', data: '<br>' }
const source: Inline = [open, '新', close, '计划', alone, '开始']

test('a text with codes comes back as it was, with the letters of the source', () => {
  const inline: Inline = ['The ', alone, 'plan is ', open, 'new', close]
  assert.equal(toEditable(inline, source), 'The ‹b/›plan is ‹a›new‹/a›')
  assert.deepEqual(fromEditable(toEditable(inline, source), markersOf(source, [])), inline)
})

test('a code that the source does not have keeps its id, and is read back from the target that has it', () => {
  const inline: Inline = [{ type: 'alone', id: 'a', data: '' }, 'Tea']
  assert.equal(toEditable(inline, source), '‹+a/›Tea')
  assert.deepEqual(fromEditable('‹+a/›Tea', markersOf(source, inline)), inline)
})

test('brackets that are no code of the sentence are text', () => {
  assert.deepEqual(fromEditable('a ‹c› b', markersOf(source, [])), ['a ‹c› b'])
  assert.deepEqual(fromEditable('a ‹a› b', markersOf([], [])), ['a ‹a› b'])
  assert.deepEqual(fromEditable('', markersOf(source, [])), [])
})

test('no text is lost or made on the way, and offsets point at the same character', () => {
  const piece = fc.constantFrom('‹a›', '‹/a›', '‹b/›', '‹c›', 'plan', ' ', '‹', '›', '数')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
      const text = pieces.join('')
      const markers = markersOf(source, [])
      assert.equal(toEditable(fromEditable(text, markers), source), text)
      const typed = typedOf(text, markers)
      assert.equal(typed.text, plain(typed.inline))
      for (let offset = 0; offset < typed.text.length; offset++) {
        assert.equal(text[typed.at(offset)], typed.text[offset])
      }
    }),
  )
})
