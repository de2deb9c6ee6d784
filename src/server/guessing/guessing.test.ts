import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createMemoryCatalogue } from '../../stores/in-memory/catalogue.ts'
import { createHub } from '../../stores/in-memory/coordination.ts'
import { password, type TestServer, testServer, type Visitor } from '../testing/server.ts'
import { createAttempts } from './attempts.ts'

let server: TestServer
let admin: Visitor
let translator: Visitor

before(async () => {
  server = await testServer()
  admin = await server.signIn('administrator')
  translator = await server.signIn('translator')
})
after(() => server.end())

/** Signs in, or tries to, in a browser with these cookies. */
const signIn = (login: unknown, given: string, visitor = server.visitor()) =>
  visitor.send('POST', '/api/session', { login, password: given })

/** The codes of wrong tries one after the other. */
async function guesses(count: number, login: string, visitor = server.visitor()): Promise<readonly string[]> {
  const codes: string[] = []
  for (let at = 0; at < count; at++) codes.push((await signIn(login, `guess ${at}`, visitor)).body.refusal.code)
  return codes
}

test('after ten wrong passwords no more are looked at, in whatever way the name is written', async () => {
  const wrong = Array.from({ length: 10 }, () => 'wrong-password')
  assert.deepEqual(await guesses(11, 'reviser'), [...wrong, 'too-many-attempts'])
  for (const variant of [' reviser', 'Reviser', 'ｒeviser', 'REVISER ']) {
    assert.equal((await signIn(variant, 'a guess')).body.refusal.code, 'too-many-attempts', variant)
  }
})

test('whoever guesses at the same address does not lock the owner out of the browser they use', async () => {
  await guesses(11, 'admin')
  assert.equal((await signIn('admin', password)).status, 429)
  assert.equal((await signIn('admin', password, admin)).status, 200)
  assert.equal((await signIn('admin', password, translator)).status, 429, 'known for another person')
  const codes = await guesses(11, 'admin', admin)
  assert.equal(codes.at(-1), 'too-many-attempts', 'a known browser has a limit too')
})

test('a cookie of a known browser that the server did not seal is none', async () => {
  const forged = admin.cookie.replace(/(duizhao-known-\w+=)[^;]+/, '$1AAAA.AAAA')
  assert.notEqual(forged, admin.cookie)
  assert.equal((await signIn('admin', password, server.visitor(forged))).status, 429)
})

test('guesses close neither one-time links nor the change of a password, and one person no other', async () => {
  assert.equal((await server.visitor().send('POST', '/api/invitation', { token: 'none' })).status, 404)
  const change = (visitor: Visitor) =>
    visitor.send('PUT', '/api/session/password', { current: 'not this one', next: 'words that nobody knows' })
  for (let at = 0; at < 10; at++) assert.equal((await change(translator)).status, 401)
  assert.equal((await change(translator)).status, 429)
  assert.equal((await change(admin)).status, 401)
})

test('a name or a link that is no text is an answer, not a fault', async () => {
  for (const odd of [{ toString: 1 }, ['admin'], 7, null]) {
    assert.equal((await signIn(odd, 'x')).status, 400)
    assert.equal((await server.visitor().send('POST', '/api/invitation', { token: odd })).status, 400)
  }
})

test('counts outlive a restart, hold no names or addresses, and begin anew after their time', async () => {
  const catalogue = createMemoryCatalogue()
  const hub = createHub()
  let now = 1_000
  const open = () => {
    const doors = { catalogue, coordination: hub.join(), now: () => now }
    const attempts = createAttempts(doors, (fault) => assert.fail(String(fault)))
    const store = attempts.store('login')
    store.init?.({ windowMs: 60_000 } as never)
    return { attempts, store }
  }
  const { attempts, store } = open()
  await store.increment('127.0.0.1 admin')
  await store.increment('127.0.0.1 admin')
  await attempts.written()
  assert.doesNotMatch(JSON.stringify(await catalogue.get('attempts')), /admin|127/)
  const again = open().store
  assert.equal((await again.increment('127.0.0.1 admin')).totalHits, 3)
  await again.decrement('127.0.0.1 admin')
  assert.equal((await again.increment('127.0.0.1 admin')).totalHits, 3)
  now += 60_001
  assert.equal((await again.increment('127.0.0.1 admin')).totalHits, 1)
})

test('where the counts cannot be written people sign in all the same, and the fault is reported', async () => {
  const full = { ...createMemoryCatalogue(), set: () => Promise.reject(new Error('no space left')) }
  const faults: unknown[] = []
  const attempts = createAttempts({ catalogue: full, coordination: createHub().join(), now: Date.now }, (fault) =>
    faults.push(fault),
  )
  assert.equal((await attempts.store('login').increment('a')).totalHits, 1)
  await attempts.written()
  assert.equal(faults.length, 1)
})

test('servers that share a catalogue count together, also what comes at once', async () => {
  const catalogue = createMemoryCatalogue()
  const hub = createHub()
  const stores = [1, 2].map(() => {
    const doors = { catalogue, coordination: hub.join(), now: () => 1_000 }
    const store = createAttempts(doors, (fault) => assert.fail(String(fault))).store('login')
    store.init?.({ windowMs: 60_000 } as never)
    return store
  })
  const counted = await Promise.all([...stores, ...stores, ...stores].map((store) => store.increment('admin')))
  assert.deepEqual(counted.map(({ totalHits }) => totalHits).sort(), [1, 2, 3, 4, 5, 6])
})
