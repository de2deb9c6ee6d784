import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Entry, Event } from '../../model/event.ts'
import { DamagedJournal, type Journal } from '../../ports/journal.ts'
import type { Signer } from '../../ports/world.ts'
import { chain, chainStart } from '../../review/chain.ts'
import { signedText } from '../../review/signoff.ts'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { viewDocument } from '../documents/documents.ts'
import { importDocument } from '../documents/import.ts'
import { changeSegment } from '../documents/segments.ts'
import { codeOf, given, openOffice, password, stateOf, textFile } from '../fixtures/office.ts'
import { addPerson } from '../people/people.ts'
import { publish } from '../releases/publish.ts'
import { signOff } from '../signing/sign-off.ts'
import { recordHeads } from './heads.ts'
import { openWorkspace } from './open.ts'
import { changeSettings } from './settings.ts'
import { verifyLedger } from './verify.ts'
import type { World } from './world.ts'

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
  const refusal = await signOff(openWorkspace(forged), approver, { document, sequence, password })
  assert.equal(codeOf(refusal), 'ledger-altered')

  const people = { ...world, journals: altered(world.journals, 'people', 2, (entry) => ({ ...entry, at: 'then' })) }
  assert.deepEqual(await verifyLedger(people), [{ journal: 'people', entry: 2, reason: 'hash' }])
  assert.equal(
    codeOf(await signOff(openWorkspace(people), approver, { document, sequence, password })),
    'ledger-altered',
  )
})

test('a signature that is not the key’s is named', async () => {
  const { workspace, world, approver, document } = await begin()
  const { sequence } = await stateOf(workspace, document)
  given(await signOff(workspace, approver, { document, sequence, password }))
  assert.deepEqual(await verifyLedger(world), [])
  const name = `document/${document}`
  assert.deepEqual(await verifyLedger({ ...world, verifySignature: () => false }), [
    { journal: name, entry: 5, reason: 'signature' },
  ])
})

/** The journals without what stands after an entry of one of them. */
function shortened(journals: Journal, name: string, length: number): Journal {
  return {
    ...journals,
    read: async (asked, after) =>
      (await journals.read(asked, after)).filter(({ sequence }) => asked !== name || sequence <= length),
  }
}

/** The journals with a document in which English was changed, and everything after it chained and signed anew. */
async function forgedAnew(world: World, name: string, from: string, to: string): Promise<Journal> {
  const { journals, digest, signer } = world
  const forged: Entry[] = []
  for (const { at, by, event } of await journals.read(name, 0)) {
    const end = forged.at(-1) ?? chainStart
    const changed: Event = JSON.parse(JSON.stringify(event).replaceAll(from, to).replaceAll(digest(from), digest(to)))
    forged.push(...chain(end, [resigned(changed, end.hash, signer)], { at, by, digest }))
  }
  return { ...journals, read: async (asked, after) => (asked === name ? forged : await journals.read(asked, after)) }
}

function resigned(event: Event, head: string, signer: Signer): Event {
  if (event.type !== 'document-signed') return event
  const { signature: _, ...signOff } = event.signOff
  const unsigned = { ...signOff, binding: { ...signOff.binding, head } }
  return { ...event, signOff: { ...unsigned, signature: signer.sign(signedText(unsigned)) } }
}

test('a journal that lost its end after it was witnessed is told, and so is one that was made anew with the key', async () => {
  const { workspace, world, approver, admin, document } = await begin()
  const { sequence } = await stateOf(workspace, document)
  given(await signOff(workspace, approver, { document, sequence, password }))
  given(await changeSettings(workspace, admin, { contact: 'Room 5' }))
  given(await publish(workspace, approver, { document }))
  const name = `document/${document}`
  const faultsOf = async (journals: Journal) =>
    (await verifyLedger({ ...world, journals })).map((fault) => [fault.journal, fault.reason])
  assert.deepEqual(await faultsOf(world.journals), [])
  for (const [journal, length] of [
    ['people', 3],
    ['settings', 0],
    ['heads', 1],
  ] as const) {
    assert.deepEqual(await faultsOf(shortened(world.journals, journal, length)), [[journal, 'missing']])
  }
  const lost = await faultsOf(shortened(world.journals, name, sequence - 1))
  assert.deepEqual(lost, [[name, 'missing']])

  const forged = await forgedAnew(world, name, 'Mountain Road', 'Valley Road')
  assert.deepEqual(await faultsOf(forged), [[name, 'rewritten']])
  const bare = shortened(forged, 'heads', 0)
  const hidden = { ...bare, names: async (prefix: string) => (await bare.names(prefix)).filter((at) => at !== 'heads') }
  assert.deepEqual(
    await faultsOf(hidden),
    [
      [name, 'rewritten'],
      ['heads', 'missing'],
    ],
    'what the release witnessed is still there where the record of heads is gone',
  )
})

test('a journal that lost its end is not read on, and nobody signs over the gap', async () => {
  const { workspace, world, approver, admin, document } = await begin()
  const { sequence } = await stateOf(workspace, document)
  assert.equal(await recordHeads(workspace), null)
  const reopened = (journals: Journal) => openWorkspace({ ...world, journals })
  const { length } = await world.journals.read('people', 0)
  const people = reopened(shortened(world.journals, 'people', length - 1))
  assert.deepEqual(await signOff(people, approver, { document, sequence, password }), {
    type: 'refusal',
    code: 'entries-missing',
    params: { journal: 'people', entry: String(length), until: String(length) },
  })
  await assert.rejects(addPerson(people, admin, { login: 'eve', name: 'Eve', roles: [] }), DamagedJournal)
  const shorter = reopened(shortened(world.journals, `document/${document}`, 2))
  assert.equal(codeOf(await viewDocument(shorter, approver, { document })), 'entries-missing')
  assert.equal(await recordHeads(people), null, 'a journal that lost its end is witnessed no more')
  assert.equal(codeOf(await signOff(reopened(world.journals), approver, { document, sequence, password })), '')
})

test('a signature binds the heads of its own chains, and other documents by the record of heads alone', async () => {
  const { workspace, translator, approver, document } = await begin()
  given(await importDocument(workspace, translator, textFile('道路已经通车。\n')))
  const { sequence } = await stateOf(workspace, document)
  given(await signOff(workspace, approver, { document, sequence, password }))
  const { binding } = (await stateOf(workspace, document)).signOff ?? assert.fail()
  assert.deepEqual(
    binding.heads?.map(({ name }) => name),
    [`document/${document}`, 'heads', 'people', 'settings'],
  )
  assert.deepEqual(binding.heads?.[0], { name: `document/${document}`, length: sequence, hash: binding.head })
  const recorded = (await workspace.heads.read()).state
  assert.equal(recorded.size, 4, 'both documents, people and settings')
})
