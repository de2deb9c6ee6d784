import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { createWalker, startProvider, type TestProvider, type Walker } from '../testing/provider.ts'
import { type Answer, password, type TestServer, testServer, type Visitor } from '../testing/server.ts'

let server: TestServer
let provider: TestProvider
let admin: Visitor
let origin: string

const mapping = {
  translator: ['writers'],
  reviser: ['readers', 'second readers'],
  approver: ['signers'],
  terminologist: [],
  administrator: ['keepers'],
}
const settings = () => ({
  issuer: provider.issuer,
  clientId: provider.clientId,
  secret: provider.secret,
  scope: 'openid profile',
  claim: 'roles',
  roles: mapping,
  makesAccounts: true,
  label: { zh: '办公网', en: 'Office login' },
})

before(async () => {
  server = await testServer({ providerTimes: { each: 0, longest: 60_000, pause: 0 } })
  origin = `http://127.0.0.1:${server.port}`
  provider = await startProvider(origin)
  admin = await server.signIn('administrator')
})
after(async () => {
  await provider.stop()
  await server.end()
})

const set = (change: object = {}) =>
  admin.send('PUT', '/api/settings/sign-in/provider', { provider: { ...settings(), ...change } })

async function call(walker: Walker, method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await walker.visit(`${origin}${path}`, {
    method,
    headers: { 'x-requested-with': 'duizhao', 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: await response.json(), headers: response.headers }
}

const isCallback = (url: URL) => url.origin === origin
const walkTo = async (walker: Walker, returnTo = '/') => {
  const begun = await call(walker, 'POST', '/api/session/provider', { returnTo })
  assert.equal(begun.status, 200, JSON.stringify(begun.body))
  return walker.follow(begun.body.address, isCallback)
}

/** Signs in as somebody at the provider; gives where the page goes on. */
async function enter(subject: string | null, walker = createWalker(), returnTo = '/') {
  provider.seated = subject
  const callback = await walkTo(walker, returnTo)
  return { walker, callback, landed: await land(walker, callback) }
}

async function land(walker: Walker, callback: URL): Promise<string> {
  const response = await walker.visit(callback.href)
  assert.equal(response.status, 303)
  return response.headers.get('location') ?? ''
}

/** Before somebody else sits down there, it knows nobody. */
const leaveSeat = (walker: Walker) => walker.cookies.delete(new URL(provider.issuer).host)

const whoIs = async (walker: Walker) => (await call(walker, 'GET', '/api/session')).body.person

test('somebody whom the provider gives a role signs in, gets an account, and roles follow the claim', async () => {
  assert.equal((await set()).status, 200)
  provider.accounts.set('lu', { name: '陆晓 Lu Xiao', roles: ['writers', 'anglers'] })
  const { walker, landed } = await enter('lu', createWalker(), '/glossary?x=1')
  assert.equal(landed, '/glossary?x=1')
  const lu = await whoIs(walker)
  assert.deepEqual([lu.name, lu.login, lu.roles], ['陆晓 Lu Xiao', 'lu', ['translator']])
  // The claim is asked again as the session is used.
  provider.accounts.set('lu', { name: 'Another Name', roles: ['second readers', 'signers'] })
  assert.deepEqual((await whoIs(walker)).roles, ['reviser', 'approver'])
  assert.equal((await whoIs(walker)).name, '陆晓 Lu Xiao')
  const record = await admin.send('GET', `/api/people/record?person=${lu.id}`)
  const acts = record.body.entries.map(({ act, byProvider }: { act: string; byProvider?: true }) => [act, byProvider])
  assert.deepEqual(acts, [
    ['roles-changed', true],
    ['signed-in', undefined],
    ['identity-linked', true],
    ['person-added', true],
  ])
  // Nobody is invited for having come that way.
  assert.deepEqual(server.invitations.length, 4)
})

test('what the settings say is read back without the secret, and tells what to register', async () => {
  const { body } = await admin.send('GET', '/api/settings/sign-in')
  assert.equal(body.signIn.secretSet, true)
  assert.equal(body.signIn.provider.claim, 'roles')
  assert.doesNotMatch(JSON.stringify(body), /between two programmes/)
  assert.equal(body.redirect, `${origin}/api/session/provider/callback`)
  const { body: look } = await admin.send('POST', '/api/settings/sign-in/provider/test', {})
  assert.deepEqual(look, { issuer: provider.issuer, logout: true })
  for (const issuer of [
    'http://login.example.org',
    'https://u:p@login.example.org',
    'https://login.example.org/?x',
    'x',
  ]) {
    assert.equal((await set({ issuer })).body.refusal.params.place, 'issuer')
  }
  assert.equal(
    (await set({ roles: { ...mapping, translator: [' '], reviser: [], approver: [], administrator: [] } })).body.refusal
      .params.place,
    'roles',
  )
  // A secret goes to no other provider.
  assert.equal((await set({ issuer: 'https://login.example.org', secret: undefined })).body.secretSet, false)
  await set()
  assert.equal((await set({ secret: undefined })).body.secretSet, true)
})

test('an account closed at the provider signs in no more, and its sessions end; with a role it comes back', async () => {
  provider.accounts.set('mo', { name: 'Mo', roles: ['writers'] })
  const { walker } = await enter('mo')
  const second = (await enter('mo')).walker
  const mo = await whoIs(walker)
  // Its roles are taken there: both sessions end, and the account is closed here.
  provider.accounts.set('mo', { name: 'Mo', roles: ['anglers'] })
  assert.equal(await whoIs(walker), null)
  assert.equal(await whoIs(second), null)
  assert.equal((await enter('mo')).landed, '/?refused=provider-no-role')
  const active = async () =>
    (await admin.send('GET', '/api/people')).body.people.find(({ id }: { id: string }) => id === mo.id).active
  assert.equal(await active(), false)
  provider.accounts.set('mo', { name: 'Mo', roles: ['readers'] })
  const again = await enter('mo')
  assert.equal(again.landed, '/')
  assert.deepEqual([(await whoIs(again.walker)).id, (await whoIs(again.walker)).roles], [mo.id, ['reviser']])
  // The account is gone there altogether.
  provider.accounts.delete('mo')
  await provider.revoke('mo')
  assert.equal(await whoIs(again.walker), null)
  provider.accounts.set('mo', { name: 'Mo', roles: ['readers'] })
  // An administrator closes it here: the provider does not open that.
  const change = { name: 'Mo', roles: ['reviser'], active: false }
  assert.equal((await admin.send('PUT', `/api/people/${mo.id}`, change)).status, 200)
  assert.equal((await enter('mo')).landed, '/?refused=account-closed')
})

test('a provider that does not answer leaves people at work for a while, and lets nobody in', async () => {
  provider.accounts.set('su', { name: 'Su', roles: ['writers'] })
  const { walker } = await enter('su')
  provider.silence(true)
  try {
    assert.equal((await whoIs(walker)).name, 'Su')
    await set({ scope: 'openid profile x' })
    await set({ clientId: 'unknown yet', secret: 'x' })
    const begun = await call(createWalker(), 'POST', '/api/session/provider', { returnTo: '/' })
    assert.equal(begun.body.refusal.code, 'provider-unreachable')
    assert.equal((await server.visitor().send('POST', '/api/session', { login: 'admin', password })).status, 200)
  } finally {
    provider.silence(false)
    await set()
  }
  assert.equal((await whoIs(walker)).name, 'Su')
})

test('a wrong nonce, an answer used twice, one of another browser, a refusal and an old one let nobody in', async () => {
  provider.accounts.set('he', { name: 'He', roles: ['writers'] })
  provider.seated = 'he'
  // Whoever swaps the nonce has a token that was made for another sign-in.
  const swapped = createWalker()
  const begun = await call(swapped, 'POST', '/api/session/provider', { returnTo: '/' })
  const address = new URL(begun.body.address)
  assert.equal(address.searchParams.get('code_challenge_method'), 'S256')
  address.searchParams.set('nonce', 'of another sign-in')
  assert.equal(await land(swapped, await swapped.follow(address.href, isCallback)), '/?refused=provider-nonce')

  // The same answer again: its cookie is gone, and with the cookie put back it was taken before.
  const walker = createWalker()
  const callback = await walkTo(walker)
  const jar = new Map(walker.cookies.get(new URL(origin).host))
  assert.equal(await land(walker, callback), '/')
  assert.equal(await land(walker, callback), '/?refused=provider-replayed')
  const thief = createWalker()
  thief.cookies.set(new URL(origin).host, new Map([...jar].filter(([name]) => name.includes('provider'))))
  assert.equal(await land(thief, callback), '/?refused=provider-replayed')
  assert.equal(await whoIs(thief), null)
  // The code in the answer to another sign-in of the thief's own is used, and was made for another verifier.
  const own = createWalker()
  const ownBegun = await call(own, 'POST', '/api/session/provider', { returnTo: '/' })
  const mixed = new URL(callback)
  mixed.searchParams.set('state', new URL(ownBegun.body.address).searchParams.get('state') ?? '')
  assert.equal(await land(own, mixed), '/?refused=provider-replayed')

  // An answer to a sign-in that this browser never began.
  const stranger = createWalker()
  assert.equal(await land(stranger, await walkTo(createWalker())), '/?refused=provider-replayed')
  // An issuer that is not the provider's (RFC 9207).
  const foreign = createWalker()
  const foreignCallback = await walkTo(foreign)
  foreignCallback.searchParams.set('iss', 'https://elsewhere.example.org')
  assert.equal(await land(foreign, foreignCallback), '/?refused=provider-misfit')
  assert.equal((await enter(null)).landed, '/?refused=provider-denied')
  for (const one of [swapped, stranger, foreign, own]) assert.equal(await whoIs(one), null)
})

test('a code that has expired lets nobody in', async () => {
  const hasty = await startProvider(origin, { codeSeconds: 1 })
  try {
    hasty.accounts.set('he', { name: 'He', roles: ['writers'] })
    hasty.seated = 'he'
    await set({ issuer: hasty.issuer })
    const walker = createWalker()
    const callback = await walkTo(walker)
    await wait(2_000)
    assert.equal(await land(walker, callback), '/?refused=provider-replayed')
    assert.equal(await whoIs(walker), null)
  } finally {
    await hasty.stop()
    await set()
  }
})

test('signing out ends the session here and at the provider', async () => {
  provider.accounts.set('lu', { name: 'Lu', roles: ['writers'] })
  const { walker } = await enter('lu')
  const { body } = await call(walker, 'DELETE', '/api/session')
  assert.equal(await whoIs(walker), null)
  const leave = new URL(body.leave)
  assert.equal(leave.origin, provider.issuer)
  assert.equal(leave.searchParams.get('post_logout_redirect_uri'), `${origin}/`)
  const page = await (await walker.visit(leave.href)).text()
  const form = Object.fromEntries(
    [...page.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  )
  const left = await walker.visit(`${provider.issuer}/session/end/confirm`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ...form, logout: 'yes' }).toString(),
  })
  assert.equal(left.headers.get('location'), `${origin}/`)
  // There the session is over: without anybody at the screen nobody comes in.
  assert.equal((await enter(null, walker)).landed, '/?refused=provider-denied')
  // A local session has nowhere to leave to.
  const local = await server.visitor().send('POST', '/api/session', { login: 'admin', password })
  const cookie = local.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  assert.deepEqual((await server.visitor(cookie).send('DELETE', '/api/session')).body, { done: true, leave: null })
})

