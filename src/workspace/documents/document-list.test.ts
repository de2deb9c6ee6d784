import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainSteps } from '../../model/office-steps.ts'
import type { Person } from '../../model/people.ts'
import { openPoints } from '../../review/gates.ts'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { openFor } from '../core/lookup.ts'
import { openWorkspace } from '../core/open.ts'
import { codeOf, given, openOffice, password, segmentOf, stateOf, textFile } from '../fixtures/office.ts'
import { signOff } from '../signing/sign-off.ts'
import { signOffSheet } from '../signing/sign-off-sheet.ts'
import { analyseWhole } from './analyse-now.ts'
import { listDocuments } from './document-list.ts'
import { importDocument } from './import.ts'
import { addComment, changeSegment } from './segments.ts'
import { changeShelf, deleteDocument } from './shelf.ts'

const heading = '政府工作报告'

async function begin() {
  const office = await openOffice(createMemoryDoors())
  const { workspace, translator } = office
  const importText = async (filename: string, rest: string) =>
    given(await importDocument(workspace, translator, textFile(`${heading}\n${rest}\n`, filename))).id
  const first = await importText('2025-baogao.txt', '修好道路30条。大家都说好。')
  const second = await importText('2026-baogao.txt', '桥修好了。')
  const listed = async (actor: Person, id: string) => {
    const { documents } = given(await listDocuments(workspace, actor))
    return documents.find((document) => document.id === id) ?? assert.fail()
  }
  const step = async (
    actor: Person,
    document: string,
    segment: string,
    command: 'translate' | 'revise',
    words = '',
  ) => {
    const { version: base } = await segmentOf(workspace, document, segment)
    const target = command === 'translate' ? { target: [words] } : {}
    return changeSegment(workspace, actor, { document, command: { type: command, segment, base, ...target } })
  }
  const change = (actor: Person, document: string, command: Parameters<typeof changeShelf>[2]['command']) =>
    changeShelf(workspace, actor, { document, command })
  return { ...office, first, second, listed, step, change }
}

test('documents of one title are told apart by file, name, English title and people', async () => {
  const { workspace, translator, reviser, approver, first, second, listed, step, change, hire } = await begin()
  given(await step(translator, first, 'b1.s1', 'translate', 'Report on the Work of the Government'))
  given(await step(reviser, first, 'b1.s1', 'revise'))
  given(await change(reviser, second, { type: 'rename-document', name: ' Delivered\n12 January 2026 ' }))
  const one = await listed(approver, first)
  assert.deepEqual(
    [one.title, one.filename, one.name, one.english, one.translators, one.revisers, one.importedBy],
    [
      heading,
      '2025-baogao.txt',
      '',
      'Report on the Work of the Government',
      [translator.name],
      [reviser.name],
      translator.name,
    ],
  )
  const other = await listed(approver, second)
  assert.deepEqual([other.title, other.name, other.english], [heading, 'Delivered 12 January 2026', ''])

  const terminologist = await hire('ting', 'terminologist')
  assert.equal(codeOf(await change(terminologist, first, { type: 'rename-document', name: 'x' })), 'role-missing')
  const tooLong = await change(reviser, first, { type: 'rename-document', name: 'x'.repeat(301) })
  assert.equal(codeOf(tooLong), 'text-too-long')
  given(await change(reviser, second, { type: 'label-document', labels: [' press\n2026', '两会', 'press 2026', ''] }))
  assert.deepEqual((await listed(approver, second)).labels, ['press 2026', '两会'])
  const many = await change(reviser, second, {
    type: 'label-document',
    labels: Array.from({ length: 21 }, (_, at) => `${at}`),
  })
  assert.equal(codeOf(many), 'labels-too-many')
  given(await change(reviser, second, { type: 'label-document', labels: [] }))
  given(await change(reviser, second, { type: 'rename-document', name: '' }))
  assert.equal((await listed(approver, second)).name, '')
  assert.equal((await stateOf(workspace, second)).document.title, heading)
})

test('a document in the archive stays as it is and comes back; both stand in its journal', async () => {
  const { world, translator, admin, first, listed, change } = await begin()
  const before = await listed(translator, first)
  given(await change(translator, first, { type: 'archive-document' }))
  assert.equal(given(await change(translator, first, { type: 'archive-document' })).entries.length, 0)
  assert.equal((await listed(admin, first)).archived?.by, translator.name)
  given(await change(admin, first, { type: 'restore-document' }))
  const { changedAt: _before, ...rest } = before
  const { changedAt: _after, ...restored } = await listed(translator, first)
  assert.deepEqual(restored, rest)
  const entries = await world.journals.read(`document/${first}`, 1)
  assert.deepEqual(
    entries.map(({ by, event }) => [by, event.type]),
    [
      [translator.id, 'document-archived'],
      [admin.id, 'document-restored'],
    ],
  )
})

