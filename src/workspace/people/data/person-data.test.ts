import assert from 'node:assert/strict'
import { test } from 'node:test'
import { usualChoices } from '../../../model/notice.ts'
import type { Person } from '../../../model/people.ts'
import { createMemoryDoors } from '../../../stores/in-memory/doors.ts'
import type { Workspace } from '../../core/open.ts'
import { assignWork, changeAssignments } from '../../documents/assign.ts'
import { importDocument } from '../../documents/import.ts'
import type { OutgoingFile } from '../../documents/own-shape.ts'
import { addComment, changeSegment } from '../../documents/segments.ts'
import { codeOf, given, openOffice, segmentOf, stateOf, textFile } from '../../fixtures/office.ts'
import { changeChoices } from '../../outbox/choices.ts'
import { beginNotices, newWalks, tellPeople } from '../../outbox/tell-people.ts'
import { linkOwnIdentity } from '../identities.ts'
import { addPasskey } from '../passkeys.ts'
import { makeToken } from '../tokens.ts'
import { exportOwnData, exportPersonData } from './person-data.ts'

const noSessions = { sessions: async () => [] }
const passkey = { id: 'credential', name: 'Key', publicKey: 'public', counter: 0, transports: [] }

// biome-ignore lint/suspicious/noExplicitAny: tests look into it
function read({ content }: OutgoingFile): any {
  return JSON.parse(new TextDecoder().decode(content))
}

async function edit(workspace: Workspace, who: Person, document: string, segment: string): Promise<void> {
  const base = (await segmentOf(workspace, document, segment)).version
  const command = { type: 'edit', segment, base, target: [`Words of ${who.login}.`] } as const
  given(await changeSegment(workspace, who, { document, command }))
}

async function busyOffice() {
  const doors = createMemoryDoors()
  const office = await openOffice(doors)
  const { workspace, translator, reviser } = office
  await beginNotices(workspace)
  const { id } = given(await importDocument(workspace, translator, textFile('道路建设\n第一句话。第二句话。\n')))
  const work = { document: id, step: 'translate', person: translator.id, due: '2026-03-05' } as const
  given(await assignWork(workspace, reviser, work))
  await edit(workspace, translator, id, 'b2.s1')
  await edit(workspace, reviser, id, 'b2.s2')
  given(await addComment(workspace, reviser, { document: id, segment: 'b2.s1', text: `Remark of ${reviser.login}` }))
  const choices = { ...usualChoices, address: 'tan.yue@office.example' }
  given(await changeChoices(workspace, translator, choices))
  given(await makeToken(workspace, translator, { name: 'Nightly', scopes: ['read'], days: 3 }))
  given(await addPasskey(workspace, translator, passkey))
  given(await linkOwnIdentity(workspace, translator, { issuer: 'https://id.example', subject: 'tan-1' }))
  await tellPeople(workspace, newWalks(), null)
  const assignment = (await stateOf(workspace, id)).assignments?.[0]?.id ?? ''
  return { ...office, doors, document: id, assignment }
}

test('a person has all that is theirs in one file, without a secret and without the words of others', async () => {
  const { workspace, doors, translator, reviser, document } = await busyOffice()
  const sessions = async () => [{ since: null, until: '2026-03-02T00:00:00.000Z', by: 'person' as const }]
  const file = given(await exportOwnData(workspace, translator, { sessions }))
  const data = read(file)
  assert.equal(data.format, 'duizhao-person')
  assert.deepEqual([data.account.login, data.account.hasPassword], ['translator', true])
  assert.equal(data.choices.address, 'tan.yue@office.example')
  assert.deepEqual(data.identities, [{ issuer: 'https://id.example', subject: 'tan-1' }])
  assert.deepEqual(Object.keys(data.passkeys[0]), ['name', 'madeAt', 'publicKey'])
  assert.equal(data.tokens[0].name, 'Nightly')
  assert.equal(data.sessions.length, 1)
  assert.deepEqual(
    data.notices.map(({ kind }: { kind: string }) => kind),
    ['assigned'],
  )
  assert.deepEqual(
    data.assignments.map(({ step, due, until }: Record<string, unknown>) => [step, due, until]),
    [['translate', '2026-03-05', null]],
  )
  assert.deepEqual(data.documents, [{ id: document, title: '道路建设', deleted: false }])
  const edits = data.acts.filter(({ type }: { type: string }) => type === 'segment-edited')
  assert.deepEqual(
    edits.map(({ target }: { target: unknown }) => target),
    [['Words of translator.']],
  )
  const text = new TextDecoder().decode(file.content)
  assert.ok(!text.includes(`of ${reviser.login}`), 'the words of others are theirs')
  const account = JSON.stringify((await doors.settings.get('accounts')) ?? {})
  for (const [, hash = ''] of account.matchAll(/"(?:hash|password)":"([^"]+)"/g)) assert.ok(!text.includes(hash))
})

