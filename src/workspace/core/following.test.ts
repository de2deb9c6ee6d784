import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate as turn } from 'node:timers/promises'
import type { DocumentNews } from '../../contract/views/documents.ts'
import type { Person } from '../../model/people.ts'
import type { Journal } from '../../ports/journal.ts'
import { announcingJournal } from '../../stores/in-memory/announcing.ts'
import { createHub } from '../../stores/in-memory/coordination.ts'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { listDocuments } from '../documents/document-list.ts'
import { startDrafting } from '../documents/drafting.ts'
import { importDocument } from '../documents/import.ts'
import { runLock } from '../documents/runs-elsewhere.ts'
import { changeSegment } from '../documents/segments.ts'
import { codeOf, given, openOffice, segmentOf, textFile } from '../fixtures/office.ts'
import { changePerson } from '../people/people.ts'
import { openWorkspace, type Workspace } from './open.ts'

const text = '道路建设\n第一句话。第二句话。第三句话。\n'

/** Two servers of one workspace. `lose`: what the first appends is not told to the second. */
async function twoServers() {
  const hub = createHub()
  const doors = createMemoryDoors()
  const [first, second] = [hub.join(), hub.join()]
  let isLost = false
  const announcing = announcingJournal(doors.journals, hub, first)
  const journals: Journal = {
    ...doors.journals,
    append: (name, entries) => (isLost ? doors.journals : announcing).append(name, entries),
  }
  const office = await openOffice({ ...doors, journals, coordination: first })
  const other = openWorkspace({
    ...office.world,
    journals: announcingJournal(doors.journals, hub, second),
    coordination: second,
  })
  const lose = (lost: boolean) => {
    isLost = lost
  }
  return { ...office, other, hub, first, second, lose }
}

async function translate(workspace: Workspace, actor: Person, document: string, words: string, base = 0) {
  const command = { type: 'translate', segment: 'b2.s1', base, target: [words] } as const
  return changeSegment(workspace, actor, { document, command })
}

function deactivate(workspace: Workspace, admin: Person, { id, name, roles }: Person) {
  return changePerson(workspace, admin, { person: id, name, roles, active: false })
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1000; tries++) {
    if (await holds()) return
    await turn()
  }
  assert.fail('it never held')
}

test('what one server appends the others know and tell, also of a document that is new', async () => {
  const { workspace, other, translator, reviser } = await twoServers()
  assert.equal(given(await listDocuments(other, translator)).documents.length, 0)
  const { id: document } = given(await importDocument(workspace, translator, textFile(text)))
  await until(async () => given(await listDocuments(other, translator)).documents.length === 1)
  const news: DocumentNews[] = []
  other.news.subscribe(document, (one) => news.push(one))
  const { entries } = given(await translate(workspace, translator, document, 'The first.'))
  await until(() => news.length > 0)
  assert.deepEqual(news, [{ type: 'entries', entries }])
  const version = (await segmentOf(other, document, 'b2.s1')).version
  given(await changeSegment(other, reviser, { document, command: { type: 'revise', segment: 'b2.s1', base: version } }))
  await until(async () => (await segmentOf(workspace, document, 'b2.s1')).state === 'reviewed')
})

test('a memory has what was confirmed on another server, and no longer what was changed there', async () => {
  const { workspace, other, translator } = await twoServers()
  assert.equal(await other.recall.size(), 0)
  const { id: document } = given(await importDocument(workspace, translator, textFile(text)))
  await until(() => other.document(document).peek() !== undefined)
  given(await translate(workspace, translator, document, 'The first.'))
  await until(async () => (await other.recall.search('第一句话', 9))[0]?.target === 'The first.')
})

test('a decision that refuses is made on what is stored, also where no news came', async () => {
  const { workspace, other, translator, lose } = await twoServers()
  const { id: document } = given(await importDocument(workspace, translator, textFile(text)))
  await until(() => other.document(document).peek() !== undefined)
  lose(true)
  given(await translate(workspace, translator, document, 'The first.'))
  const { version } = await segmentOf(workspace, document, 'b2.s1')
  assert.notEqual((await segmentOf(other, document, 'b2.s1')).version, version)
  given(await translate(other, translator, document, 'The first sentence.', version))
})

test('where news were lost all is looked at', async () => {
  const { workspace, other, translator, admin, hub, first, lose } = await twoServers()
  const { id: document } = given(await importDocument(workspace, translator, textFile(text)))
  await until(() => other.document(document).peek() !== undefined)
  await other.people.read()
  lose(true)
  given(await translate(workspace, translator, document, 'The first.'))
  given(await deactivate(workspace, admin, translator))
  hub.spread({ type: 'gap' }, first)
  await until(async () => (await segmentOf(other, document, 'b2.s1')).state === 'translated')
  await until(() => other.people.peek()?.state.people.find(({ id }) => id === translator.id)?.active === false)
})

test('whoever is deactivated on one server may do nothing on the other', async () => {
  const { workspace, other, translator, admin } = await twoServers()
  await other.people.read()
  given(await deactivate(workspace, admin, translator))
  await until(async () => codeOf(await listDocuments(other, translator)) !== '')
})

test('a document that another server drafts is not drafted', async () => {
  const { workspace, second, translator } = await twoServers()
  const { id: document } = given(await importDocument(workspace, translator, textFile(text)))
  const hold = await second.hold(runLock(document))
  assert.equal(codeOf(await startDrafting(workspace, translator, { document })), 'draft-running')
  await hold?.release()
  given(await startDrafting(workspace, translator, { document }))
  await workspace.runs.get(document)?.ended
})
