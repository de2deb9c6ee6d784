import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DocumentEvent, Event } from '../../model/event.ts'
import { DamagedJournal } from '../../ports/journal.ts'
import { chain, chainStart } from '../../review/chain.ts'
import { documentEvent } from '../../schemas/event.ts'
import { sha256 } from '../../stores/conformance.ts'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { viewDocument } from '../documents/documents.ts'
import { openOffice } from '../fixtures/office.ts'
import { changeEngine, type EngineChange, engineSettings } from './engine-settings.ts'
import { readEntries } from './read-entries.ts'
import { changeSettings, workspaceSettings } from './settings.ts'
import { verifyLedger } from './verify.ts'

const stored = (...events: readonly unknown[]) =>
  chain(chainStart, events as readonly Event[], { at: '2026-03-01T08:00:00.000Z', by: 'p1', digest: sha256 })
const edited: DocumentEvent = { type: 'segment-edited', v: 1, segment: 'b1.s1', target: ['Words.'] }

function damageIn(...events: readonly unknown[]) {
  try {
    readEntries('document/d1', stored(...events), documentEvent)
    return null
  } catch (fault) {
    assert.ok(fault instanceof DamagedJournal)
    return { journal: fault.journal, entry: fault.entry, ...fault.damage }
  }
}

test('events are read as they were stored, with members that this version does not know', () => {
  const entries = stored(edited, { ...edited, mood: 'good' })
  assert.equal(readEntries('document/d1', entries, documentEvent), entries)
})

test('an event that cannot be read is named by journal, entry and member', () => {
  const place = { journal: 'document/d1', entry: 2 }
  const { target: _, ...without } = edited
  assert.deepEqual(damageIn(edited, without), { ...place, type: 'malformed', member: 'event.target' })
  assert.deepEqual(damageIn(edited, { ...edited, segment: 7 }), {
    ...place,
    type: 'malformed',
    member: 'event.segment',
  })
  assert.deepEqual(damageIn(edited, { ...edited, v: 2 }), { ...place, type: 'newer' })
  assert.deepEqual(damageIn(edited, { ...edited, type: 'segment-sung' }), { ...place, type: 'newer' })
  assert.deepEqual(damageIn(edited, { type: 'person-deactivated', v: 1, person: 'p1' }), { ...place, type: 'newer' })
})

test('a document with such an event is refused by its name, named by a verification, and stays as it was', async () => {
  const doors = createMemoryDoors()
  const { workspace, world, reviser } = await openOffice(doors)
  const entries = chain(chainStart, [{ ...edited, target: 7 } as unknown as Event], {
    at: world.clock(),
    by: reviser.id,
    digest: world.digest,
  })
  await doors.journals.append('document/d1', entries)
  await doors.journals.append('document/d2', stored({ type: 'segment-sung', v: 1 }))
  assert.deepEqual(await viewDocument(workspace, reviser, { document: 'd1' }), {
    type: 'refusal',
    code: 'entry-malformed',
    params: { journal: 'document/d1', entry: '1', member: 'event.target' },
  })
  const newer = await viewDocument(workspace, reviser, { document: 'd2' })
  assert.deepEqual(newer, { type: 'refusal', code: 'entry-newer', params: { journal: 'document/d2', entry: '1' } })
  assert.deepEqual(await verifyLedger(world), [
    { journal: 'document/d1', entry: 1, reason: 'malformed' },
    { journal: 'document/d2', entry: 1, reason: 'newer' },
  ])
  assert.deepEqual(await doors.journals.read('document/d1', 0), entries)
})

test('settings that cannot be read are a fault that names the member, and are not written over', async () => {
  const doors = createMemoryDoors()
  const { workspace, admin } = await openOffice(doors)
  await doors.settings.set('engine', { active: 'oracle', google: {}, openai: {} })
  await assert.rejects(engineSettings(workspace), /engine\.active/)
  await assert.rejects(changeEngine(workspace, admin, { openai: {} } as EngineChange), /engine\.active/)
  await doors.settings.set('settings', { contact: 'Room 5', later: { kept: true } })
  assert.equal((await workspaceSettings(workspace)).contact, 'Room 5')
  await changeSettings(workspace, admin, { contact: 'Room 6' })
  assert.deepEqual(Object(await doors.settings.get('settings')).later, { kept: true })
})