test('an account is linked by its owner with the password, never by a name, and on the record', async () => {
  const token = (
    await admin.send('POST', '/api/people', { login: 'wen', name: 'Wen', roles: ['translator'] })
  ).body.link.split('#')[1]
  const walker = createWalker()
  await call(walker, 'POST', '/api/invitation/accept', { token, password })
  const wen = await whoIs(walker)
  // The same login there is nobody here: it gets an account of its own.
  provider.accounts.set('wen', { name: 'Wen', roles: ['readers'] })
  const other = await whoIs((await enter('wen')).walker)
  assert.equal(other.login, 'wen-2')
  assert.equal(
    (await call(walker, 'POST', '/api/session/provider/link', { password: 'x' })).body.refusal.code,
    'wrong-password',
  )
  const link = async () => {
    const begun = await call(walker, 'POST', '/api/session/provider/link', { password })
    assert.equal(new URL(begun.body.address).searchParams.get('prompt'), 'login')
    return land(walker, await walker.follow(begun.body.address, isCallback))
  }
  provider.seated = 'wen'
  assert.equal(await link(), '/settings?refused=identity-taken')
  provider.accounts.set('4711', { name: 'W.', roles: ['writers', 'signers'] })
  provider.seated = '4711'
  leaveSeat(walker)
  assert.equal(await link(), '/settings')
  const { body } = await call(walker, 'GET', `/api/people/${wen.id}/identities`)
  assert.deepEqual(body.identities, [{ person: wen.id, issuer: provider.issuer, subject: '4711' }])
  // By the linked account they are themselves, with the roles that it has.
  const entered = await whoIs((await enter('4711')).walker)
  assert.deepEqual([entered.id, entered.roles], [wen.id, ['translator', 'approver']])
  // Nobody else sees it or takes it; its owner does, who has a password.
  const lu = (await enter('lu')).walker
  assert.equal((await call(lu, 'GET', `/api/people/${wen.id}/identities`)).body.refusal.code, 'role-missing')
  const where = `/api/people/${wen.id}/identities?issuer=${encodeURIComponent(provider.issuer)}&subject=4711`
  assert.equal((await call(lu, 'DELETE', where)).body.refusal.code, 'role-missing')
  assert.deepEqual((await call(walker, 'DELETE', where)).body.identities, [])
  const ofLu = await whoIs(lu)
  const only = `/api/people/${ofLu.id}/identities?issuer=${encodeURIComponent(provider.issuer)}&subject=lu`
  assert.equal((await call(lu, 'DELETE', only)).body.refusal.code, 'identity-only-way')
  // An administrator links and unlinks by what the account is called there.
  const linked = await admin.send('POST', `/api/people/${wen.id}/identities`, { subject: '4711' })
  assert.equal(linked.body.identities.length, 1)
  const acts = (await admin.send('GET', `/api/people/record?person=${wen.id}`)).body.entries.map(
    (entry: { act: string; by: string }) => `${entry.act} ${entry.by}`,
  )
  assert.deepEqual(
    acts.filter((act: string) => act.startsWith('identity')),
    ['identity-linked Administrator', 'identity-unlinked Wen', 'identity-linked Wen'],
  )
})

