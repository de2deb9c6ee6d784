import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { differenceOf } from './difference.ts'

test('what differs is told in whole words and whole characters', () => {
  assert.deepEqual(differenceOf('up 6.4 percent', 'up 6.5 percent'), {
    start: 'up ',
    before: '6.4',
    after: '6.5',
    end: ' percent',
  })
  assert.deepEqual(differenceOf('今年投入四亿元。', '今年投入五亿元。'), {
    start: '今年投入',
    before: '四',
    after: '五',
    end: '亿元。',
  })
  assert.deepEqual(differenceOf('', 'new'), { start: '', before: '', after: 'new', end: '' })
})

test('law: both texts come back from their parts', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '.', '1', '文', '字', '𠮷', '\n', '-') })
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { start, end, ...middle } = differenceOf(before, after)
      assert.equal(start + middle.before + end, before)
      assert.equal(start + middle.after + end, after)
    }),
  )
})
