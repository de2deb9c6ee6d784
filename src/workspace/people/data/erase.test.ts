import assert from 'node:assert/strict'
import { test } from 'node:test'
import { usualChoices } from '../../../model/notice.ts'
import { erasedName, type Person } from '../../../model/people.ts'
import { createMemoryDoors } from '../../../stores/in-memory/doors.ts'
import { openWorkspace, type Workspace } from '../../core/open.ts'
import { changeSettings } from '../../core/settings.ts'
import { assignWork } from '../../documents/assign.ts'
import { importDocument } from '../../documents/import.ts'
import { changeSegment } from '../../documents/segments.ts'
import { codeOf, given, openOffice, segmentOf, textFile } from '../../fixtures/office.ts'
import { changeChoices } from '../../outbox/choices.ts'
import { beginNotices, newWalks, tellPeople } from '../../outbox/tell-people.ts'
import { tidy } from '../../retention/tidy.ts'
import { setAbsence } from '../absence.ts'
import { accountRecord } from '../account-record.ts'
import { inviteAccount, signIn } from '../accounts.ts'
import { linkIdentity, linkOwnIdentity } from '../identities.ts'
import { addPasskey } from '../passkeys.ts'
import { addPerson, changePerson, invite, listPeople } from '../people.ts'
import { makeToken } from '../tokens.ts'
import { erasePerson, viewErasure } from './erase.ts'
import { exportPersonData } from './person-data.ts'

const noSessions = async () => []
const address = 'tan.yue@office.example'
const passkey = { id: 'credential', name: 'Key', publicKey: 'public-key-of-tan', counter: 0, transports: [] }

const confirmed = (workspace: Workspace, actor: Person, who: Person, confirm = who.login) =>
  erasePerson(workspace, actor, { person: who.id, confirm })

async function close(workspace: Workspace, admin: Person, { id, name, roles }: Person, active = false): Promise<void> {
  given(await changePerson(workspace, admin, { person: id, name, roles, active }))
}

/** An office in which the translator has everything that one can have. */
async function furnishedOffice() {
  const doors = createMemoryDoors()
  let now = Date.UTC(2026, 2, 1, 8)
  const office = await openOffice(doors, {
    clock: () => {
      now += 1000
      return new Date(now).toISOString()
    },
  })
  const { workspace, admin, translator, reviser } = office
  await beginNotices(workspace)
  const { id } = given(await importDocument(workspace, translator, textFile('道路建设\n第一句话。第二句话。\n')))
  given(await assignWork(workspace, reviser, { document: id, step: 'translate', person: translator.id, due: null }))
  const base = (await segmentOf(workspace, id, 'b2.s1')).version
  const command = { type: 'translate', segment: 'b2.s1', base, target: ['Words.'] } as const
  given(await changeSegment(workspace, translator, { document: id, command }))
  given(await changeChoices(workspace, translator, { ...usualChoices, address }))
  given(await makeToken(workspace, translator, { name: 'Nightly', scopes: ['read'], days: 300 }))
  given(await addPasskey(workspace, translator, passkey))
  given(await linkOwnIdentity(workspace, translator, { issuer: 'https://id.example', subject: 'tan-1' }))
  given(
    await setAbsence(workspace, translator, {
      person: translator.id,
      away: { from: '2026-04-01', until: '2026-04-05', standIn: null },
    }),
  )
  given(await invite(workspace, admin, { person: translator.id }))
  doors.access.add({ at: new Date(now).toISOString(), type: 'signed-in', person: translator.id, address: '10.9.8.7' })
  await tellPeople(workspace, newWalks(), null)
  return {
    ...office,
    doors,
    document: id,
    later: (days: number) => {
      now += days * 24 * 60 * 60 * 1000
    },
  }
}

/** All that the stores hold but the chained records. */
async function storedApart({ settings, access, journals }: ReturnType<typeof createMemoryDoors>): Promise<string> {
  const values = await Promise.all((await settings.names()).map((name) => settings.get(name)))
  return JSON.stringify([values, await access.recent(10_000), await journals.read('outbox', 0)])
}

