import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import express from 'express'
import { isRefusal } from '../../model/refusal.ts'
import { createWalker, startProvider, type TestProvider } from '../testing/provider.ts'
import { createProviderDoor } from './door.ts'
import { localPath } from './local-path.ts'
import { createPendingSignIns, type Pending, pendingMilliseconds } from './pending.ts'

const origin = 'http://room.invalid'
const redirect = `${origin}/api/session/provider/callback`
const none: readonly string[] = []
const roles = { translator: ['writers'], reviser: none, approver: none, terminologist: none, administrator: none }
let provider: TestProvider
before(async () => {
  provider = await startProvider(origin)
  provider.accounts.set('he', { name: 'He', roles: ['writers'] })
  provider.seated = 'he'
})
after(() => provider.stop())

const ours = (secret = provider.secret) => {
  const { issuer, clientId } = provider
  const label = { zh: '', en: '' }
  return {
    settings: { issuer, clientId, scope: 'openid profile', claim: 'roles', roles, makesAccounts: true, label },
    secret,
  }
}

const verifier = 'of forty-three characters or more, without spaces'.replaceAll(/[ ,]/g, '-')
const pending = (at: number): Pending => ({ state: 's', nonce: 'n', verifier, purpose: 'enter', returnTo: '/', at })

async function answerAt(now: () => number, secret?: string) {
  const door = createProviderDoor(now)
  const begun = await door.begin(ours(secret), pending(now()), redirect, false)
  assert.ok(typeof begun === 'string')
  const answer = await createWalker().follow(begun, (url) => url.origin === origin)
  return door.finish(ours(secret), answer, pending(now()))
}

test('a token is taken while it is good, and not by a clock after its end', async () => {
  const now = await answerAt(Date.now)
  assert.ok(!isRefusal(now))
  assert.deepEqual(now.word, { issuer: provider.issuer, subject: 'he', login: 'he', name: 'He', roles: ['translator'] })
  const later = await answerAt(() => Date.now() + 3_600_000)
  assert.equal(isRefusal(later) && later.code, 'provider-expired')
})

test('to sign in anew is to do so now: an earlier sign-in there is none, whatever the provider made of the request', async () => {
  const walker = createWalker()
  const walk = (address: string) => walker.follow(address, (url) => url.origin === origin)
  const proof = (at: number): Pending => ({ ...pending(at), purpose: 'proof' })
  const door = createProviderDoor(Date.now)
  const first = await door.begin(ours(), proof(Date.now()), redirect, true)
  assert.ok(typeof first === 'string')
  assert.ok(!isRefusal(await door.finish(ours(), await walk(first), proof(Date.now()))))
  // Three minutes later the browser leaves out that it has to be anew, and the provider asks for nothing.
  const later = () => Date.now() + 180_000
  const doorThen = createProviderDoor(later)
  const asked = await doorThen.begin(ours(), proof(later()), redirect, true)
  assert.ok(typeof asked === 'string')
  const address = new URL(asked)
  for (const name of ['prompt', 'max_age']) address.searchParams.delete(name)
  const before = provider.signedIn
  const refused = await doorThen.finish(ours(), await walk(address.href), proof(later()))
  assert.ok(isRefusal(refused), 'taken for a sign-in anew')
  // To come in it is as good as any.
  assert.ok(!isRefusal(await doorThen.finish(ours(), await walk(address.href), pending(later()))))
  assert.equal(provider.signedIn, before)
})

test('a wrong secret is told as what the provider says of it', async () => {
  const refused = await answerAt(Date.now, 'another secret')
  assert.deepEqual(isRefusal(refused) && refused, {
    type: 'refusal',
    code: 'provider-misfit',
    params: { reason: 'invalid_client' },
  })
})

test('a sign-in under way is of one browser, taken once, and not after ten minutes', async () => {
  let now = Date.now()
  const signIns = createPendingSignIns('a secret', null, () => now)
  const others = createPendingSignIns('another secret', null, () => now)
  const app = express()
  app.get('/api/session/provider/begin', (request, response) => {
    const { state } = (request.query.other ? others : signIns).begin(response, { purpose: 'enter', returnTo: '/x' })
    response.send(state)
  })
  app.get('/api/session/provider/take', (request, response) => {
    const taken = signIns.take(request, response)
    response.send(typeof taken === 'string' ? taken : taken.returnTo)
  })
  const server = createServer(app).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  const at = (path: string) => `http://127.0.0.1:${port}/api/session/provider/${path}`
  const walker = createWalker()
  const ask = async (path: string) => (await walker.visit(at(path))).text()
  const jar = () => walker.cookies.get(`127.0.0.1:${port}`) ?? new Map()
  try {
    const state = await ask('begin')
    assert.doesNotMatch([...jar().values()].join(), new RegExp(state))
    const kept = new Map(jar())
    assert.equal(await ask('take?state=of-another'), 'none')
    assert.equal(await ask(`take?state=${state}`), '/x')
    assert.equal(jar().size, 0)
    walker.cookies.set(`127.0.0.1:${port}`, kept)
    assert.equal(await ask(`take?state=${state}`), 'none')
    const late = await ask('begin')
    now += pendingMilliseconds
    assert.equal(await ask(`take?state=${late}`), 'expired')
    // Sealed by somebody else, and cut.
    assert.equal(await ask(`take?state=${await ask('begin?other=1')}`), 'none')
    const cut = await ask('begin')
    for (const [name, value] of jar()) jar().set(name, value.slice(0, -2))
    assert.equal(await ask(`take?state=${cut}`), 'none')
    assert.equal(await ask('take?state=a&state=b'), 'none')
  } finally {
    server.closeAllConnections()
    server.close()
  }
})

test('only paths of the room are places to come back to', () => {
  assert.deepEqual(
    [
      '/',
      '/d/a?b=c',
      '/glossary/t1',
      '//x',
      '/\\x',
      'x',
      'https://x',
      '/a\nb',
      '/api/x',
      '/published/',
      '/%2f/x',
      '',
    ].map(localPath),
    ['/', '/d/a?b=c', '/glossary/t1', '/', '/', '/', '/', '/', '/', '/', '/%2f/x', '/'],
  )
})
