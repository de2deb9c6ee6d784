import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Person } from '../../model/people.ts'
import { isRefusal } from '../../model/refusal.ts'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { changeSettings } from '../core/settings.ts'
import { codeOf, given, openOffice, password, stateOf, textFile } from '../fixtures/office.ts'
import { signOff } from '../signing/sign-off.ts'
import { signOffSheet } from '../signing/sign-off-sheet.ts'
import { askRevisions, assignWork } from './assign.ts'
import { listDocuments } from './document-list.ts'
import { viewDocument } from './documents.ts'
import { importDocument } from './import.ts'
import { changeMany } from './many.ts'
import { lookAtReplacement } from './replace-look.ts'
import { changeSegment } from './segments.ts'

const free = { translate: false, revise: false, sign: false }
const texts = { 'b1.s1': 'Roads', 'b2.s1': 'The roads were built.' }
const ids = ['b1.s1', 'b2.s1']

async function openRoads() {
  const office = await openOffice(createMemoryDoors())
  const { workspace, translator } = office
  const { id: document } = given(await importDocument(workspace, translator, textFile('道路\n修了路。\n')))
  const seen = async () => {
    const { segments } = await stateOf(workspace, document)
    return ids.map((segment) => ({ segment, base: segments.get(segment)?.version ?? 0 }))
  }
  const listed = async (who: Person) => {
    const { documents } = given(await listDocuments(workspace, who))
    return documents.find(({ id }) => id === document) ?? assert.fail('not listed')
  }
  const many = async (who: Person, act: 'approve' | 'translate') =>
    given(await changeMany(workspace, who, { document, act, segments: await seen() }))
  return { ...office, document, listed, many }
}

test('two revise where the office says so: it waits for the second, who is named, and then for the signature', async () => {
  const { workspace, document, admin, translator, reviser, approver, hire, listed, many } = await openRoads()
  const second = await hire('second', 'reviser')
  given(await changeSettings(workspace, admin, { steps: { revisions: 2, assignedOnly: free } }))
  for (const [segment, text] of Object.entries(texts)) {
    const command = { type: 'translate', segment, base: 0, target: [text] } as const
    given(await changeSegment(workspace, translator, { document, command }))
  }
  assert.deepEqual((await many(reviser, 'approve')).done, ids)
  assert.deepEqual([(await listed(reviser)).mine, (await listed(second)).mine, (await listed(second)).open], [0, 2, 2])
  const refused = (await many(reviser, 'approve')).refused.map(({ refusal }) => refusal.code)
  assert.deepEqual(refused, ['own-revision', 'own-revision'])
  const sheet = async () => given(await signOffSheet(workspace, approver, { document }))
  assert.deepEqual((await sheet()).open[0], {
    segment: 'b1.s1',
    reason: 'revision-due',
    params: { has: '1', needs: '2' },
  })
  assert.deepEqual((await many(second, 'approve')).done, ids)
  const revised = (await sheet()).people.filter((one) => one.revised > 0)
  assert.deepEqual(
    revised.map(({ name, revised: count }) => [name, count]),
    [
      [reviser.name, 2],
      [second.name, 2],
    ],
  )
  assert.deepEqual((await listed(approver)).revisers, [reviser.name, second.name])
  const { sequence } = await stateOf(workspace, document)
  given(await signOff(workspace, approver, { document, sequence, password }))
  // What is asked later neither unsigns it nor makes it wait for anybody.
  given(await askRevisions(workspace, reviser, { document, revisions: 3 }))
  const { signOff: status, open, mine } = await listed(second)
  assert.deepEqual([status, open, mine], ['signed', 0, 0])
  assert.equal(codeOf(await askRevisions(workspace, translator, { document, revisions: 2 })), 'role-missing')
})

test('work that is given waits for nobody else, and nobody else does it at once, by replacing or by the API', async () => {
  const { workspace, document, admin, translator, reviser, hire, listed, many } = await openRoads()
  const other = await hire('other', 'translator')
  given(await changeSettings(workspace, admin, { steps: { revisions: 1, assignedOnly: { ...free, translate: true } } }))
  const command = { type: 'translate', segment: 'b2.s1', base: 0, target: ['Old roads.'] } as const
  const answer = await changeSegment(workspace, other, { document, command })
  assert.equal(codeOf(answer), 'work-of-nobody')
  const work = { document, step: 'translate', person: translator.id, due: null } as const
  assert.equal(codeOf(await assignWork(workspace, translator, work)), 'assignee-self')
  given(await assignWork(workspace, reviser, { ...work, segments: ['b2.s1'] }))
  assert.deepEqual([(await listed(translator)).mine, (await listed(other)).mine], [1, 0])
  given(await changeSegment(workspace, translator, { document, command }))
  const refused = await changeSegment(workspace, other, { document, command: { ...command, target: ['Other.'] } })
  assert.ok(isRefusal(refused))
  assert.deepEqual([refused.code, refused.params], ['work-of-others', { step: 'translate', names: translator.name }])
  assert.deepEqual((await many(other, 'translate')).done, [])
  const search = { find: 'Old', mode: 'plain', capitals: true, replacement: 'New' } as const
  const wanted = { search, chinese: '', states: ['translated'], document } as const
  const view = given(await lookAtReplacement(workspace, other, wanted))
  assert.deepEqual(
    view.documents.flatMap(({ segments }) => segments.map(({ blocked }) => blocked?.code)),
    ['work-of-others'],
  )
  const { office } = given(await viewDocument(workspace, other, { document }))
  assert.equal(office.steps.assignedOnly.translate, true)
  assert.match(office.today, /^\d{4}-\d\d-\d\d$/)
})