test('what is stored of an erased person is gone, and what the record says of them has no name on any page', async () => {
  const { workspace, world, doors, admin, translator, reviser, document } = await furnishedOffice()
  const account = JSON.stringify((await doors.settings.get('accounts')) ?? {})
  const hashes = [...account.matchAll(/"(?:hash|password)":"([^"]+)"/g)].map(([, hash = '']) => hash)
  await close(workspace, admin, translator)
  const view = given(await viewErasure(workspace, admin, { person: translator.id }, noSessions))
  assert.deepEqual(view.goes, {
    password: true,
    passkeys: 1,
    tokens: 1,
    link: true,
    identities: 1,
    choices: true,
    absence: true,
    sessions: 0,
    door: 1,
    notices: 1,
    mails: 0,
  })
  assert.deepEqual([view.stays.documents, view.stays.work, view.takesTwo, view.open], [1, 1, false, false])
  assert.deepEqual(given(await confirmed(workspace, admin, translator)), { erased: true })

  const after = await storedApart(doors)
  const mine = JSON.stringify([(await doors.settings.get('accounts')) ?? {}])
  assert.ok(!mine.includes(translator.id))
  for (const secret of [address, 'public-key-of-tan', '10.9.8.7', 'Nightly', 'tan-1', translator.name])
    assert.ok(!after.includes(secret), secret)
  const others = JSON.stringify((await doors.settings.get('accounts')) ?? {})
  assert.ok(hashes.some((hash) => !others.includes(hash)) && hashes.some((hash) => others.includes(hash)))
  const outbox = JSON.stringify((await doors.journals.read('outbox', 0)).map(({ event }) => event))
  assert.ok(!outbox.includes(`"${translator.id}":`), 'no notice of theirs is held')

  // The record says that it was done, by whom and when, and not of whom by name.
  const last = (await doors.journals.read('people', 0)).at(-1)
  assert.deepEqual(
    [last?.by, last?.event],
    [admin.id, { type: 'person-erased', v: 1, person: translator.id, number: 1 }],
  )
  for (const open of [workspace, openWorkspace(world)]) {
    const { people } = given(await listPeople(open, reviser))
    const gone = people.find(({ id }) => id === translator.id)
    const { entries } = given(await accountRecord(open, admin, {}))
    assert.deepEqual([gone?.name, gone?.login, gone?.active, gone?.roles], [erasedName(1), '', false, []])
    assert.ok(!JSON.stringify([people, entries]).includes(translator.name))
    assert.ok(!JSON.stringify(entries).includes('tan-1'))
  }
  // Four eyes go on asking for the id.
  assert.deepEqual([...(await segmentOf(workspace, document, 'b2.s1')).authors], [translator.id])
})

test('two administrators are asked for where there are two, the account has to be closed, and the login typed', async () => {
  const { workspace, admin, translator, reviser, hire, later } = await furnishedOffice()
  const second = await hire('second', 'administrator')
  assert.equal(codeOf(await confirmed(workspace, reviser, translator)), 'role-missing')
  assert.equal(codeOf(await confirmed(workspace, admin, translator)), 'erasure-open')
  assert.equal(codeOf(await confirmed(workspace, admin, admin)), 'erasure-open', 'nobody erases themselves')
  await close(workspace, admin, translator)
  assert.equal(codeOf(await confirmed(workspace, admin, translator, 'translater')), 'erasure-confirm')
  assert.equal(codeOf(await confirmed(workspace, admin, translator, '')), 'erasure-confirm')
  assert.deepEqual(given(await confirmed(workspace, admin, translator)), { erased: false })
  assert.equal(codeOf(await confirmed(workspace, admin, translator)), 'erasure-second')
  // Opened again, nobody has asked.
  await close(workspace, admin, translator, true)
  await close(workspace, admin, translator)
  assert.deepEqual(given(await confirmed(workspace, admin, translator)), { erased: false })
  later(8)
  assert.deepEqual(given(await confirmed(workspace, second, translator)), { erased: false }, 'too long ago')
  const both = await Promise.all([1, 2].map(() => confirmed(workspace, admin, translator, ' TRANSLATOR ')))
  assert.deepEqual(
    both.map((answer) => ('erased' in answer ? answer.erased : codeOf(answer))),
    [true, 'person-erased'],
  )
})

