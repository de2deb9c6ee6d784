import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { activePerson } from '../core/lookup.ts'
import { openWorkspace } from '../core/open.ts'
import { codeOf, given, openOffice } from '../fixtures/office.ts'
import { acceptInvitation, changePassword, signIn, viewInvitation } from './accounts.ts'
import { addPerson, changePerson, declareSinglePerson, invite, listPeople } from './people.ts'
import { inviteFirstPeople, setUp } from './set-up.ts'

const long = 'a long password'

test('a new workspace has its people, each of whom sets a password once', async () => {
  const doors = createMemoryDoors()
  const { workspace, admin, translator } = await openOffice(doors)
  assert.deepEqual(admin.roles, ['terminologist', 'administrator'])
  assert.equal(given(await signIn(workspace, { login: ' ADMIN', password: long })).id, admin.id)
  assert.equal(codeOf(await signIn(workspace, { login: 'admin', password: 'another password' })), 'wrong-password')
  assert.equal(codeOf(await signIn(workspace, { login: 'nobody', password: long })), 'wrong-password')
  assert.equal(codeOf(await signIn(workspace, { login: 'admin', password: 'x'.repeat(501) })), 'wrong-password')
  await setUp(workspace, { sample: true })
  assert.deepEqual(await inviteFirstPeople(workspace, { again: true }), [], 'nobody is added or invited twice')
  assert.equal(given(await listPeople(workspace, translator)).people.length, 4)
})

test('no secret is kept as it is', async () => {
  const doors = createMemoryDoors()
  const { workspace, admin } = await openOffice(doors)
  const { token } = given(await addPerson(workspace, admin, { login: 'eve', name: 'Eve', roles: [] }))
  const stored = JSON.stringify([await doors.settings.get('accounts'), await doors.journals.read('people', 0)])
  assert.ok(!stored.includes(long) && !stored.includes(token))
})

test('who lost the first link is invited anew at the next start, and the lost one is void', async () => {
  const doors = createMemoryDoors()
  const { world } = await openOffice(doors)
  const fresh = openWorkspace({ ...world, ...createMemoryDoors() })
  await setUp(fresh, { sample: false })
  const [first] = await inviteFirstPeople(fresh, { again: false })
  assert.deepEqual(await inviteFirstPeople(fresh, { again: false }), [], 'the link of a moment ago is still valid')
  await setUp(fresh, { sample: true })
  const [second, ...others] = await inviteFirstPeople(fresh, { again: true })
  assert.equal(second?.person.id, first?.person.id)
  assert.deepEqual(others, [])
  assert.equal(codeOf(await viewInvitation(fresh, { token: first?.token ?? '' })), 'link-invalid')
  assert.equal(given(await viewInvitation(fresh, { token: second?.token ?? '' })).login, 'admin')
})

test('an invitation is good once, for a week, for whoever is active', async () => {
  let now = '2026-03-01T08:00:00.000Z'
  const { workspace, admin } = await openOffice(createMemoryDoors(), { clock: () => now })
  const { person, token } = given(await addPerson(workspace, admin, { login: 'eve', name: 'Eve', roles: ['reviser'] }))
  assert.equal(codeOf(await signIn(workspace, { login: 'eve', password: long })), 'wrong-password')
  assert.equal(codeOf(await acceptInvitation(workspace, { token, password: 'a short one' })), 'password-short')
  for (const guessable of [
    'password1234567',
    'aaaaaaaaaaaaaaa',
    'qwertyuiopasdfghjkl',
    'eve eve eve eve eve',
    '20261129202611292026',
  ]) {
    assert.equal(
      codeOf(await acceptInvitation(workspace, { token, password: guessable })),
      'password-guessable',
      guessable,
    )
  }
  assert.equal(codeOf(await acceptInvitation(workspace, { token: 'x', password: long })), 'link-invalid')
  const accepted = await Promise.all([1, 2].map(() => acceptInvitation(workspace, { token, password: long })))
  assert.deepEqual(accepted.map(codeOf), ['', 'link-invalid'])
  assert.equal(given(await signIn(workspace, { login: 'eve', password: long })).id, person.id)

  const again = given(await invite(workspace, admin, { person: person.id }))
  assert.equal(given(await signIn(workspace, { login: 'eve', password: long })).id, person.id)
  now = '2026-03-08T07:59:59.999Z'
  assert.equal(given(await viewInvitation(workspace, again)).name, 'Eve')
  now = '2026-03-08T08:00:00.000Z'
  assert.equal(codeOf(await viewInvitation(workspace, again)), 'link-invalid')

  const late = given(await invite(workspace, admin, { person: person.id }))
  given(await changePerson(workspace, admin, { person: person.id, name: 'Eve', roles: ['reviser'], active: false }))
  assert.equal(codeOf(await viewInvitation(workspace, late)), 'link-invalid')
  assert.equal(codeOf(await signIn(workspace, { login: 'eve', password: long })), 'wrong-password')
  assert.equal(await activePerson(workspace, person.id), null)
  assert.equal(codeOf(await invite(workspace, person, { person: admin.id })), 'not-signed-in')
})

