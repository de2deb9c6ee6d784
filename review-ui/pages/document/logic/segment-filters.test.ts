import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SegmentState } from '../../../../src/model/state.ts'
import { type Filtered, filters, passes, searchFor } from './segment-filters.ts'

const segment = (more: Partial<SegmentState>): SegmentState => ({
  id: 'b1.s1',
  block: 'b1',
  source: ['全市投入３０亿元。'],
  target: ['The city has put in “3 billion yuan”.'],
  state: 'initial',
  version: 1,
  authors: [],
  waivers: [],
  comments: [],
  ...more,
})
const passed = (more: Partial<SegmentState>, state: Partial<Omit<Filtered, 'segment'>> = {}) => {
  const filtered = { segment: segment(more), concerns: 0, looks: 0, open: false, todo: false, changed: false, ...state }
  return filters.filter((filter) => passes(filter, filtered, 'p1'))
}

test('each filter shows what its name says', () => {
  assert.deepEqual(passed({}), ['all'])
  assert.deepEqual(passed({}, { open: true }), ['all', 'open'])
  assert.deepEqual(passed({}, { open: true, todo: true }), ['all', 'todo', 'open'])
  assert.deepEqual(passed({}, { concerns: 1 }), ['all', 'findings'])
  assert.deepEqual(passed({}, { looks: 1 }), ['all', 'look'])
  assert.deepEqual(passed({ authors: ['p1'] }), ['all', 'mine'])
  assert.deepEqual(passed({ returned: { by: 'p2', at: '2026-01-01T00:00:00.000Z', reason: 'meaning' } }), [
    'all',
    'returned',
  ])
  assert.deepEqual(passed({ state: 'final' }, { changed: true }), ['all', 'changed'])
})

test('a search finds both languages, whatever width, case or quotation marks', () => {
  for (const query of ['30亿', '３０亿元', 'BILLION', '"3 billion', '', '7']) {
    assert.ok(searchFor(query)(segment({}), 7), query)
  }
  assert.ok(!searchFor('million')(segment({}), 7))
})
