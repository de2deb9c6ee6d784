import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestServer, testServer, type Visitor } from './testing/server.ts'

let server: TestServer
let translator: Visitor

before(async () => {
  server = await testServer()
  translator = await server.signIn('translator')
})
after(() => server.end())

const path = '/api/terms/candidates'

test('candidates of the sample come from a thread of their own, and others are answered meanwhile', async () => {
  const ended: string[] = []
  const asked = translator.send('GET', `${path}?limit=1000`).then((answer) => {
    ended.push('candidates')
    return answer
  })
  await translator.send('GET', '/api/session').then(() => ended.push('session'))
  const { status, body } = await asked
  assert.equal(status, 200)
  assert.deepEqual(ended, ['session', 'candidates'])
  assert.equal(body.documents.length, 1)
  assert.deepEqual([body.segments, body.left], [59, 0])
  assert.ok(body.candidates.length > 100)
  assert.ok(body.candidates.some(({ english }: { english: unknown }) => english !== null))
})

test('whoever has no role on the team has no candidates and decides on none; nobody else does unasked', async () => {
  const administrator = await server.signIn('administrator')
  const { body } = await administrator.send('POST', '/api/people', { login: 'guest', name: 'Guest', roles: [] })
  const token = body.link.split('#')[1]
  const password = 'only here to look'
  const accepted = await server.visitor().send('POST', '/api/invitation/accept', { token, password })
  const guest = server.visitor(
    accepted.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; '),
  )
  const calls = [
    ['GET', `${path}?limit=10`],
    ['POST', `${path}/dismiss`, { form: '渔港' }],
    ['POST', `${path}/restore`, { form: '渔港' }],
  ] as const
  for (const [method, address, sent] of calls) {
    const asGuest = await guest.send(method, address, sent)
    assert.deepEqual([asGuest.status, asGuest.body.refusal.code], [403, 'role-missing'], address)
    const asNobody = await server.visitor().send(method, address, sent)
    assert.deepEqual([asNobody.status, asNobody.body.refusal.code], [401, 'not-signed-in'], address)
  }
})

test('limits hold, and odd words are a form or a refusal', async () => {
  for (const query of ['', 'limit=0', 'limit=1001', 'limit=x', 'limit=1e9', `limit=5&document=${'d'.repeat(501)}`])
    assert.equal((await translator.send('GET', `${path}?${query}`)).status, 400, query)
  assert.equal((await translator.send('GET', `${path}?limit=5&document=..%2fpeople`)).status, 404)
  for (const form of ['', ' ', 'x'.repeat(501), 5, null, undefined])
    assert.equal((await translator.send('POST', `${path}/dismiss`, { form })).status, 400)
  for (const form of ['半\ud800个', '__proto__', '\u001b[2J', '😀']) {
    for (const action of ['dismiss', 'dismiss', 'restore'])
      assert.equal((await translator.send('POST', `${path}/${action}`, { form })).status, 200, `${action} ${form}`)
  }
  const { body } = await translator.send('GET', `${path}?limit=1`)
  assert.deepEqual(body.dismissed, [])
})
