import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyMemory, scriptedEngine } from '../../drafting/fixtures/scripted-engine.ts'
import { refuse } from '../../model/refusal.ts'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { startDrafting } from '../documents/drafting.ts'
import { importDocument } from '../documents/import.ts'
import { testEngine } from '../documents/one-draft.ts'
import { given, openOffice, textFile } from '../fixtures/office.ts'
import { changeEngine } from './engine-settings.ts'
import { viewEngines } from './engines.ts'

test('what an engine did, used and failed of is the account of its runs and tests', async () => {
  let busy = false
  const { engine, calls } = scriptedEngine(
    ({ source }) => (busy ? refuse('engine-busy', { engine: 'google', host: 'h' }) : `Draft of ${source.length}.`),
    { name: 'google', items: 1, concurrency: 1 },
  )
  const { workspace, admin, translator } = await openOffice(createMemoryDoors(), {
    engines: () => ({ memory: emptyMemory, main: engine, second: null }),
  })
  const prices = { google: { unit: 'characters', each: 20 } } as const
  given(await changeEngine(workspace, admin, { prices }))
  const { id: document } = given(await importDocument(workspace, translator, textFile('道路\n路修了。桥修了。')))
  given(await startDrafting(workspace, translator, { document }))
  await workspace.runs.get(document)?.ended
  const view = async () => given(await viewEngines(workspace, translator)).engines.google ?? assert.fail()
  const { month, answered, failed } = await view()
  assert.deepEqual([month.sentences, month.atOnce, month.requests, month.characters], [3, 3, calls.length, 10])
  assert.equal(month.microdollars, 200)
  assert.equal(answered?.during, 'run')
  assert.equal(failed, null)
  busy = true
  assert.equal((await testEngine(workspace, admin, { engine: 'google' })) !== null, true)
  const after = await view()
  assert.deepEqual([after.failed?.code, after.failed?.during, after.failed?.ended], ['engine-busy', 'test', true])
  assert.equal(after.answered?.during, 'run')
  assert.equal(after.month.requests, calls.length)
})

test('several runs at once lose nothing of each other’s account', async () => {
  const { engine } = scriptedEngine(() => 'English words.', { name: 'google', items: 1 })
  const { workspace, translator } = await openOffice(createMemoryDoors(), {
    engines: () => ({ memory: emptyMemory, main: engine, second: null }),
  })
  const documents = []
  for (const name of ['甲', '乙', '丙']) {
    documents.push(given(await importDocument(workspace, translator, textFile(`${name}地\n修了${name}路。`))).id)
  }
  await Promise.all(documents.map((document) => startDrafting(workspace, translator, { document })))
  await Promise.all(documents.map((document) => workspace.runs.get(document)?.ended))
  const { google } = given(await viewEngines(workspace, translator)).engines
  assert.equal(google?.month.sentences, 6)
  assert.equal(google?.month.requests, 6)
})