test('nothing gives the account or its id to anybody again', async () => {
  const { workspace, admin, translator } = await furnishedOffice()
  await close(workspace, admin, translator)
  given(await confirmed(workspace, admin, translator))
  const person = translator.id
  const change = { person, name: 'Tan Yue', roles: translator.roles, active: true }
  const away = { from: '2026-04-01', until: '2026-04-05', standIn: null }
  assert.equal(codeOf(await changePerson(workspace, admin, change)), 'person-erased')
  assert.equal(codeOf(await invite(workspace, admin, { person })), 'person-erased')
  assert.equal(codeOf(await setAbsence(workspace, admin, { person, away })), 'person-erased')
  assert.equal(codeOf(await exportPersonData(workspace, admin, { person }, { sessions: noSessions })), 'person-erased')
  assert.equal(codeOf(await viewErasure(workspace, admin, { person }, noSessions)), 'person-erased')
  assert.notEqual(codeOf(await linkIdentity(workspace, admin, { person, subject: 'x' })), '')
  assert.equal(codeOf(await signIn(workspace, { login: '', password: 'a long password' })), 'wrong-password')
  assert.equal(codeOf(await signIn(workspace, { login: 'translator', password: 'a long password' })), 'wrong-password')
  const again = given(await addPerson(workspace, admin, { login: 'translator', name: 'Tan Yue', roles: ['reviser'] }))
  assert.notEqual(again.person.id, person)
  await close(workspace, admin, again.person)
  given(await confirmed(workspace, admin, again.person))
  const { people } = given(await listPeople(workspace, admin))
  assert.deepEqual(
    people.flatMap(({ erased = [] }) => erased),
    [1, 2],
  )
})

test('killed at any step, the next round removes what was left', async () => {
  for (let dies = 0; dies < 6; dies++) {
    const { workspace, world, doors, admin, translator } = await furnishedOffice()
    await close(workspace, admin, translator)
    let step = 0
    const set: typeof doors.settings.set = (name, value) => {
      if (step++ >= dies) throw new Error('killed')
      return doors.settings.set(name, value)
    }
    const forget: typeof doors.access.forget = async (what) => {
      if (step++ >= dies) throw new Error('killed')
      return doors.access.forget(what)
    }
    const shorten: typeof doors.journals.shorten = async (name, first) => {
      if (step++ >= dies) throw new Error('killed')
      return doors.journals.shorten(name, first)
    }
    const mortal = openWorkspace({
      ...world,
      settings: { ...doors.settings, set },
      access: { ...doors.access, forget },
      journals: { ...doors.journals, shorten },
    })
    await confirmed(mortal, admin, translator).catch(() => {})
    await tidy(openWorkspace(world))
    const after = await storedApart(doors)
    for (const secret of [address, 'public-key-of-tan', '10.9.8.7', 'Nightly'])
      assert.ok(!after.includes(secret), `${dies} ${secret}`)
    const held = (await openWorkspace(world).outbox.read()).state.notices.held
    assert.ok(!held.has(translator.id), String(dies))
  }
})

test('what is older than the office keeps it goes with the next round; closed accounts keep no address', async () => {
  const { workspace, world, doors, admin, translator, reviser, later } = await furnishedOffice()
  await inviteAccount(workspace, reviser.id, 'system')
  await close(workspace, admin, translator)
  await tidy(workspace)
  assert.ok((await storedApart(doors)).includes(address), 'for a time')
  later(31)
  await tidy(workspace)
  const after = await storedApart(doors)
  assert.ok(!after.includes(address) && !after.includes('Nightly'))
  assert.ok(after.includes('public-key-of-tan'), 'an account that is opened again has its passkeys')
  assert.equal(JSON.stringify((await doors.settings.get('accounts')) ?? {}).includes('invitation'), false)
  assert.ok(after.includes('10.9.8.7'))
  const retention = { deliveries: 1, notices: null, door: 1, closed: null }
  given(await changeSettings(workspace, admin, { retention }))
  const { state: before } = await workspace.outbox.read()
  await tidy(workspace)
  assert.ok(!(await storedApart(doors)).includes('10.9.8.7'))
  assert.equal((await doors.journals.read('outbox', 0)).length, 1)
  const { state } = await openWorkspace(world).outbox.read()
  const { carried: _, ...kept } = state
  const { carried: __, ...was } = before
  assert.deepEqual(kept, was)
})
