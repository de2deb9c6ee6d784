import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { openWorkspace, type Workspace } from '../core/open.ts'
import { given, type Office, openOffice, textFile } from '../fixtures/office.ts'
import { listDocuments } from './document-list.ts'
import { snapshotVersion, takeUpDocuments, writeDocuments } from './document-snapshot.ts'
import { importDocument } from './import.ts'
import { changeSegment } from './segments.ts'

/** Two documents, one with an edit, a confirmation, a return and a comment. */
async function openWithWork(): Promise<Office & { readonly document: string }> {
  const office = await openOffice(createMemoryDoors())
  const { workspace, translator, reviser } = office
  const { id: document } = given(
    await importDocument(workspace, translator, textFile('山村道路\n道路已经通车。公园免费开放。\n')),
  )
  given(await importDocument(workspace, translator, textFile('第二份文件。\n')))
  const change = async (actor: typeof reviser, command: Parameters<typeof changeSegment>[2]['command']) =>
    given(await changeSegment(workspace, actor, { document, command }))
  await change(translator, { type: 'translate', segment: 'b1.s1', base: 0, target: ['Mountain Road'] })
  await change(translator, { type: 'edit', segment: 'b2.s1', base: 0, target: ['The road is open.'] })
  await change(translator, { type: 'translate', segment: 'b2.s2', base: 0, target: ['The park is free.'] })
  await change(reviser, { type: 'return', segment: 'b2.s2', base: 2, reason: 'free of charge' })
  return { ...office, document }
}

/** The workspace opened anew, with the names of the documents whose journals it reads. */
function reopened({ world }: Office): { readonly workspace: Workspace; readonly reads: Set<string> } {
  const reads = new Set<string>()
  const { journals } = world
  const read: typeof journals.read = (name, after, most) => {
    if (name.startsWith('document/')) reads.add(name)
    return journals.read(name, after, most)
  }
  return { workspace: openWorkspace({ ...world, journals: { ...journals, read } }), reads }
}

test('a start from a snapshot lists what was listed, and reads no journal of a document', async () => {
  const office = await openWithWork()
  const before = given(await listDocuments(office.workspace, office.translator))
  const outlines = await office.workspace.outlines.all()
  await writeDocuments(office.workspace, new Map())
  const { workspace, reads } = reopened(office)
  const taken = await takeUpDocuments(workspace)
  assert.equal(taken.size, 2)
  assert.deepEqual(await workspace.outlines.all(), outlines)
  assert.deepEqual(given(await listDocuments(workspace, office.translator)), before)
  assert.deepEqual([...reads], [])

  await writeDocuments(workspace, taken)
  const again = reopened(office)
  assert.equal((await takeUpDocuments(again.workspace)).size, 2, 'what was taken up is written again')
})

test('a document that has grown since is read again, and the others are not', async () => {
  const office = await openWithWork()
  given(await listDocuments(office.workspace, office.translator))
  await writeDocuments(office.workspace, new Map())
  const { translator, document } = office
  const command = { type: 'edit', segment: 'b2.s1', base: 1, target: ['The road is open now.'] } as const
  given(await changeSegment(office.workspace, translator, { document, command }))
  const { workspace, reads } = reopened(office)
  assert.equal((await takeUpDocuments(workspace)).size, 1)
  const fresh = reopened(office).workspace
  assert.deepEqual(given(await listDocuments(workspace, translator)), given(await listDocuments(fresh, translator)))
  assert.deepEqual(await workspace.outlines.all(), await fresh.outlines.all())
  assert.deepEqual([...reads], [`document/${document}`])
})

test('a snapshot of another version, or that is missing, is none', async () => {
  const office = await openWithWork()
  await writeDocuments(office.workspace, new Map())
  const { snapshots } = office.world
  const text = new TextDecoder().decode((await snapshots.read('documents')) ?? assert.fail())
  for (const other of [
    '',
    'x',
    '{}',
    text.replace(`"version":${snapshotVersion}`, `"version":${snapshotVersion - 1}`),
  ]) {
    await snapshots.write('documents', new TextEncoder().encode(other))
    assert.equal((await takeUpDocuments(reopened(office).workspace)).size, 0)
  }
})

test('what a snapshot holds is of its version: whoever changes it raises `snapshotVersion` and records it', async () => {
  const office = await openWithWork()
  given(await listDocuments(office.workspace, office.translator))
  const outlines = await office.workspace.outlines.all()
  const standings = outlines.map(({ id }) => {
    const { standing } = office.workspace.standings.get(id) ?? assert.fail()
    return { ...standing, involved: [...standing.involved] }
  })
  const now = JSON.stringify({ version: snapshotVersion, outlines, standings }, null, 1)
  const recorded = readFileSync(`${import.meta.dirname}/fixtures/document-snapshot.json`, 'utf8')
  assert.deepEqual(JSON.parse(now), JSON.parse(recorded), now)
})
