import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { splitEnglish } from './english.ts'

const fixtures = readFileSync(new URL('fixtures/english/sentences.jsonl', import.meta.url), 'utf8')

for (const line of fixtures.trim().split('\n')) {
  const { text, segments } = JSON.parse(line)
  test(`english sentences: ${JSON.stringify(text)}`, () => {
    assert.deepEqual(
      splitEnglish(text).flatMap((piece) => (piece.type === 'segment' ? [piece.text] : [])),
      segments,
    )
  })
}

const text = fc
  .array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom('. ', '.', '? ', '! ', '… ', 'Mr', 'U.S', 'etc', 'The', 'a', 'B', '3.5', '(', ')'),
      },
      { weight: 2, arbitrary: fc.constantFrom(' ', '\n', '\r\n', '\u2028', '\t', '“', '”', '"', '水') },
      { weight: 1, arbitrary: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) },
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''))

test('the pieces give the text back; segments are trimmed, and two ignorable pieces never meet', () => {
  fc.assert(
    fc.property(text, (drawn) => {
      const pieces = splitEnglish(drawn)
      assert.equal(pieces.map((piece) => piece.text).join(''), drawn)
      for (const [at, piece] of pieces.entries()) {
        assert.notEqual(piece.text, '')
        if (piece.type === 'segment') assert.equal(piece.text, piece.text.trim())
        else assert.notEqual(pieces[at + 1]?.type, 'ignorable')
      }
    }),
  )
})

test('a sentence split again stays whole', () => {
  fc.assert(
    fc.property(text, (drawn) => {
      for (const { type, text: sentence } of splitEnglish(drawn)) {
        if (type === 'segment' && !/[()]/.test(sentence))
          assert.equal(splitEnglish(sentence).length, 1, JSON.stringify(sentence))
      }
    }),
  )
})
