import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { given, openOffice, stateOf } from '../fixtures/office.ts'
import { listTerms, loadGlossary } from '../glossary/terms.ts'
import { exportTerms } from '../glossary/terms-in-and-out.ts'
import { signOffSheet } from '../signing/sign-off-sheet.ts'
import { listDocuments } from './document-list.ts'
import { listFindings } from './documents.ts'
import { loadSample } from './sample.ts'

const read = (name: string) => new Uint8Array(readFileSync(new URL(`../../../${name}`, import.meta.url)))
const files = {
  document: { filename: 'press-conference.zh.txt', bytes: read('samples/press-conference.zh.txt') },
  memory: { filename: 'press-conference.tmx', bytes: read('samples/press-conference.tmx') },
  drafts: read('samples/drafts.jsonl'),
}
const glossary = { filename: 'zh-CN_en.csv', bytes: read('glossary/zh-CN_en.csv') }
const planted = new TextDecoder()
  .decode(files.drafts)
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { readonly segment: string; readonly slip: string })

test('a draft of the sample that is none is named by its line', async () => {
  const { workspace, admin } = await openOffice(createMemoryDoors())
  const drafts = new TextEncoder().encode('{"segment":"b1.s1","target":"A"}\n{"segment":"b1.s2"}\n')
  await assert.rejects(loadSample(workspace, admin, { ...files, drafts }), /line 2 of the sample's drafts.*target/)
})

test('the sample comes in once, with drafts whose slips are found', async () => {
  const { workspace, admin } = await openOffice(createMemoryDoors())
  assert.ok(given(await loadGlossary(workspace, glossary)) > 300)
  const document = given(await loadSample(workspace, admin, files)) ?? assert.fail()
  const { segments } = await stateOf(workspace, document)
  const { findings } = given(await listFindings(workspace, admin, { document }))
  for (const { segment, slip } of planted) {
    assert.deepEqual(segments.get(segment)?.draft?.origin, { type: 'machine', engine: 'sample', version: '1' })
    assert.ok(
      findings.some((finding) => finding.segment === segment && finding.code === slip),
      `${segment}: ${slip}`,
    )
  }
  const forbidden = findings.filter(({ code, severity }) => code === 'term-forbidden' && severity === 'error')
  assert.equal(forbidden.length, 1)
  // The sign-off sheet must not count a term as rendered where a forbidden rendering is used.
  const { terms } = given(await signOffSheet(workspace, admin, { document }))
  assert.equal(terms.find(({ source }) => source === forbidden[0]?.params.term)?.missed, 1)
  assert.equal([...segments.values()].filter(({ target }) => target.length > 0).length, planted.length)
  assert.equal(await loadSample(workspace, admin, files), null)
  assert.equal(given(await listDocuments(workspace, admin)).documents.length, 1)
})

test('a sample cut short in the middle goes on where it was', async () => {
  const doors = createMemoryDoors()
  const { workspace, admin } = await openOffice(doors)
  const first = given(await loadSample(workspace, admin, files))
  await doors.settings.set('sample', undefined)
  assert.equal(given(await loadSample(workspace, admin, files)), first)
  assert.equal(given(await listDocuments(workspace, admin)).documents.length, 1)
})

test('the shipped glossary is taken into an empty termbase only, by the programme itself', async () => {
  const { workspace, admin } = await openOffice(createMemoryDoors())
  const count = given(await loadGlossary(workspace, glossary))
  assert.equal(given(await loadGlossary(workspace, glossary)), 0)
  const { terms, changes } = given(await listTerms(workspace, admin))
  assert.equal(terms.length, count)
  assert.deepEqual([...new Set(Object.values(changes).map(({ name }) => name))], ['Duizhao'])
  const { content } = given(await exportTerms(workspace, admin, { format: 'csv' }))
  assert.equal(new TextDecoder().decode(content).trimEnd().split('\n').length >= count, true)
})
