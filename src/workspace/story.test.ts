import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findingKey } from '../model/finding.ts'
import { inlineOf } from '../model/inline.ts'
import { certificateOf, faultsOf } from '../review/certificate.ts'
import { createMemoryDoors } from '../stores/in-memory/doors.ts'
import { openWorkspace } from './core/open.ts'
import { verifyLedger } from './core/verify.ts'
import { listDocuments } from './documents/document-list.ts'
import { listFindings, viewDocument } from './documents/documents.ts'
import { startDrafting } from './documents/drafting.ts'
import { importDocument } from './documents/import.ts'
import { importMemory } from './documents/memory.ts'
import { addComment, changeSegment, segmentHistory } from './documents/segments.ts'
import { codeOf, given, openOffice, password, segmentOf, textFile } from './fixtures/office.ts'
import { addTerm, changeTerm } from './glossary/terms.ts'
import { publish } from './releases/publish.ts'
import { allReleases, listReleases } from './releases/releases.ts'
import { signOff } from './signing/sign-off.ts'
import { signOffSheet } from './signing/sign-off-sheet.ts'

const text = '山村道路建设情况\n全年投入四亿元。新建道路七十公里。\n明年，我们将修好最后一段山村道路。\n'
const pairs = [
  ['山村道路建设情况', 'Building Mountain Roads'],
  ['全年投入四亿元。', 'The year saw 40 million yuan invested.'],
  ['新建道路七十公里。', 'Seventy kilometers of road were built.'],
  ['明年，我们将修好最后一段山村道路。', 'Next year we will mend the last stretch of village path.'],
] as const

function tmx(): string {
  const units = pairs
    .map(([zh, en]) => `<tu><tuv xml:lang="zh-CN"><seg>${zh}</seg></tuv><tuv xml:lang="en"><seg>${en}</seg></tuv></tu>`)
    .join('')
  return `<?xml version="1.0" encoding="UTF-8"?><tmx version="1.4"><header segtype="sentence"/><body>${units}</body></tmx>`
}

