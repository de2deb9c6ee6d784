import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { countCodePoints } from '../../model/code-points.ts'
import { piecesOf, targetOf } from './pieces.ts'

const character = fc.constantFrom('青', '禾', '𠮷', '3', 'Q', ' ', '，', '、', '；', '：', '。', '\n')
const source = fc.array(character, { maxLength: 900 }).map((characters) => characters.join(''))

test('nothing of a segment is lost or moved, no piece is longer than the model reads, and a short line is one', () => {
  fc.assert(
    fc.property(source, (text) => {
      const lines = piecesOf(text)
      if (lines === null) return
      const written = text.split('\n')
      assert.equal(lines.length, written.length)
      for (const [at, pieces] of lines.entries()) {
        const line = written[at] ?? ''
        assert.equal(pieces.join(''), line.trim() === '' ? '' : line)
        assert.ok(pieces.every((piece) => countCodePoints(piece) <= 200))
        if (line.trim() !== '' && countCodePoints(line) <= 200) assert.equal(pieces.length, 1)
      }
    }),
  )
})

test('only a stretch of more than 200 characters without a mark cannot be parted', () => {
  fc.assert(
    fc.property(source, (text) => {
      const hasStretch = text.split(/[；;。！？：:，、\n]/u).some((part) => countCodePoints(part) >= 200)
      if (!hasStretch) assert.notEqual(piecesOf(text), null)
    }),
  )
  assert.equal(piecesOf('水'.repeat(201)), null)
})

test('a target has the lines of its source, and none where a piece has none', () => {
  assert.equal(targetOf([['A.', ' B. '], [], ['C.']]), 'A. B.\n\nC.')
  assert.equal(targetOf([['A.', ' '], ['C.']]), '')
  assert.equal(targetOf([[], []]), '')
})
