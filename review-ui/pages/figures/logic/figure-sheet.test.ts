import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Figure, FigureVerdict } from '../../../../src/model/release.ts'
import { countOf, type Line, moved, passing, progressOf } from './figure-sheet.ts'

const figure = (verdict: FigureVerdict, isConfirmed: boolean): Figure => ({
  segment: 's',
  source: '四',
  expected: '4',
  target: '4',
  verdict,
  ...(isConfirmed && { confirmed: { name: 'Dan', at: '2026-03-01T08:00:00.000Z', how: 'checked' } }),
})
const line = (id: string, ...figures: readonly Figure[]): Line => ({
  id,
  number: 1,
  source: '',
  target: '',
  figures,
  refusal: null,
  own: false,
})
const lines = [
  line('a', figure('same', true), figure('carried-by-term', true)),
  line('b', figure('same', false)),
  line('c', figure('same', true), figure('differs', true)),
  line('d', figure('missing', false), figure('same', true)),
]
const ids = (of: readonly Line[]) => of.map(({ id }) => id).join('')

test('a filter shows the sentences it is about, with all their figures', () => {
  assert.equal(ids(passing(lines, 'all')), 'abcd')
  assert.equal(ids(passing(lines, 'open')), 'bd')
  assert.equal(ids(passing(lines, 'differs')), 'cd')
  assert.equal(passing(lines, 'differs')[0]?.figures.length, 2)
})

test('progress counts figures, not sentences', () => {
  assert.deepEqual(progressOf(lines), { total: 7, confirmed: 5 })
  assert.deepEqual(progressOf([]), { total: 0, confirmed: 0 })
  assert.deepEqual(
    (['all', 'open', 'differs'] as const).map((filter) => countOf(lines, filter)),
    [7, 2, 2],
  )
})

test('arrows stop at the ends', () => {
  const list = ['a', 'b', 'c']
  assert.equal(moved(list, 'a', 'ArrowDown'), 'b')
  assert.equal(moved(list, 'a', 'ArrowUp'), undefined)
  assert.equal(moved(list, 'c', 'ArrowDown'), undefined)
  assert.equal(moved(list, 'b', 'End'), 'c')
  assert.equal(moved(list, 'b', 'Home'), 'a')
  assert.equal(moved(list, null, 'ArrowDown'), 'a')
  assert.equal(moved(list, 'b', 'x'), undefined)
})
