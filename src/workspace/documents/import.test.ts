import assert from 'node:assert/strict'
import { test } from 'node:test'
import { segmentsOf } from '../../model/document.ts'
import type { Entry, Event } from '../../model/event.ts'
import { fileLimits } from '../../model/file-limits.ts'
import { plain } from '../../model/inline.ts'
import { isRefusal } from '../../model/refusal.ts'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { openWorkspace } from '../core/open.ts'
import { codeOf, given, openOffice, textFile } from '../fixtures/office.ts'
import { allReleases, listReleases } from '../releases/releases.ts'
import { listDocuments } from './document-list.ts'
import { viewDocument } from './documents.ts'
import { exportDocument } from './export.ts'
import { importDocument, refusalOfCount } from './import.ts'

const text = '山村道路建设情况\n全年投入四亿元。新建道路七十公里。\n'

test('a file becomes one document with one entry, and the same bytes are refused with its name', async () => {
  const doors = createMemoryDoors()
  const { workspace, translator } = await openOffice(doors)
  const { id, ...rest } = given(await importDocument(workspace, translator, textFile(text)))
  assert.deepEqual(rest, { title: '山村道路建设情况', blocks: 2, segments: 3, notices: [] })
  assert.equal((await doors.journals.read(`document/${id}`, 0)).length, 1)
  const again = await importDocument(workspace, translator, textFile(text, 'copy.txt'))
  assert.deepEqual(isRefusal(again) && [again.code, again.params], [
    'file-duplicate',
    { document: id, title: '山村道路建设情况' },
  ])
  const twice = textFile(`${text}又一句。`)
  const both = await Promise.all([1, 2].map(() => importDocument(workspace, translator, twice)))
  assert.deepEqual(both.map(codeOf), ['', 'file-duplicate'])
  assert.equal(given(await listDocuments(workspace, translator)).documents.length, 2)
})

test('what cannot be taken in leaves nothing behind', async () => {
  const doors = createMemoryDoors()
  const { workspace, translator, hire } = await openOffice(doors)
  const attempt = async (filename: string, bytes: Uint8Array, actor = translator) =>
    codeOf(await importDocument(workspace, actor, { filename, bytes }))
  const bytes = new TextEncoder().encode(text)
  assert.equal(await attempt('a.txt', new Uint8Array()), 'file-empty')
  assert.equal(await attempt('a.txt', new TextEncoder().encode(' \n ')), 'file-empty')
  assert.equal(await attempt('a.txt', new TextEncoder().encode('Plain English only.')), 'file-not-chinese')
  assert.equal(await attempt('a.txt', new Uint8Array(20 * 2 ** 20 + 1)), 'file-too-large')
  assert.equal(await attempt('a.odt', bytes), 'file-format-unknown')
  assert.equal(await attempt('a', new Uint8Array([0, 1, 2, 0])), 'file-binary')
  assert.equal(await attempt('a.txt', bytes, await hire('guest')), 'role-missing')
  assert.deepEqual(await doors.journals.names('document/'), [])
  assert.equal(await attempt('A.TXT', bytes), '')
})

test('a name without an ending is read as text, a strange one is kept as it can be', async () => {
  const { workspace, translator } = await openOffice(createMemoryDoors())
  given(await importDocument(workspace, translator, textFile(text, '通稿')))
  given(await importDocument(workspace, translator, textFile(`${text}又一句。`, '../../\ud800<b>.txt')))
  assert.equal(given(await listDocuments(workspace, translator)).documents.length, 2)
})

test('a document that is not there is unknown, whatever its name', async () => {
  const { workspace, translator } = await openOffice(createMemoryDoors())
  for (const document of ['nothing', '../../people', '', '__proto__', 'A', 'd/e']) {
    assert.equal(codeOf(await viewDocument(workspace, translator, { document })), 'document-unknown')
  }
})

