import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { tokensOf } from './tokens.ts'
import { wordsOf } from './words.ts'

const shown = (text: string) => tokensOf(text).map(({ type, text }) => `${type} ${text}`)

test('letters begin a word, digits a number; an apostrophe inside belongs to both', () => {
  assert.deepEqual(shown('People’s H5N1 3D 1,000.5 1990’s don＇t “90s'), [
    'word People’s',
    'word H5N1',
    'number 3D',
    'number 1,000.5',
    'number 1990’s',
    'word don＇t',
    'mark “',
    'number 90s',
  ])
  assert.deepEqual(
    tokensOf('People’s don＇t').map(({ lower }) => lower),
    ["people's", "don't"],
  )
})

test('a gap is folded: quotation marks go, a hyphen and white space are one', () => {
  assert.deepEqual(
    wordsOf('“Nylon” City, Nylon-City Nylon\u00a0City (NC)').map(({ text, gap, afterSpace }) => [
      text,
      gap,
      afterSpace,
    ]),
    [
      ['Nylon', '', false],
      ['City', ' ', false],
      ['Nylon', ', ', false],
      ['City', ' ', false],
      ['Nylon', ' ', true],
      ['City', ' ', true],
      ['NC', ' (', false],
    ],
  )
})

const english = fc
  .array(fc.constantFrom('a', 'É', 'e\u0301', '9', '.', ',', "'", '’', '＇', ' ', '\u00a0', '-', '中', '😀', 'ʼ'))
  .map((parts) => parts.join(''))

test('tokens are in place, leave out white space alone, and words are the tokens without marks', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), english), (text) => {
      const tokens = tokensOf(text)
      let end = 0
      for (const { from, to, text: written, spaced } of tokens) {
        assert.equal(text.slice(from, to), written)
        assert.match(text.slice(end, from), /^\s*$/)
        assert.equal(spaced, from === 0 || from > end)
        end = to
      }
      assert.match(text.slice(end), /^\s*$/)
      assert.deepEqual(
        wordsOf(text).map(({ from, to }) => ({ from, to })),
        tokens.filter(({ type }) => type !== 'mark').map(({ from, to }) => ({ from, to })),
      )
    }),
  )
})