test('a document that nobody signed is deleted for good: from the list, the memory and every route, not from the ledger', async () => {
  const office = await begin()
  const { workspace, world, translator, reviser, admin, first, second, step, change } = office
  given(await step(translator, second, 'b2.s1', 'translate', 'The bridge was repaired.'))
  const query = { source: '桥修好了。', limit: 1 }
  assert.equal((await workspace.recall.lookup([query]))[0]?.length, 1)
  assert.equal(codeOf(await deleteDocument(workspace, reviser, { document: second })), 'role-missing')
  given(await deleteDocument(workspace, admin, { document: second }))

  const { documents } = given(await listDocuments(workspace, admin))
  assert.deepEqual(
    documents.map(({ id }) => id),
    [first],
  )
  assert.deepEqual(await workspace.recall.lookup([query]), [[]])
  for (const refused of [
    await deleteDocument(workspace, admin, { document: second }),
    await change(reviser, second, { type: 'restore-document' }),
    await openFor(workspace, reviser, 'read', second),
  ]) {
    assert.equal(codeOf(refused), 'document-deleted')
  }
  // The same file is a new document, and no version of the one that is gone.
  const again = await importDocument(workspace, translator, textFile(`${heading}\n桥修好了。\n`, '2026-baogao.txt'))
  assert.notEqual(given(again).id, second)

  const later = await openWorkspace(world)
  assert.equal(given(await listDocuments(later, admin)).documents.length, 2)
  assert.deepEqual(await later.recall.lookup([query]), [[]])
  assert.equal((await world.journals.read(`document/${second}`, 0)).at(-1)?.event.type, 'document-deleted')
})

test('an open sentence is counted once everywhere, and waits for those who can settle it', async () => {
  const { workspace, translator, reviser, approver, first, listed, step } = await begin()
  given(await step(translator, first, 'b1.s1', 'translate', 'Report on the Work of the Government'))
  // Another figure than in the Chinese: two points on one sentence, for the translator and the reviser.
  given(await step(translator, first, 'b2.s1', 'translate', 'They repaired 90 roads.'))
  const state = await stateOf(workspace, first)
  const analysis = await analyseWhole(workspace, state)
  const asked = { singlePerson: false, steps: plainSteps, signed: false }
  const points = openPoints(state, analysis.findings.atOnce(), analysis.figures.atOnce(), asked)
  assert.equal(points.filter(({ segment }) => segment === 'b2.s1').length, 2)

  const one = await listed(translator, first)
  assert.deepEqual([one.open, one.turns, one.mine], [3, { translator: 2, reviser: 2 }, 2])
  assert.deepEqual([(await listed(reviser, first)).mine, (await listed(approver, first)).mine], [2, 0])
  const { refusal } = given(await signOffSheet(workspace, approver, { document: first }))
  assert.deepEqual([refusal?.code, refusal?.params.count], ['sign-off-open', '3'])

  // Nobody revises their own words: what the reviser translated waits for another.
  given(await step(reviser, first, 'b2.s2', 'translate', 'Everyone approves.'))
  assert.deepEqual([(await listed(reviser, first)).turns.reviser, (await listed(reviser, first)).mine], [3, 2])
})

test('a document with nothing open waits for whoever may sign it; naming it changes nothing of what is signed', async () => {
  const { workspace, translator, reviser, approver, admin, second, listed, step, change } = await begin()
  for (const [segment, words] of [
    ['b1.s1', 'Report on the Work of the Government'],
    ['b2.s1', 'The bridge was repaired.'],
  ] as const) {
    given(await step(translator, second, segment, 'translate', words))
    given(await step(reviser, second, segment, 'revise'))
  }
  assert.deepEqual([(await listed(approver, second)).toSign, (await listed(reviser, second)).toSign], [true, false])
  const { sequence } = given(await signOffSheet(workspace, approver, { document: second }))
  given(await change(translator, second, { type: 'rename-document', name: 'Fourth session' }))
  given(await signOff(workspace, approver, { document: second, sequence, password }))
  given(await change(translator, second, { type: 'archive-document' }))
  assert.equal(codeOf(await deleteDocument(workspace, admin, { document: second })), 'deletion-of-signed')
  const signed = await listed(approver, second)
  assert.deepEqual([signed.signOff, signed.toSign, signed.open, signed.approver], ['signed', false, 0, approver.name])
})

test('the list works out anew only what has changed', async () => {
  const { workspace, translator, first, second, listed, change } = await begin()
  const standingOf = async (id: string) => workspace.standings.get(id)
  await listed(translator, first)
  const [before, other] = [await standingOf(first), await standingOf(second)]
  given(await change(translator, first, { type: 'rename-document', name: 'Fourth session' }))
  await listed(translator, first)
  assert.ok(other !== undefined && other === (await standingOf(second)))
  const after = await standingOf(first)
  assert.ok(before !== undefined && after !== undefined && after.standing !== before.standing)
})

test('who is asked in a comment sees it until they answer', async () => {
  const { workspace, translator, approver, first, listed } = await begin()
  const ask = { document: first, segment: 'b2.s1', text: '@you: thirty?', mentions: [approver.id] }
  given(await addComment(workspace, translator, ask))
  const { asked } = await listed(approver, first)
  assert.deepEqual([asked?.count, asked?.by, asked?.text, asked?.segment], [1, translator.name, ask.text, 'b2.s1'])
  assert.equal((await listed(translator, first)).asked, null)
  given(await addComment(workspace, approver, { document: first, segment: 'b2.s1', text: 'Thirty.' }))
  assert.equal((await listed(approver, first)).asked, null)
})
