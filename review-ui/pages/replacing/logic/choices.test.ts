import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReplaceInDocument, ReplaceInSegment } from '../../../../src/contract/views/replacing.ts'
import { refuse } from '../../../../src/model/refusal.ts'
import { choosing, chosenAtFirst, chosenOf, requestOf, rowsOf, tallyOf } from './choices.ts'
import { nothingWanted, queryOf, type Wanted, wantedIn } from './wanted.ts'

function segment(id: string, changes: Partial<ReplaceInSegment> = {}): ReplaceInSegment {
  return {
    id,
    number: 1,
    version: 2,
    state: 'translated',
    draft: false,
    source: '水网',
    sourcePlaces: [],
    target: 'grid',
    places: [{ from: 0, to: 4, with: 'net' }],
    coded: 0,
    blocked: null,
    falls: null,
    findings: [],
    ...changes,
  }
}

const places = [
  { from: 0, to: 4, with: 'net' },
  { from: 5, to: 9, with: 'net' },
]
const finding = { code: 'word-repeated', severity: 'warning', segment: 'b3', params: {} } as const
const documents: readonly ReplaceInDocument[] = [
  {
    id: 'd1',
    title: '水网',
    name: '',
    signed: 0,
    segments: [
      segment('b1', { places, falls: { what: 'reviewed', name: 'A', mine: false } }),
      segment('b2', { blocked: refuse('segment-code-inside') }),
      segment('b3', { findings: [finding] }),
    ],
  },
  {
    id: 'd2',
    title: '水',
    name: '',
    signed: 0,
    segments: [segment('b1', { falls: { what: 'final', name: 'B', mine: false } })],
  },
]
const rows = rowsOf({ documents })

test('everything is chosen at first but what cannot be changed and what brings a warning', () => {
  const chosen = chosenAtFirst(rows)
  assert.deepEqual([...chosen], ['d1 b1 0', 'd1 b1 1', 'd2 b1 0'])
  assert.deepEqual(tallyOf(rows, chosen), { places: 5, chosen: 3, sentences: 2, reviews: 1, unsigned: 1 })
})

test('single places are left out, and what is sent names those that stay', () => {
  const chosen = choosing(choosing(chosenAtFirst(rows), ['d1 b1 0'], false), ['d1 b3 0'], true)
  assert.deepEqual(
    rows.map((row) => chosenOf([row], chosen)),
    ['some', 'none', 'all', 'all'],
  )
  assert.deepEqual(requestOf(rows, chosen), [
    {
      document: 'd1',
      segments: [
        { segment: 'b1', version: 2, places: [1] },
        { segment: 'b3', version: 2, places: [0] },
      ],
    },
    { document: 'd2', segments: [{ segment: 'b1', version: 2, places: [0] }] },
  ])
})

test('whoever comes back by the address finds what they looked for', () => {
  const wanted: Wanted = {
    document: 'd1',
    find: 'a&b ',
    mode: 'expression',
    capitals: true,
    replacement: '$1=',
    chinese: '水网',
    states: ['final'],
    person: 'p1',
  }
  for (const one of [wanted, nothingWanted, { ...nothingWanted, states: [] }]) {
    assert.deepEqual(wantedIn(queryOf(one)), one)
  }
})
