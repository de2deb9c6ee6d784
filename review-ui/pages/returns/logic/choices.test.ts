import assert from 'node:assert/strict'
import { test } from 'node:test'
import { authorsOf, decisionsAtFirst, isChosenAtFirst, isTaken, type ReturnedChange, takingOf } from './choices.ts'
import { reportOf } from './report.ts'

const change = (segment: string, changes: Partial<ReturnedChange> = {}): ReturnedChange => ({
  type: 'edit',
  segment,
  version: 3,
  confirmed: false,
  authors: [],
  errors: [],
  state: 'translated',
  source: '渠。',
  went: 'Canal.',
  now: 'Canal.',
  target: 'The canal.',
  ...changes,
})
const error = { code: 'target-empty', params: {} } as const
const changes = [
  change('a', { authors: ['顾然'] }),
  change('b', { authors: ['WPS User', '顾然'] }),
  change('c'),
  change('d', { errors: [error] }),
  change('e', { type: 'conflict' }),
  change('f', { type: 'confirm' }),
]

test('names stand once, with what they did; edits of nobody and of oneself are one’s own', () => {
  const authors = authorsOf(changes)
  assert.deepEqual(authors, [
    { name: '顾然', edits: 2 },
    { name: 'WPS User', edits: 1 },
    { name: '', edits: 3 },
  ])
  assert.deepEqual([...decisionsAtFirst(authors, '顾然').values()], ['mine', null, 'mine'])
})

test('what both changed and what brings an error is not chosen; a choice is sent as far as it differs from that', () => {
  assert.deepEqual(
    changes.filter(isChosenAtFirst).map(({ segment }) => segment),
    ['a', 'b', 'c'],
  )
  const decisions = new Map(decisionsAtFirst(authorsOf(changes), '顾然')).set('WPS User', 'leave')
  const taken = (chosen: readonly string[]) => (change: ReturnedChange) => isTaken(change, new Set(chosen), decisions)
  assert.deepEqual(takingOf(changes, taken(['a', 'b', 'c'])), { over: '', leave: 'b@3' })
  assert.deepEqual(takingOf(changes, taken(['c', 'd', 'e'])), { over: 'd@3,e@3', leave: 'a@3,b@3' })
})

test('the report is a table that no spreadsheet takes for formulas', () => {
  const problem = {
    type: 'altered',
    segment: 'b1',
    source: '=1+1',
    target: 'a "b", c',
    others: [],
    faults: [],
    comments: [],
  } as const
  const look = { changes: [change('a')], problems: [problem] } as unknown as Parameters<typeof reportOf>[0]
  const words = { heads: ['Kind', 'No.', 'Id', 'Chinese', 'Here', 'File'], kind: (type: string) => type }
  assert.equal(
    reportOf(look, () => 7, words),
    '\ufeffKind,No.,Id,Chinese,Here,File\r\nedit,7,a,渠。,Canal.,The canal.\r\naltered,7,b1,\'=1+1,,"a ""b"", c"\r\n',
  )
})