test('a Chinese report becomes signed, published English, and is put right in a second release', async () => {
  const office = await openOffice(createMemoryDoors())
  const { workspace, world, admin, translator, reviser, approver } = office
  const boss = await office.hire('boss', 'translator', 'reviser', 'approver')

  // Import, a term, a memory, a draft.
  const term = {
    source: ['山村道路'],
    renderings: [{ text: 'mountain road', status: 'preferred' as const }],
    status: 'approved' as const,
    domain: '',
    note: '',
    authority: 'Style sheet of names',
    authorityBody: 'Road Office',
    authorityDate: '2025',
    authorityPlace: 'No. 7 of 2025',
  }
  given(await addTerm(workspace, admin, { term }))
  given(await importMemory(workspace, translator, { filename: 'old.tmx', bytes: new TextEncoder().encode(tmx()) }))
  const { id: document, segments } = given(await importDocument(workspace, translator, textFile(text)))
  assert.equal(segments, 4)
  assert.equal(given(await startDrafting(workspace, translator, { document })).total, 4)
  await workspace.runs.get(document)?.ended
  assert.deepEqual(office.faults, [])
  assert.equal((await segmentOf(workspace, document, 'b2.s1')).draft?.origin.type, 'memory')

  const change = (actor: typeof boss, command: Parameters<typeof changeSegment>[2]['command']) =>
    changeSegment(workspace, actor, { document, command })
  const version = async (segment: string) => (await segmentOf(workspace, document, segment)).version
  const translate = async (actor: typeof boss, segment: string, words?: string) =>
    change(actor, {
      type: 'translate',
      segment,
      base: await version(segment),
      ...(words !== undefined && { target: inlineOf(words) }),
    })
  const revise = async (actor: typeof boss, segment: string) =>
    change(actor, { type: 'revise', segment, base: await version(segment) })

  // A wrong figure and a missing term block.
  for (const segment of ['b1.s1', 'b2.s1', 'b2.s2', 'b3.s1']) given(await translate(translator, segment))
  given(await revise(reviser, 'b2.s2'))
  assert.equal(codeOf(await revise(reviser, 'b2.s1')), 'segment-has-errors')
  assert.equal(codeOf(await revise(reviser, 'b3.s1')), 'segment-has-errors')
  const { findings } = given(await listFindings(workspace, reviser, { document }))
  const [listed] = given(await listDocuments(workspace, reviser)).documents
  assert.deepEqual([listed?.errors, listed?.states.translated, listed?.signOff], [2, 3, 'never'])
  assert.deepEqual(
    findings.filter(({ severity }) => severity === 'error').map(({ segment, code }) => [segment, code]),
    [
      ['b2.s1', 'quantity-changed'],
      ['b3.s1', 'term-missing'],
    ],
  )

  // One is mended, the other answered for by name. Whoever wrote may not judge.
  given(await translate(boss, 'b2.s1', 'The year saw 400 million yuan invested.'))
  assert.equal(codeOf(await revise(boss, 'b2.s1')), 'own-segment')
  given(await revise(reviser, 'b2.s1'))
  const missing = findingKey(findings.find(({ code }) => code === 'term-missing') ?? assert.fail())
  const waive = { type: 'waive', segment: 'b3.s1', finding: missing, reason: 'Here it is a path.' } as const
  given(await change(reviser, { ...waive, base: await version('b3.s1') }))
  given(await revise(reviser, 'b3.s1'))
  const early = given(await signOffSheet(workspace, approver, { document }))
  assert.deepEqual(early.open, [{ segment: 'b1.s1', reason: 'unreviewed' }])
  assert.equal(early.refusal?.code, 'sign-off-open')
  assert.equal(codeOf(await publish(workspace, approver, { document })), 'not-signed')
  given(await revise(reviser, 'b1.s1'))

  // Only a third person signs, and only what they read.
  const sheet = given(await signOffSheet(workspace, approver, { document }))
  assert.deepEqual(sheet.open, [])
  assert.equal(sheet.refusal, null)
  assert.deepEqual(
    sheet.waivers.map(({ name, reason }) => [name, reason]),
    [['Ren Jia', 'Here it is a path.']],
  )
  assert.deepEqual(sheet.people, [
    { name: 'Tan Yue', translated: 3, revised: 0 },
    { name: 'Ren Jia', translated: 0, revised: 4 },
    { name: 'boss', translated: 1, revised: 0 },
  ])
  assert.deepEqual(sheet.drafts, [{ origin: 'old.tmx', segments: 4 }])
  assert.deepEqual(
    sheet.terms.map(({ source, segments: where, missed }) => [source, where, missed]),
    [['山村道路', ['b1.s1', 'b3.s1'], 1]],
  )
  const { sequence } = sheet
  assert.equal(codeOf(await signOff(workspace, reviser, { document, sequence, password })), 'role-missing')
  assert.equal(codeOf(await signOff(workspace, boss, { document, sequence, password })), 'own-document')
  assert.equal(
    codeOf(await signOff(workspace, approver, { document, sequence: early.sequence, password })),
    'sign-off-changed',
  )
  assert.equal(codeOf(await signOff(workspace, approver, { document, sequence: 9999, password })), 'sign-off-changed')
  given(await addComment(workspace, boss, { document, segment: 'b1.s1', text: 'Fine title.' }))
  assert.equal(codeOf(await signOff(workspace, approver, { document, sequence, password })), 'sign-off-changed')
  const commented = { document, sequence: sequence + 1 }
  assert.equal(codeOf(await signOff(workspace, approver, { ...commented, password: 'not this one' })), 'wrong-password')
  given(await signOff(workspace, approver, { ...commented, password }))
  assert.equal(given(await viewDocument(workspace, approver, { document })).signOff, 'signed')

  // Published, once.
  const first = given(await publish(workspace, approver, { document }))
  assert.deepEqual([first.number, first.errata, first.title], [1, 0, 'Building Mountain Roads'])
  assert.equal(codeOf(await publish(workspace, approver, { document })), 'already-released')

  // An edit unsigns at once.
  const edit = { type: 'edit', segment: 'b2.s2', target: ['70 kilometers of road were built.'] } as const
  given(await change(translator, { ...edit, base: await version('b2.s2') }))
  const view = given(await viewDocument(workspace, approver, { document }))
  assert.deepEqual([view.signOff, view.staleness?.segments], ['stale', ['b2.s2']])
  assert.equal(codeOf(await publish(workspace, approver, { document })), 'not-signed')
  given(await translate(translator, 'b2.s2'))
  given(await revise(reviser, 'b2.s2'))
  const again = given(await signOffSheet(workspace, approver, { document }))
  given(await signOff(workspace, approver, { document, sequence: again.sequence, password }))
  const second = given(await publish(workspace, approver, { document }))
  assert.deepEqual([second.number, second.errata], [2, 1])

  // A term that occurs here changes: unsigned. One that does not: nothing.
  const other = { ...term, source: ['水渠'], renderings: [{ text: 'canal', status: 'preferred' as const }] }
  given(await addTerm(workspace, admin, { term: other }))
  assert.equal(given(await viewDocument(workspace, approver, { document })).signOff, 'signed')
  const [kept] = view.terms
  given(await changeTerm(workspace, admin, { id: kept?.id ?? '', base: 1, term: { ...term, note: 'In the hills.' } }))
  assert.deepEqual(given(await viewDocument(workspace, approver, { document })).staleness?.terms, [kept?.id])

  // What was published agrees with its certificate; the ledger is whole.
  const releases = await allReleases(workspace)
  assert.deepEqual(releases[1]?.errata, [
    {
      segment: 'b2.s2',
      change: 'target',
      before: 'Seventy kilometers of road were built.',
      after: '70 kilometers of road were built.',
    },
  ])
  for (const release of releases) {
    assert.deepEqual(faultsOf(certificateOf(release, world.digest), release, world), [])
    assert.deepEqual(
      release.waivers.map(({ code, name }) => [code, name]),
      [['term-missing', 'Ren Jia']],
    )
  }
  assert.deepEqual(
    given(await listReleases(workspace, translator)).releases.map(({ path }) => path),
    [`/published/d/${document}/v2/`, `/published/d/${document}/v1/`],
  )
  assert.deepEqual(await verifyLedger(world), [])

  // Another process finds the same.
  const reopened = openWorkspace(world)
  assert.deepEqual(
    given(await viewDocument(reopened, approver, { document })).state,
    given(await viewDocument(workspace, approver, { document })).state,
  )
  const [summary] = given(await listDocuments(reopened, approver)).documents
  assert.deepEqual([summary?.signOff, summary?.releases, summary?.states.final], ['stale', 2, 0])
  const history = given(await segmentHistory(reopened, reviser, { document, segment: 'b2.s2' }))
  assert.deepEqual(
    history.entries.map(({ event }) => event.type),
    [
      'segment-drafted',
      'segment-translated',
      'segment-revised',
      'segment-edited',
      'segment-translated',
      'segment-revised',
    ],
  )
})
