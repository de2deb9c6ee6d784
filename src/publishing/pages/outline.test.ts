import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReleaseBlock, ReleaseRow } from '../../model/release.ts'
import { columnRatio, outlineOf } from './outline.ts'

const stamp = { name: 'A', at: '2026-01-01T00:00:00.000Z' }
const row = (block: string, source = '字', target = 'word'): ReleaseRow => ({
  id: `${block}.s1`,
  block,
  source,
  target,
  after: '',
  translated: stamp,
  revised: stamp,
})
const shape = (blocks: readonly Omit<ReleaseBlock, 'id'>[]) => {
  const named = blocks.map((block, i) => ({ ...block, id: `b${i + 1}` }))
  const { title, sections } = outlineOf({ blocks: named, rows: named.map(({ id }) => row(id)) })
  const ids = (passages: typeof title) => passages.map(({ block }) => block.id).join(' ')
  return [ids(title), ...sections.map(({ heading, level, passages }) => `${ids(heading)} (${level}) ${ids(passages)}`)]
}

test('lines of one level that follow one another are one heading, the first of them the title', () => {
  const heading = (level: number) => ({ kind: 'heading' as const, level })
  const text = { kind: 'paragraph' as const }
  assert.deepEqual(shape([heading(1), heading(1), text, heading(2), heading(2), text, text, heading(3), text]), [
    'b1 b2',
    ' (2) b3',
    'b4 b5 (2) b6 b7',
    'b8 (3) b9',
  ])
  assert.deepEqual(shape([text, heading(3), text]), ['', ' (2) b1', 'b2 (2) b3'])
  assert.deepEqual(shape([heading(1), heading(2), heading(3)]), ['b1', 'b2 (2) ', 'b3 (3) '])
  assert.deepEqual(shape([]), [''])
})

test('a block without sentences is not shown', () => {
  const { sections } = outlineOf({
    blocks: [
      { id: 'b1', kind: 'paragraph' },
      { id: 'b2', kind: 'quote' },
    ],
    rows: [row('b2')],
  })
  assert.deepEqual(
    sections[0]?.passages.map(({ block }) => block.id),
    ['b2'],
  )
})

test('the English column is as wide as its text needs, within limits', () => {
  assert.equal(columnRatio([]), 13)
  assert.equal(columnRatio([row('b1', '字'.repeat(10), 'x'.repeat(38))]), 15)
  assert.equal(columnRatio([row('b1', '字'.repeat(10), 'x'.repeat(10))]), 10)
  assert.equal(columnRatio([row('b1', '字', 'x'.repeat(100))]), 17)
})
