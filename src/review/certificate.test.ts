import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Release, ReleaseRow } from '../model/release.ts'
import { sha256 } from '../stores/conformance.ts'
import { certificateOf, faultsOf, wholeText } from './certificate.ts'
import { figuresHash } from './signoff.ts'

const stamp = { name: 'Ann', at: '2026-03-01T08:00:00.000Z' }
const row = (id: string, source: string, target: string, after = ''): ReleaseRow => ({
  id,
  block: id.slice(0, 2),
  source,
  target,
  after,
  translated: stamp,
  revised: stamp,
})
const rows = [
  row('b1.s1', '今年的安排', 'Plans for the year'),
  row('b2.s1', '全年投入四亿元。', 'It invests 400 million yuan.', ' '),
  row('b2.s2', '项目有七个。', 'There are seven projects.', '　'),
]
const release: Release = {
  document: 'd1',
  number: 1,
  at: stamp.at,
  by: 'Cat',
  title: { source: '今年的安排', target: 'Plans for the year' },
  source: { language: 'zh-CN', origin: { format: 'text', filename: 'a.txt', sha256: '' } },
  blocks: [
    { id: 'b1', kind: 'heading', level: 1 },
    { id: 'b2', kind: 'paragraph' },
  ],
  rows,
  terms: [],
  figures: [
    { segment: 'b2.s1', source: '四亿元', expected: '400 million yuan', target: '400 million yuan', verdict: 'same' },
  ],
  waivers: [],
  errata: [],
  signOff: {
    binding: {
      document: 'd1',
      segments: rows.map(({ id, source, target }) => ({ id, source: sha256(source), target: sha256(target) })),
      terms: [],
      figures: '',
      findings: '',
      checker: '1',
      head: 'h',
      people: 'p',
      singlePerson: false,
    },
    by: 'cat',
    name: 'Cat',
    at: stamp.at,
    key: 'k',
    signature: 'right',
  },
}
const bound: Release = {
  ...release,
  signOff: {
    ...release.signOff,
    binding: { ...release.signOff.binding, figures: figuresHash(release.figures, sha256) },
  },
}
const world = {
  digest: sha256,
  verifySignature: (_key: string, _text: string, signature: string) => signature === 'right',
}
const certificate = certificateOf(bound, sha256)
const faults = (page: { rows?: readonly ReleaseRow[]; figures?: Release['figures'] }) =>
  faultsOf(certificate, { rows, ...page }, world)

test('whole texts have a line a block, Chinese with its own spaces and English with one', () => {
  assert.equal(wholeText(rows, 'source'), '今年的安排\n全年投入四亿元。 项目有七个。')
  assert.equal(wholeText(rows, 'target'), 'Plans for the year\nIt invests 400 million yuan. There are seven projects.')
  assert.equal(wholeText([], 'source'), '')
})

test('a page that was not altered agrees with its certificate', () => {
  assert.deepEqual(faults({ figures: release.figures }), [])
  assert.ok(certificate.proves.length > 0 && certificate.provesNot.length > 0)
})

test('an altered sentence is named, in its language', () => {
  const altered = rows.map((one) => (one.id === 'b2.s1' ? { ...one, target: 'It invests 40 million yuan.' } : one))
  assert.deepEqual(faults({ rows: altered }), [
    { type: 'segment', segment: 'b2.s1', text: 'target' },
    { type: 'text', text: 'target' },
  ])
})

test('a sentence left out, added, shown twice or moved is found', () => {
  const [one, two, three] = rows as [ReleaseRow, ReleaseRow, ReleaseRow]
  const first = (page: readonly ReleaseRow[]) => faults({ rows: page })[0]
  assert.deepEqual(first([one, three]), { type: 'segment-missing', segment: 'b2.s1' })
  assert.deepEqual(first([...rows, row('b2.s9', '又。', 'Again.')]), { type: 'segment-added', segment: 'b2.s9' })
  assert.deepEqual(first([...rows, three]), { type: 'segment-added', segment: 'b2.s2' })
  assert.deepEqual(first([one, three, two]), { type: 'segment-moved', segment: 'b2.s1' })
})

test('a changed figure, a wrong signature and another document’s binding are found', () => {
  assert.deepEqual(faults({ figures: [] }), [{ type: 'figures' }])
  const forged = { ...certificate, signOff: { ...certificate.signOff, signature: 'wrong' } }
  assert.deepEqual(faultsOf(forged, { rows }, world), [{ type: 'signature' }])
  assert.deepEqual(faultsOf({ ...certificate, document: 'd2' }, { rows }, world), [{ type: 'document' }])
})