test('a document goes out as XLIFF, TMX and JSON', async () => {
  const { workspace, translator } = await openOffice(createMemoryDoors())
  const { id: document } = given(await importDocument(workspace, translator, textFile(text)))
  const out = async (format: string) =>
    new TextDecoder().decode(given(await exportDocument(workspace, translator, { document, format })).content)
  assert.match(await out('xliff'), /<xliff[^>]* version="2\.1"/)
  assert.match(await out('tmx'), /<tmx/)
  const json = JSON.parse(await out('json'))
  assert.deepEqual(json.blocks[1].segments[0], {
    id: 'b2.s1',
    source: '全年投入四亿元。',
    target: '',
    state: 'initial',
  })
  assert.equal(codeOf(await exportDocument(workspace, translator, { document, format: 'exe' })), 'bad-request')
})

test('a document whose journal is damaged is reported and hinders nobody elsewhere', async () => {
  const doors = createMemoryDoors()
  const { workspace, world, translator } = await openOffice(doors)
  const { id } = given(await importDocument(workspace, translator, textFile(text)))
  const faults: unknown[] = []
  const reopened = openWorkspace({
    ...world,
    report: (fault) => faults.push(fault),
    journals: {
      ...doors.journals,
      read: async (name, after) => {
        const entries = await doors.journals.read(name, after)
        const altered = (entry: Entry) => ({ ...entry, event: { ...entry.event, type: 'segment-edited' } as Event })
        return name === `document/${id}` ? entries.map(altered) : entries
      },
    },
  })
  given(await importDocument(reopened, translator, textFile(`${text}又一句。`)))
  assert.equal(given(await listDocuments(reopened, translator)).documents.length, 1)
  assert.match(String(faults[0]), /entry 1: does not hold; the journal is damaged/)
  assert.equal(codeOf(await viewDocument(reopened, translator, { document: id })), 'ledger-altered')
  await assert.rejects(allReleases(reopened))
  assert.deepEqual(given(await listReleases(reopened, translator)).releases, [])
})

test('a text of more sentences than any document has is refused, and nothing of it is kept', async () => {
  const { workspace, translator } = await openOffice(createMemoryDoors())
  const refusal = await importDocument(workspace, translator, textFile('今天。\n'.repeat(fileLimits.sentences + 1)))
  assert.deepEqual(
    [codeOf(refusal), isRefusal(refusal) && refusal.params],
    ['file-too-long', { most: String(fileLimits.sentences) }],
  )
  assert.deepEqual(given(await listDocuments(workspace, translator)).documents, [])
})

test('a workspace has so many documents and no more', async () => {
  const { workspace, translator } = await openOffice(createMemoryDoors())
  given(await importDocument(workspace, translator, textFile(text)))
  assert.equal(await refusalOfCount(workspace), null)
  assert.equal(codeOf((await refusalOfCount(workspace, 1)) ?? {}), 'documents-too-many')
})

test('the importer is told what is not what it looks like; a web page is one whatever its name', async () => {
  const { workspace, translator } = await openOffice(createMemoryDoors())
  const odd = '投入⼗五万元。\n推动\u200b发展。\n'
  const { notices } = given(await importDocument(workspace, translator, textFile(odd)))
  assert.deepEqual(notices, [
    { code: 'characters-invisible', params: { count: '1', examples: 'U+200B' } },
    { code: 'characters-alike', params: { count: '1', examples: '⼗ (U+2F17) 十' } },
  ])
  for (const filename of ['a.html', 'a.htm', 'a.txt', 'a']) {
    const page = textFile(`<!DOCTYPE html><p>全年投入<b>四亿元</b>，见${filename}。</p>`)
    const { id } = given(await importDocument(workspace, translator, { ...page, filename }))
    const { state } = await workspace.document(id).read()
    assert.equal(state?.document.origin.format, 'html')
    assert.equal(
      plain(segmentsOf(state?.document ?? { blocks: [] })[0]?.source ?? []),
      `全年投入四亿元，见${filename}。`,
    )
  }
})
