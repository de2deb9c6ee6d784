import assert from 'node:assert/strict'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { password, type TestServer, testServer, type Visitor } from './testing/server.ts'

let server: TestServer
let admin: Visitor
let reviser: Visitor

before(async () => {
  server = await testServer()
  admin = await server.signIn('administrator')
  reviser = await server.signIn('reviser')
})
after(() => server.end())

const idOf = async (login: string): Promise<string> =>
  (await admin.send('GET', '/api/people')).body.people.find((person: { login: string }) => person.login === login).id

async function record(visitor: Visitor, person?: string) {
  const query = person === undefined ? '' : `?person=${person}`
  return visitor.send('GET', `/api/people/record${query}`)
}

test('who came in, who was refused and what happened to an account can be read, without what was typed', async () => {
  const secret = 'a password in the wrong field'
  await server.visitor().send('POST', '/api/session', { login: secret, password: secret })
  await server.visitor().send('POST', '/api/session', { login: 'Reviser', password: 'wrong' })
  await server.visitor().send('POST', '/api/invitation', { token: 'none' })
  await reviser.send('POST', '/api/people', { login: 'x', name: 'x', roles: [] })
  await reviser.send('PUT', '/api/session/password', { current: 'wrong', next: 'words that nobody knows' })
  const { body } = await admin.send('POST', `/api/people/${await idOf('reviser')}/invitation`, {})
  assert.match(body.link, /^\/invite#/)

  const own = (await record(reviser, await idOf('reviser'))).body.entries
  assert.deepEqual(
    own.map(({ act, by, person }: { act: string; by: string | null; person: string }) => [act, by, person]),
    [
      ['person-invited', 'Administrator', 'Ren Jia'],
      ['password-refused', 'Ren Jia', 'Ren Jia'],
      ['act-refused', 'Ren Jia', 'Ren Jia'],
      ['sign-in-refused', null, 'Ren Jia'],
      ['signed-in', 'Ren Jia', 'Ren Jia'],
      ['password-set', 'Ren Jia', 'Ren Jia'],
      ['person-invited', null, 'Ren Jia'],
      ['person-added', null, 'Ren Jia'],
    ],
  )
  assert.deepEqual([own[1].address, own[2].route, own[7].roles], ['127.0.0.1', 'addPerson', ['reviser']])
  const all = (await record(admin)).body.entries
  const acts = all.map(({ act }: { act: string }) => act)
  assert.ok(acts.includes('link-refused') && acts.filter((act: string) => act === 'sign-in-refused').length === 2)
  const log = readFileSync(join(server.folder, 'access.log'), 'utf8')
  for (const typed of [secret, password, 'wrong"']) assert.ok(!log.includes(typed))
  assert.equal(statSync(join(server.folder, 'access.log')).mode & 0o777, 0o600)
})

test('people read their own record, administrators all; a record of nobody is refused', async () => {
  assert.equal((await record(reviser)).body.refusal.code, 'role-missing')
  assert.equal((await record(reviser, await idOf('admin'))).body.refusal.code, 'role-missing')
  assert.equal((await record(admin, await idOf('reviser'))).status, 200)
  assert.equal((await record(admin, 'nobody')).body.refusal.code, 'person-unknown')
})

test('guesses without end are noted once', async () => {
  for (let at = 0; at < 14; at++) {
    await server.visitor().send('POST', '/api/session', { login: 'approver', password: `guess ${at}` })
  }
  const { entries } = (await record(admin, await idOf('approver'))).body
  const count = (act: string) => entries.filter((entry: { act: string }) => entry.act === act).length
  assert.deepEqual([count('sign-in-refused'), count('too-many-tries')], [10, 1])
})
