import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Entry } from '../../model/event.ts'
import type { Journal } from '../../ports/journal.ts'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { importDocument } from '../documents/import.ts'
import { changeSegment } from '../documents/segments.ts'
import { codeOf, given, openOffice, stateOf, textFile } from '../fixtures/office.ts'
import { signOff } from '../signing/sign-off.ts'
import { openWorkspace } from './open.ts'
import { verifyLedger } from './verify.ts'

/** The journals with one entry as somebody has changed it on the disk. */
function altered(journals: Journal, name: string, sequence: number, change: (entry: Entry) => Entry): Journal {
  return {
    ...journals,
    read: async (asked, after) =>
      (await journals.read(asked, after)).map((entry) =>
        asked === name && entry.sequence === sequence ? change(entry) : entry,
      ),
  }
}

async function begin() {
  const office = await openOffice(createMemoryDoors())
  const { workspace, translator, reviser } = office
  const { id: document } = given(await importDocument(workspace, translator, textFile('山村道路\n')))
  const send = async (actor: typeof reviser, command: Parameters<typeof changeSegment>[2]['command']) =>
    given(await changeSegment(workspace, actor, { document, command }))
  await send(translator, { type: 'translate', segment: 'b1.s1', base: 0, target: ['Mountain Road'] })
  await send(reviser, { type: 'revise', segment: 'b1.s1', base: 2 })
  return { ...office, document }
}

test('an altered entry is named, and nothing is signed over it', async () => {
  const { workspace: sound, world, approver, document } = await begin()
  const { sequence } = await stateOf(sound, document)
  assert.deepEqual(await verifyLedger(world), [])
  const name = `document/${document}`
  const forged = { ...world, journals: altered(world.journals, name, 4, (entry) => ({ ...entry, by: 'somebody' })) }
  assert.deepEqual(await verifyLedger(forged), [{ journal: name, entry: 4, reason: 'hash' }])
  const refusal = await signOff(openWorkspace(forged), approver, { document, sequence })
  assert.equal(codeOf(refusal), 'ledger-altered')

  const people = { ...world, journals: altered(world.journals, 'people', 2, (entry) => ({ ...entry, at: 'then' })) }
  assert.deepEqual(await verifyLedger(people), [{ journal: 'people', entry: 2, reason: 'hash' }])
  assert.equal(codeOf(await signOff(openWorkspace(people), approver, { document, sequence })), 'ledger-altered')
})

test('a signature that is not the key’s is named', async () => {
  const { workspace, world, approver, document } = await begin()
  const { sequence } = await stateOf(workspace, document)
  given(await signOff(workspace, approver, { document, sequence }))
  assert.deepEqual(await verifyLedger(world), [])
  const name = `document/${document}`
  assert.deepEqual(await verifyLedger({ ...world, verifySignature: () => false }), [
    { journal: name, entry: 5, reason: 'signature' },
  ])
})