test('a password is changed by whoever knows it', async () => {
  const { workspace, reviser } = await openOffice(createMemoryDoors())
  const change = (current: string, next: string) => changePassword(workspace, reviser, { current, next })
  assert.equal(codeOf(await change('a wrong password', 'the next password')), 'wrong-password')
  assert.equal(codeOf(await change(long, 'short')), 'password-short')
  assert.deepEqual(await change(long, 'the next password'), { done: true })
  assert.equal(codeOf(await signIn(workspace, { login: 'reviser', password: long })), 'wrong-password')
  assert.equal(given(await signIn(workspace, { login: 'reviser', password: 'the next password' })).id, reviser.id)
})

test('people are changed by the administrator alone, who cannot step down as the last', async () => {
  const { workspace, admin, translator } = await openOffice(createMemoryDoors())
  const eve = { login: 'eve', name: 'Eve', roles: ['approver'] as const }
  assert.equal(codeOf(await addPerson(workspace, translator, eve)), 'role-missing')
  assert.equal(codeOf(await declareSinglePerson(workspace, translator, { on: true })), 'role-missing')
  assert.equal(codeOf(await invite(workspace, translator, { person: admin.id })), 'role-missing')
  assert.equal(codeOf(await invite(workspace, admin, { person: 'nobody' })), 'person-unknown')
  const down = { person: admin.id, name: admin.name, roles: [], active: true }
  assert.equal(codeOf(await changePerson(workspace, admin, down)), 'last-administrator')
  const both = await Promise.all([addPerson(workspace, admin, eve), addPerson(workspace, admin, eve)])
  assert.deepEqual(both.map(codeOf), ['', 'login-taken'])
  assert.deepEqual(await declareSinglePerson(workspace, admin, { on: true }), { singlePerson: true })
  assert.equal(given(await listPeople(workspace, translator)).singlePerson, true)
})

test('links and passwords are entries of the record, by whoever made them, and hold no secret', async () => {
  const { workspace, admin, reviser } = await openOffice(createMemoryDoors())
  const since = (await (await workspace.people.read()).entries()).length
  const { token } = given(await invite(workspace, admin, { person: reviser.id }))
  given(await acceptInvitation(workspace, { token, password: 'words for the second time' }))
  given(
    await changePassword(workspace, reviser, { current: 'words for the second time', next: 'words for a third time' }),
  )
  assert.equal(codeOf(await acceptInvitation(workspace, { token, password: long })), 'link-invalid')
  const entries = await (await workspace.people.read()).entries(since)
  assert.deepEqual(
    entries.map(({ by, event }) => [by, event]),
    [
      [admin.id, { type: 'person-invited', v: 1, person: reviser.id }],
      [reviser.id, { type: 'password-set', v: 1, person: reviser.id, by: 'link' }],
      [reviser.id, { type: 'password-set', v: 1, person: reviser.id, by: 'present-password' }],
    ],
  )
})
