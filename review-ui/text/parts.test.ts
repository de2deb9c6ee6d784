import assert from 'node:assert/strict'
import { test } from 'node:test'
import { partsOf } from './parts.ts'

test('a sentence is cut where the candidate stands in it', () => {
  const parts = (spans: readonly { from: number; to: number }[]) =>
    partsOf('海港与海港', spans).map(({ text, found }) => (found ? `[${text}]` : text))
  assert.deepEqual(parts([]), ['海港与海港'])
  assert.deepEqual(
    parts([
      { from: 0, to: 2 },
      { from: 3, to: 5 },
    ]),
    ['[海港]', '与', '[海港]'],
  )
  assert.deepEqual(
    parts([
      { from: 0, to: 3 },
      { from: 2, to: 4 },
    ]),
    ['[海港与]', '[海]', '港'],
    'one over another',
  )
})

test('a span inside another is marked with it, and every part says where it begins', () => {
  assert.deepEqual(
    partsOf('中国茶城。', [
      { from: 0, to: 4 },
      { from: 2, to: 4 },
    ]),
    [
      { from: 0, text: '中国茶城', found: true },
      { from: 4, text: '。', found: false },
    ],
  )
})
