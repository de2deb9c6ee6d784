import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { codeOf, given, openOffice } from '../fixtures/office.ts'
import { changeEngine, viewEngine } from './engine-settings.ts'
import { installOfflineModel, removeOfflineModel, stopOfflineModel, viewOfflineModel } from './offline-model.ts'

test('the offline engine drafts as soon as its model is there, unless somebody chose; setting up others is no choice', async () => {
  const { workspace, admin } = await openOffice(createMemoryDoors())
  const active = async () => {
    const { active, chosen, offline } = await viewEngine(workspace)
    return [active, chosen, offline.model]
  }
  assert.deepEqual(await active(), ['memory', false, null])
  given(await changeEngine(workspace, admin, { offline: { threads: 3 } }))
  assert.deepEqual(await active(), ['memory', false, null])
  given(await installOfflineModel(workspace, admin, { model: 'base' }))
  assert.deepEqual(await active(), ['offline', false, 'base'])
  given(await changeEngine(workspace, admin, { offline: { threads: null } }))
  assert.deepEqual(await active(), ['offline', false, 'base'])
  given(await removeOfflineModel(workspace, admin))
  assert.deepEqual(await active(), ['memory', false, null])

  given(await changeEngine(workspace, admin, { active: 'memory' }))
  given(await installOfflineModel(workspace, admin, { model: 'base-memory' }))
  assert.deepEqual(await active(), ['memory', true, 'base-memory'])
  given(await changeEngine(workspace, admin, { active: 'offline' }))
  given(await removeOfflineModel(workspace, admin))
  assert.deepEqual(await active(), ['offline', true, null])
})

test('threads are kept until they are changed, and the engine needs no consent, since texts stay here', async () => {
  const { workspace, admin } = await openOffice(createMemoryDoors())
  given(await changeEngine(workspace, admin, { active: 'offline', offline: { threads: 2 } }))
  given(await changeEngine(workspace, admin, { second: null }))
  const { offline, consents } = await viewEngine(workspace)
  assert.deepEqual([offline.threads, consents], [2, []])
})

test('an administrator installs, stops and removes; everyone sees what is there', async () => {
  const { workspace, admin, translator } = await openOffice(createMemoryDoors())
  assert.equal(given(await viewOfflineModel(workspace, translator)).licence.name, 'MPL-2.0')
  assert.equal(codeOf(await installOfflineModel(workspace, translator, { model: 'base' })), 'role-missing')
  assert.equal(codeOf(await stopOfflineModel(workspace, translator)), 'role-missing')
  assert.equal(codeOf(await removeOfflineModel(workspace, translator)), 'role-missing')
  for (const mirror of ['', 'models.example.org', 'file:///models', 'javascript:1']) {
    assert.equal(codeOf(await installOfflineModel(workspace, admin, { model: 'base', mirror })), 'model-address')
  }
  assert.equal(given(await stopOfflineModel(workspace, admin)).installed, null)
})
