import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Block, isSegment } from '../model/document.ts'
import { compact, type Inline, plain } from '../model/inline.ts'
import { isRefusal } from '../model/refusal.ts'
import { joinSegments, splitSegment } from './resegment.ts'

const block: Block = {
  id: 'b1',
  kind: 'paragraph',
  parts: [
    { type: 'segment', id: 'b1.s1', source: ['山路修通了，车进来了。'] },
    { type: 'ignorable', source: ' ' },
    { type: 'segment', id: 'b1.s2', source: ['客人也来了。'] },
    { type: 'segment', id: 'b1.s3', source: ['大家都高兴。'] },
  ],
}

function made(result: ReturnType<typeof splitSegment>): Block {
  if (isRefusal(result)) throw new Error(result.code)
  return result
}

function textOf({ parts }: Block): Inline {
  return compact(parts.flatMap((part) => part.source))
}

test('a segment is split under new ids and the text stays', () => {
  const split = made(splitSegment(block, 'b1.s1', 6, ['b1.s4', 'b1.s5']))
  assert.deepEqual(
    split.parts.filter(isSegment).map(({ id, source }) => [id, plain(source)]),
    [
      ['b1.s4', '山路修通了，'],
      ['b1.s5', '车进来了。'],
      ['b1.s2', '客人也来了。'],
      ['b1.s3', '大家都高兴。'],
    ],
  )
  assert.deepEqual(textOf(split), textOf(block))
})

test('white space at the cut stands between the halves', () => {
  const spaced: Block = { ...block, parts: [{ type: 'segment', id: 'b1.s1', source: ['修好山路 迎来客人'] }] }
  for (const at of [4, 5]) {
    assert.deepEqual(made(splitSegment(spaced, 'b1.s1', at, ['a', 'b'])).parts, [
      { type: 'segment', id: 'a', source: ['修好山路'] },
      { type: 'ignorable', source: ' ' },
      { type: 'segment', id: 'b', source: ['迎来客人'] },
    ])
  }
})

test('neighbours are joined with the white space between them', () => {
  const joined = made(joinSegments(block, ['b1.s1', 'b1.s2'], 'b1.s4'))
  assert.deepEqual(joined.parts[0], { type: 'segment', id: 'b1.s4', source: ['山路修通了，车进来了。 客人也来了。'] })
  assert.deepEqual(textOf(joined), textOf(block))
})

test('what cannot be split or joined is refused', () => {
  const code = (result: ReturnType<typeof splitSegment>) => (isRefusal(result) ? result.code : 'done')
  for (const at of [0, -1, 11, 99, 2.5, Number.NaN]) {
    assert.equal(code(splitSegment(block, 'b1.s1', at, ['a', 'b'])), 'split-outside', String(at))
  }
  const rare: Block = { ...block, parts: [{ type: 'segment', id: 'b1.s1', source: ['𠮷祥'] }] }
  assert.equal(code(splitSegment(rare, 'b1.s1', 1, ['a', 'b'])), 'split-outside')
  assert.equal(code(splitSegment(block, 'b1.s9', 1, ['a', 'b'])), 'segment-unknown')
  assert.equal(code(joinSegments(block, ['b1.s1', 'b1.s3'], 'a')), 'join-not-neighbours')
  assert.equal(code(joinSegments(block, ['b1.s2', 'b1.s1'], 'a')), 'join-not-neighbours')
  assert.equal(code(joinSegments(block, ['b1.s2', 'b1.s2'], 'a')), 'join-not-neighbours')
  assert.equal(code(joinSegments(block, ['b1.s2', 'b9.s1'], 'a')), 'segment-unknown')
})

test('splitting keeps every string and code in order, and joining undoes it', () => {
  const part = fc.oneof(
    fc.stringMatching(/^[山水 。]{1,4}$/),
    fc.record({
      type: fc.constantFrom('open', 'close', 'alone'),
      id: fc.constantFrom('c1', 'c2'),
      data: fc.constant('*'),
    }),
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), fc.nat(30), (parts, at) => {
      const source = compact(parts as Inline)
      const whole: Block = { ...block, parts: [{ type: 'segment', id: 'b1.s1', source }] }
      const split = splitSegment(whole, 'b1.s1', at, ['a', 'b'])
      if (isRefusal(split)) return
      assert.equal(split.parts.filter(isSegment).length, 2)
      assert.deepEqual(textOf(split), source)
      assert.deepEqual(textOf(made(joinSegments(split, ['a', 'b'], 'c'))), source)
    }),
    { numRuns: 1000 },
  )
})