test('the last administrator with a password keeps the role, whatever the provider says', async () => {
  const { body } = await admin.send('GET', '/api/people')
  const { id } = body.people.find(({ login }: { login: string }) => login === 'admin')
  provider.accounts.set('keeper', { name: 'Keeper', roles: ['writers'] })
  await admin.send('POST', `/api/people/${id}/identities`, { subject: 'keeper' })
  const { walker } = await enter('keeper')
  assert.deepEqual((await whoIs(walker)).roles, ['translator', 'administrator'])
  provider.accounts.set('keeper', { name: 'Keeper', roles: [] })
  assert.equal(await whoIs(walker), null)
  assert.equal((await enter('keeper')).landed, '/?refused=provider-no-role')
  assert.equal((await server.visitor().send('POST', '/api/session', { login: 'admin', password })).status, 200)
  admin = await signedIn('admin')
})

async function signedIn(login: string): Promise<Visitor> {
  const { headers } = await server.visitor().send('POST', '/api/session', { login, password })
  return server.visitor(
    headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; '),
  )
}

test('without a password one signs by signing in anew, once, for that document, as oneself', async () => {
  provider.accounts.set('si', { name: 'Si', roles: ['signers'] })
  provider.accounts.set('xu', { name: 'Xu', roles: ['signers'] })
  const { walker } = await enter('si')
  const session = (await call(walker, 'GET', '/api/session')).body
  assert.deepEqual([session.proof, session.proved], ['provider', null])
  const document = (await call(walker, 'GET', '/api/documents')).body.documents[0].id
  const sign = async (of = document) =>
    (await call(walker, 'POST', `/api/documents/${of}/sign-off`, { sequence: 0 })).body.refusal.code
  assert.equal(await sign(), 'provider-again')
  const prove = async (subject: string, of = document) => {
    if (provider.seated !== subject) leaveSeat(walker)
    provider.seated = subject
    const begun = await call(walker, 'POST', '/api/session/provider/proof', {
      document: of,
      returnTo: `/d/${of}/sign-off`,
    })
    const before = provider.signedIn
    const callback = await walker.follow(begun.body.address, isCallback)
    // Being signed in there is not enough.
    assert.equal(provider.signedIn, before + 1)
    return land(walker, callback)
  }
  assert.equal(await prove('xu'), `/d/${document}/sign-off?refused=provider-other-person`)
  assert.equal(await sign(), 'provider-again')
  assert.equal(await prove('si', 'another'), '/d/another/sign-off')
  assert.equal(await sign(), 'provider-again')
  assert.equal(await prove('si'), `/d/${document}/sign-off`)
  assert.equal((await call(walker, 'GET', '/api/session')).body.proved, document)
  // What is refused now is the document itself, which is not finished.
  assert.equal(await sign(), 'sign-off-open')
  assert.equal(await sign('none'), 'document-unknown')
})

test('no sign-in leads to another site', async () => {
  for (const [asked, landed] of [
    ['//evil.example', '/'],
    ['https://evil.example/', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['/a/..//evil.example', '/'],
    ['/api/session', '/'],
    ['/d/x?y=1', '/d/x?y=1'],
  ] as const) {
    assert.equal((await enter('lu', createWalker(), asked)).landed, landed, asked)
  }
})

test('a provider is set on the record, and with none set nobody comes that way', async () => {
  const { walker } = await enter('lu')
  assert.equal((await admin.send('PUT', '/api/settings/sign-in/provider', { provider: null })).status, 200)
  assert.equal(await whoIs(walker), null)
  const begun = await call(createWalker(), 'POST', '/api/session/provider', { returnTo: '/' })
  assert.equal(begun.body.refusal.code, 'provider-off')
  const { body } = await admin.send('GET', '/api/people/record')
  const set = body.entries.filter(({ act }: { act: string }) => act === 'provider-set')
  assert.ok(set.length > 2)
  assert.deepEqual([set[0].by, set[0].detail, set.at(-1).detail], ['Administrator', undefined, provider.issuer])
})
