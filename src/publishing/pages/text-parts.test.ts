import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { ReleaseBlock, ReleaseRow } from '../../model/release.ts'
import { hasBlock } from '../assets/script/part-of.ts'
import { blockRanges } from './block-ranges.ts'
import { outlineOf } from './outline.ts'
import { partsOfText } from './text-parts.ts'

const stamp = { name: 'A', at: '2026-01-01T00:00:00.000Z' }

/** An outline of blocks, each a heading of a level or a paragraph (0), with so many sentences. */
function outline(blocks: readonly (readonly [level: number, sentences: number])[]) {
  const named = blocks.map(([level], i): ReleaseBlock => {
    const id = `b${i + 1}`
    return level === 0 ? { id, kind: 'paragraph' } : { id, kind: 'heading', level }
  })
  const rows = blocks.flatMap(([, sentences], i) =>
    Array.from({ length: sentences }, (_, at): ReleaseRow => {
      const block = `b${i + 1}`
      return {
        id: `${block}.s${at + 1}`,
        block,
        source: '字',
        target: 'word',
        after: '',
        translated: stamp,
        revised: stamp,
      }
    }),
  )
  return { rows, outline: outlineOf({ blocks: named, rows }) }
}

const blocks = fc.array(fc.tuple(fc.constantFrom(0, 0, 0, 0, 1, 2, 3), fc.integer({ min: 1, max: 6 })), {
  maxLength: 60,
})

test('law: every sentence is of the title or in exactly one part, in the order of the document', () => {
  fc.assert(
    fc.property(blocks, fc.integer({ min: 1, max: 40 }), (shape, limit) => {
      const { rows, outline: of } = outline(shape)
      const { all, of: partOf } = partsOfText(of, limit)
      const title = of.title.flatMap((passage) => passage.rows)
      const inSections = of.sections.flatMap(({ heading, passages }) =>
        [...heading, ...passages].flatMap(({ rows }) => rows),
      )
      if (all.length === 0) assert.ok(rows.length <= limit || inSections.length === 0)
      else assert.deepEqual([...title, ...all.flatMap((part) => part.rows)], rows)
      for (const part of all) {
        assert.deepEqual(
          part.rows,
          part.sections.flatMap(({ heading, passages }) => [...heading, ...passages].flatMap(({ rows }) => rows)),
        )
        for (const { id } of part.rows) assert.equal(partOf(id), part)
      }
      for (const { id } of title) assert.equal(partOf(id), undefined)
    }),
  )
})

test('law: a part is no longer than a page, unless one block or one run of headings is', () => {
  fc.assert(
    fc.property(blocks, fc.integer({ min: 1, max: 40 }), (shape, limit) => {
      const { all } = partsOfText(outline(shape).outline, limit)
      for (const { rows, sections } of all) {
        const passages = sections.flatMap(({ heading, passages }) => [heading.length, passages.length])
        const isOne = sections.length === 1 && (passages[1] ?? 0) <= 1
        assert.ok(rows.length <= limit || isOne, `${rows.length} of ${limit}`)
      }
    }),
  )
})

test('parts end before headings, and where a section is too long, between its blocks', () => {
  const shape = (blocks: readonly (readonly [number, number])[], limit: number) =>
    partsOfText(outline(blocks).outline, limit).all.map(
      ({ sections, continues }) =>
        `${continues.map(({ block }) => block.id)}>${sections.map(({ heading, passages }) => [...heading, ...passages].map(({ block }) => block.id).join(' ')).join(' | ')}`,
    )
  assert.deepEqual(
    shape(
      [
        [1, 1],
        [2, 1],
        [0, 4],
        [3, 1],
        [0, 3],
        [2, 1],
        [0, 5],
      ],
      10,
    ),
    ['>b2 b3 | b4 b5', '>b6 b7'],
  )
  assert.deepEqual(
    shape(
      [
        [1, 1],
        [2, 1],
        [0, 4],
        [0, 4],
        [0, 4],
      ],
      8,
    ),
    ['>b2 b3', 'b2>b4 b5'],
  )
  assert.deepEqual(
    shape(
      [
        [0, 4],
        [0, 4],
        [0, 4],
      ],
      12,
    ),
    [],
  )
})

test('law: the blocks of a part are told in short, and told apart from all others', () => {
  const id = fc.oneof(
    fc.integer({ min: 0, max: 40 }).map((number) => `b${number}`),
    fc.constantFrom('unit-1', 'unit-2', 'unit-03', '2-07', 'u1-2', 'x', 'h1', 'h2', '7', '8'),
  )
  fc.assert(
    fc.property(fc.array(id), fc.array(id), (inside, others) => {
      const ranges = blockRanges(inside.map((block) => ({ block })))
      for (const block of inside) assert.ok(hasBlock(ranges, block), `${block} in ${ranges}`)
      for (const block of others) assert.equal(hasBlock(ranges, block), inside.includes(block), `${block} in ${ranges}`)
    }),
  )
  assert.equal(blockRanges(['b1', 'b2', 'b2', 'b3', 'b7', 'u'].map((block) => ({ block }))), 'b1-3 b7-7 u')
})
