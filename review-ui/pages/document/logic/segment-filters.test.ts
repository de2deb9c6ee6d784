import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SegmentState } from '../../../../src/model/state.ts'
import { filters, isFound, passes } from './segment-filters.ts'

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
const passed = (more: Partial<SegmentState>, findings = 0, changed = false, errors = 0) =>
  filters.filter((filter) => passes(filter, { segment: segment(more), errors, findings, me: 'p1', changed }))

test('each filter shows what its name says', () => {
  assert.deepEqual(passed({}), ['all', 'open'])
  assert.deepEqual(passed({ state: 'reviewed' }), ['all'])
  assert.deepEqual(passed({ state: 'reviewed' }, 1), ['all', 'findings'])
  assert.deepEqual(passed({ state: 'reviewed' }, 1, false, 1), ['all', 'open', 'findings'])
  assert.deepEqual(passed({ state: 'translated', authors: ['p1'] }), ['all', 'open', 'mine'])
  assert.deepEqual(passed({ returned: { by: 'p2', at: '2026-01-01T00:00:00.000Z', reason: 'meaning' } }), [
    'all',
    'open',
    'returned',
  ])
  assert.deepEqual(passed({ state: 'final' }, 0, true), ['all', 'changed'])
})

test('a search finds both languages, whatever width, case or quotation marks', () => {
  for (const query of ['30亿', '３０亿元', 'BILLION', '"3 billion', '', '7']) {
    assert.ok(isFound(query, segment({}), 7), query)
  }
  assert.ok(!isFound('million', segment({}), 7))
})