test('every entry that somebody wrote is in the file of exactly that person', async () => {
  const { workspace, doors, admin, translator, reviser, approver } = await busyOffice()
  const everybody = [admin, translator, reviser, approver]
  const files = new Map<string, ReturnType<typeof read>>()
  for (const person of everybody) files.set(person.id, read(given(await exportOwnData(workspace, person, noSessions))))
  for (const journal of await doors.journals.names('')) {
    if (journal === 'outbox' || journal === 'heads') continue
    for (const { by, sequence, at, event } of await doors.journals.read(journal, 0)) {
      for (const [id, { acts, record }] of files) {
        const isAct = acts.some(
          (act: { journal: string; entry: number }) => act.journal === journal && act.entry === sequence,
        )
        const isRecord = record.some((one: { at: string; act: string }) => one.at === at && one.act === event.type)
        if (by === id) assert.ok(isAct || isRecord, `${journal} ${sequence}`)
        else assert.ok(!isAct, `${journal} ${sequence} in the file of ${id}`)
      }
    }
  }
})

test('work that was handed over is told with its end', async () => {
  const { workspace, translator, reviser, document, assignment } = await busyOffice()
  const command = { type: 'change', assignment, person: reviser.id, due: null } as const
  given(await changeAssignments(workspace, translator, { document, command }))
  const worksOf = async (who: Person) => read(given(await exportOwnData(workspace, who, noSessions))).assignments
  const [[before], [after]] = [await worksOf(translator), await worksOf(reviser)]
  assert.equal(before.until, after.since)
  assert.deepEqual([after.due, after.until], [null, null])
})

test('administrators alone take the data of others, which is on record; a large file is refused in words', async () => {
  const { workspace, admin, translator, reviser } = await busyOffice()
  const asked = { person: translator.id }
  assert.equal(codeOf(await exportPersonData(workspace, reviser, asked, noSessions)), 'role-missing')
  assert.equal(codeOf(await exportPersonData(workspace, translator, asked, noSessions)), 'role-missing')
  assert.equal(codeOf(await exportPersonData(workspace, admin, { person: 'none' }, noSessions)), 'person-unknown')
  const taken = read(given(await exportPersonData(workspace, admin, asked, noSessions)))
  assert.deepEqual(taken.record.at(-1).act, 'data-exported')
  assert.equal(taken.record.at(-1).by, admin.name)
  const gone = await exportOwnData(workspace, { id: 'none' }, noSessions)
  assert.equal(codeOf(gone), 'not-signed-in')
  const large = await exportOwnData(workspace, translator, { ...noSessions, most: 1000 })
  assert.equal(codeOf(large), 'person-data-large')
})

test('nobody has two files written at once, and others wait no longer for it', async () => {
  const { workspace, admin, translator, reviser } = await busyOffice()
  const answers = await Promise.all([
    exportOwnData(workspace, translator, noSessions),
    exportOwnData(workspace, translator, noSessions),
    exportOwnData(workspace, reviser, noSessions),
    exportPersonData(workspace, admin, { person: translator.id }, noSessions),
    exportPersonData(workspace, admin, { person: reviser.id }, noSessions),
  ])
  assert.deepEqual(
    answers.map((answer) => ('code' in answer ? answer.code : 'done')),
    ['done', 'export-busy', 'done', 'done', 'export-busy'],
  )
  const { entries } = await workspace.people.read()
  const taken = (await entries()).filter(({ event }) => event.type === 'data-exported')
  assert.equal(taken.length, 1, 'what was refused is not on record')
  given(await exportOwnData(workspace, translator, noSessions))
})
