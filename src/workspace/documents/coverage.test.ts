import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writeTmx } from '../../formats/tmx/write-tmx.ts'
import { inlineOf } from '../../model/inline.ts'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { changeSettings } from '../core/settings.ts'
import { codeOf, given, openOffice, segmentOf, textFile } from '../fixtures/office.ts'
import { analyseDocument, analyseFile } from './coverage.ts'
import { importDocument } from './import.ts'
import { importMemory } from './memory.ts'
import { viewPostEdits } from './post-edits.ts'
import { changeSegment, keepDrafts } from './segments.ts'

const text = textFile('山村道路\n道路修好了。大家都说好。道路修好了。新建公园12座。\n')

async function begin() {
  const office = await openOffice(createMemoryDoors())
  const pair = (source: string, target: string) => ({ source, target, origin: '' })
  const pairs = [pair('道路修好了。', 'The road is done.'), pair('新建公园45座。', 'It built 45 parks.')]
  const memory = { filename: 'a.tmx', bytes: new TextEncoder().encode(writeTmx(pairs)) }
  given(await importMemory(office.workspace, office.translator, memory))
  return office
}

test('a file is analysed without being imported, and a document without what it has itself', async () => {
  const { workspace, translator, hire } = await begin()
  const { total, bands, prices } = given(await analyseFile(workspace, translator, text))
  assert.equal(total.segments, 5)
  assert.deepEqual([bands.exact.segments, bands['85-94'].segments, bands.new.segments, prices], [2, 1, 2, []])
  assert.equal(codeOf(await analyseFile(workspace, await hire('guest'), text)), 'role-missing')
  const { id: document } = given(await importDocument(workspace, translator, text))
  const base = (await segmentOf(workspace, document, 'b2.s2')).version
  const command = { type: 'translate', segment: 'b2.s2', base, target: inlineOf('Everybody is glad.') } as const
  given(await changeSegment(workspace, translator, { document, command }))
  assert.deepEqual(given(await analyseDocument(workspace, translator, { document })).bands, bands)
})

test('post-edits are counted from drafts that people confirmed', async () => {
  const { workspace, translator, admin } = await begin()
  const { id: document } = given(await importDocument(workspace, translator, text))
  const draft = (target: string) => {
    return {
      target: inlineOf(target),
      origin: { type: 'machine', engine: 'google', version: '1' },
      glossary: '',
      compliance: { asked: [], met: [] },
    } as const
  }
  await keepDrafts(workspace, translator, document, [
    { segment: 'b2.s1', draft: draft('The road is done.'), done: true },
    { segment: 'b2.s2', draft: draft('abcd'), done: true },
    { segment: 'b2.s3', draft: draft('not confirmed'), done: true },
  ])
  for (const [segment, words] of [
    ['b2.s1', 'The road is done.'],
    ['b2.s2', 'abXd'],
  ] as const) {
    const base = (await segmentOf(workspace, document, segment)).version
    const command = { type: 'translate', segment, base, target: inlineOf(words) } as const
    given(await changeSegment(workspace, translator, { document, command }))
  }
  const { total, by } = given(await viewPostEdits(workspace, admin))
  assert.deepEqual(total, { segments: 2, unchanged: 1, edits: 1, characters: 21, distance: 4.8 })
  assert.deepEqual(by.engine, [{ name: 'google', ...total }])
  assert.deepEqual(by.person, [], 'nobody is named unless the office says so')
  given(await changeSettings(workspace, admin, { counts: { people: true } }))
  const named = given(await viewPostEdits(workspace, admin))
  assert.deepEqual(named.by.person, [{ name: translator.name, ...total }])
  assert.equal(codeOf(await viewPostEdits(workspace, translator)), 'role-missing')
})
