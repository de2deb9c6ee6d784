import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DocumentSummary } from '../../../../src/contract/views/documents.ts'
import type { Role } from '../../../../src/model/people.ts'
import {
  answersSearch,
  assigneesOf,
  groupsOf,
  isAssignedTo,
  labelsOf,
  reader,
  reasonOf,
  typedLabels,
} from './grouping.ts'

const fresh: DocumentSummary = {
  id: 'd1',
  title: '政府工作报告',
  english: '',
  name: '',
  labels: [],
  filename: '2026-baogao.docx',
  importedAt: '2026-03-01T08:00:00.000Z',
  importedBy: 'Tan Yue',
  segments: 4,
  states: { initial: 4, translated: 0, reviewed: 0, final: 0 },
  errors: 0,
  warnings: 0,
  signOff: 'never',
  signedAt: null,
  releases: 0,
  changedAt: '2026-03-01T08:00:00.000Z',
  open: 4,
  turns: { translator: 4, reviser: 0 },
  mine: 4,
  toSign: false,
  asked: null,
  drafts: { memory: 0, machine: 0, file: 0 },
  returned: null,
  translators: [],
  revisers: [],
  approver: null,
  archived: null,
  assignments: [],
}
const returned = { count: 2, by: 'Ren Jia', at: '2026-03-02T08:00:00.000Z', reason: 'See 41.' }

test('the first column says why a document is here, by what there is to do in it', () => {
  const reason = (changes: Partial<DocumentSummary>, ...roles: readonly Role[]) =>
    reasonOf({ ...fresh, ...changes }, { roles })
  assert.equal(reason({}, 'translator'), 'new')
  assert.equal(reason({ drafts: { memory: 3, machine: 0, file: 0 } }, 'translator'), 'confirm')
  assert.equal(reason({ returned }, 'translator'), 'returned')
  assert.equal(reason({ mine: 1, turns: { translator: 3, reviser: 1 } }, 'reviser'), 'revise')
  assert.equal(reason({ mine: 0 }, 'approver'), 'with-translator')
  assert.equal(reason({ mine: 0, turns: { translator: 0, reviser: 4 } }, 'translator'), 'with-reviser')
  const done = { mine: 0, open: 0, turns: { translator: 0, reviser: 0 } }
  assert.equal(reason(done, 'reviser'), 'with-approver')
  assert.equal(reason({ ...done, toSign: true }, 'approver'), 'sign')
  assert.equal(reason({ ...done, toSign: true, signOff: 'stale' }, 'approver'), 'sign-again')
  assert.equal(reason({ ...done, signOff: 'signed' }, 'approver'), 'unpublished')
  assert.equal(reason({ ...done, signOff: 'signed', releases: 2 }, 'approver'), 'published')
  assert.equal(reason({ archived: { by: 'Tan Yue', at: '2026-03-02T08:00:00.000Z' } }, 'translator'), 'archived')
})

test('each document stands in one part; what was sent back comes first, then what changed last', () => {
  const at = (id: string, changedAt: string, more: Partial<DocumentSummary> = {}) => ({
    ...fresh,
    id,
    changedAt,
    ...more,
  })
  const listed = groupsOf([
    at('old', '2026-03-01T08:00:00.000Z'),
    at('new', '2026-03-03T08:00:00.000Z'),
    at('back', '2026-02-01T08:00:00.000Z', { returned }),
    at('away', '2026-03-04T08:00:00.000Z', { archived: { by: 'Tan Yue', at: '2026-03-04T08:00:00.000Z' } }),
  ])
  assert.deepEqual(
    listed.mine.map(({ id }) => id),
    ['back', 'new', 'old'],
  )
  assert.deepEqual(
    listed.archive.map(({ id }) => id),
    ['away'],
  )
})

test('a search looks in titles, names, files and people, and all its words have to be there', () => {
  const document = {
    ...fresh,
    english: 'Report on the Work of the Government',
    translators: ['He Lan'],
    labels: ['两会 2026'],
  }
  for (const query of ['工作', '两会', 'BAOGAO', 'he lan', 'tan  report', '２０２６'])
    assert.ok(answersSearch(document, query), query)
  for (const query of ['供水', 'report ren']) assert.ok(!answersSearch(document, query), query)
})

test('a document is of whoever has something in it that is open; the reader also of what they stand in for', () => {
  const work = { id: 'a1', step: 'revise', person: 'p2', name: 'Ren Jia', standIn: 'An Ping', due: null } as const
  const open = { ...work, whole: true, total: 4, open: 4, mine: true, late: false }
  const given: DocumentSummary = { ...fresh, assignments: [open] }
  const done: DocumentSummary = { ...fresh, assignments: [{ ...open, open: 0 }] }
  for (const assignee of [reader, { person: 'p2' }]) {
    assert.deepEqual([isAssignedTo(given, assignee), isAssignedTo(done, assignee)], [true, false])
  }
  assert.equal(isAssignedTo(given, { person: 'p3' }), false)
  assert.deepEqual([...assigneesOf([given, done])], [['p2', 'Ren Jia']])
  assert.equal(assigneesOf([done]).size, 0)
})

test('labels are listed once, counted without what is put away, and typed with commas of either language', () => {
  const archived = { by: 'Tan Yue', at: '2026-03-02T08:00:00.000Z' }
  const documents = [
    { ...fresh, labels: ['press', 'budget'] },
    { ...fresh, labels: ['press'] },
    { ...fresh, labels: ['old', 'press'], archived },
  ]
  const counts = { budget: 1, old: 0, press: 2 }
  assert.deepEqual([...labelsOf(documents)], Object.entries(counts))
  assert.deepEqual(typedLabels(' 两会，press; budget 2026、, '), ['两会', 'press', 'budget 2026'])
})
