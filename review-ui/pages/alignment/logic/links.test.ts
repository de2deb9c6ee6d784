import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { confidenceOf, confirmed, countsOf, joined, type Links, linksOf, moved, split, unlinked } from './links.ts'

const shape = fc.constantFrom([1, 1], [1, 1], [2, 1], [1, 2], [1, 0], [0, 1], [3, 2])
const alignment = fc.array(shape, { minLength: 1, maxLength: 8 }).map((shapes): Links => {
  let [zh, en] = [0, 0]
  return linksOf(
    shapes.map(([zhs = 0, ens = 0]) => ({
      zh: Array.from({ length: zhs }, () => zh++),
      en: Array.from({ length: ens }, () => en++),
      score: 0.5,
      reasons: [],
    })),
  )
})
const edit = fc.record({
  what: fc.constantFrom('confirm', 'join', 'split', 'unlink', 'move'),
  at: fc.nat(9),
  side: fc.constantFrom('zh' as const, 'en' as const),
  index: fc.nat(3),
  by: fc.constantFrom(1 as const, -1 as const),
})

function places(links: Links, side: 'zh' | 'en'): readonly number[] {
  return links.flatMap((link) => link[side])
}

test('whatever is mended, every sentence stays in exactly one link, in order, and no link is empty', () => {
  fc.assert(
    fc.property(alignment, fc.array(edit, { maxLength: 12 }), (first, edits) => {
      let links = first
      for (const { what, at, side, index, by } of edits) {
        if (what === 'confirm') links = confirmed(links, at)
        if (what === 'join') links = joined(links, at)
        if (what === 'split') links = split(links, at)
        if (what === 'unlink') links = unlinked(links, at)
        if (what === 'move') links = moved(links, at, side, index, by)
        assert.deepEqual(places(links, 'zh'), places(first, 'zh'))
        assert.deepEqual(places(links, 'en'), places(first, 'en'))
        assert.ok(links.every(({ zh, en }) => zh.length + en.length > 0))
      }
    }),
  )
})

test('a split and a join undo each other, and so do two moves', () => {
  const links = linksOf([
    { zh: [0, 1], en: [0, 1], score: 0.5, reasons: [] },
    { zh: [2], en: [2], score: 0.9, reasons: ['figures', 'terms'] },
  ])
  const shapes = (of: Links) => of.map(({ zh, en }) => [zh, en])
  assert.deepEqual(shapes(joined(split(links, 0), 0)), shapes(links))
  assert.deepEqual(shapes(moved(moved(links, 0, 'zh', 1, 1), 1, 'zh', 0, -1)), shapes(links))
})

test('the line says what ties a link, and doubtful links, figures that differ and lone sides stay out', () => {
  const links = linksOf([
    { zh: [0], en: [0], score: 0.99, reasons: ['figures', 'terms', 'length'] },
    { zh: [1], en: [1], score: 0.95, reasons: ['words', 'length'] },
    { zh: [2], en: [2], score: 0.4, reasons: ['length'] },
    { zh: [3], en: [3], score: 0.95, reasons: ['figures-differ', 'terms'] },
    { zh: [4], en: [], score: 0, reasons: [] },
  ])
  assert.deepEqual(links.map(confidenceOf), ['sure', 'likely', 'doubtful', 'doubtful', 'alone'])
  const differs = ({ zh }: Links[number]) => zh[0] === 3
  const mended = confirmed(confirmed(links, 2), 3)
  assert.deepEqual(mended.map(confidenceOf), ['sure', 'likely', 'hand', 'hand', 'alone'])
  assert.deepEqual(countsOf(mended, differs), { doubtful: 0, alone: 1, hand: 2, ready: 3 })
})
