import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Authenticator, createAuthenticator } from './testing/authenticator.ts'
import { createWalker, startProvider } from './testing/provider.ts'
import {
  type Answer,
  cookiesIn,
  password,
  type TestServer,
  testServer,
  type Visitor,
  visitorOf,
} from './testing/server.ts'

let server: TestServer
let origin: string
const people: Record<string, Visitor> = {}

before(async () => {
  server = await testServer({ providerTimes: { each: 0, longest: 60_000, pause: 0 } })
  // Passkeys are of names; this machine has one.
  origin = `http://localhost:${server.port}`
  for (const role of ['administrator', 'approver', 'translator', 'reviser'] as const) {
    people[role] = visitorOf(origin, (await server.signIn(role)).cookie)
  }
})
after(() => server.end())

const who = (role: string) => people[role] as Visitor
const codeOf = (answer: { body: { refusal?: { code: string } } }) => answer.body.refusal?.code

async function make(visitor: Visitor, device: Authenticator, name = 'ring', by?: Authenticator) {
  const asked = by && (await visitor.send('POST', '/api/passkeys/asked', { purpose: { type: 'add' } }))
  const proof = { password, ...(by && asked && { passkey: by.use(asked.body.options) }) }
  const begun = await visitor.send('POST', '/api/passkeys/begun', proof)
  if (begun.status !== 200) return begun
  return visitor.send('POST', '/api/passkeys', { name, made: device.make(begun.body.options) })
}

test('a passkey is made with the password, named, and removed with both', async () => {
  const visitor = who('translator')
  const device = createAuthenticator(origin)
  assert.equal(codeOf(await visitor.send('POST', '/api/passkeys/begun', { password: 'x' })), 'wrong-password')
  assert.equal(
    codeOf(await visitor.send('POST', '/api/passkeys', { name: 'x', made: device.make({ challenge: 'x' }) })),
    'passkey-expired',
  )
  const made = await make(visitor, device)
  assert.equal(made.body.passkeys[0].name, 'ring')
  assert.doesNotMatch(JSON.stringify(made.body), /publicKey|counter/)
  // The next one asks for the first as well.
  assert.equal(codeOf(await make(visitor, createAuthenticator(origin))), 'passkey-needed')
  assert.equal((await make(visitor, createAuthenticator(origin), 'drawer', device)).body.passkeys.length, 2)
  assert.equal(
    codeOf(await visitor.send('POST', '/api/passkeys/removed', { id: device.id, password })),
    'passkey-needed',
  )
  const purpose = { type: 'remove', passkey: device.id }
  const asked = await visitor.send('POST', '/api/passkeys/asked', { purpose })
  const passkey = device.use(asked.body.options)
  const gone = await visitor.send('POST', '/api/passkeys/removed', { id: device.id, password, passkey })
  assert.deepEqual(
    gone.body.passkeys.map(({ name }: { name: string }) => name),
    ['drawer'],
  )
  // What is removed opens nothing any more.
  const later = await visitor.send('POST', '/api/passkeys/asked', { purpose })
  const removed = { id: device.id, password, passkey: device.use(later.body.options) }
  assert.equal(codeOf(await visitor.send('POST', '/api/passkeys/removed', removed)), 'passkey-wrong')
})

test('at the signature the passkey is asked for: not another challenge, person, origin, device or count', async () => {
  const approver = who('approver')
  const device = createAuthenticator(origin)
  await make(approver, device)
  const [{ id: document }] = (await approver.send('GET', '/api/documents')).body.documents
  const sign = async (passkey?: object) =>
    codeOf(
      await approver.send('POST', `/api/documents/${document}/sign-off`, {
        sequence: 0,
        password,
        ...(passkey && { passkey }),
      }),
    )
  const signing = { type: 'sign', document, sequence: 0 }
  const ask = async (purpose: object = signing) =>
    (await approver.send('POST', '/api/passkeys/asked', { purpose })).body.options
  assert.equal(await sign(), 'passkey-needed')
  const used = device.use(await ask())
  // The document has open points: that is what is refused now.
  assert.equal(await sign(used), 'sign-off-open')
  assert.equal(await sign(used), 'passkey-expired')
  await ask()
  assert.equal(await sign(used), 'passkey-wrong')
  for (const other of [
    { ...signing, document: 'another' },
    { ...signing, sequence: 1 },
    { type: 'withdraw', document, number: 0 },
    { type: 'add' },
    { type: 'remove', passkey: device.id },
    { type: 'link' },
  ]) {
    assert.equal(await sign(device.use(await ask(other))), 'passkey-expired', JSON.stringify(other))
  }
  // The reviser's, well used in their own browser.
  const theirs = createAuthenticator(origin)
  await make(who('reviser'), theirs)
  assert.equal(await sign(theirs.use(await ask())), 'passkey-wrong')
  device.origin = 'https://evil.example'
  assert.equal(await sign(device.use(await ask())), 'passkey-wrong')
  device.origin = origin
  assert.equal(await sign(device.use({ ...(await ask()), rpId: 'evil.example' })), 'passkey-wrong')
  device.verifies = false
  assert.equal(await sign(device.use(await ask())), 'passkey-wrong')
  device.verifies = true
  device.counter = 0
  assert.equal(await sign(device.use(await ask())), 'passkey-wrong')
  device.counter = 50
  assert.equal(await sign(device.use(await ask())), 'sign-off-open')
  assert.equal(await sign({ ...device.use(await ask()), response: {} }), 'passkey-wrong')
})

test('at sign-in it is asked for by policy, and whoever has to have one makes it then', async () => {
  const admin = who('administrator')
  const policy = (when: string, roles: readonly string[] = []) =>
    admin.send('PUT', '/api/settings/sign-in/second-factor', { when, roles })
  const device = createAuthenticator(origin)
  const token = (
    await admin.send('POST', '/api/people', { login: 'qi', name: 'Qi', roles: ['approver'] })
  ).body.link.split('#')[1]
  const accepted = await visitorOf(origin).send('POST', '/api/invitation/accept', { token, password })
  assert.equal(accepted.body.person.login, 'qi')
  const signIn = async () => {
    const answer = await visitorOf(origin).send('POST', '/api/session', { login: 'qi', password })
    return { view: answer.body, visitor: visitorOf(origin, cookiesIn(answer.headers)) }
  }
  assert.equal(codeOf(await policy('required')), 'bad-request')
  await policy('required', ['approver'])
  const half = await signIn()
  assert.deepEqual([half.view.person, half.view.next], [null, 'enrol'])
  assert.equal(codeOf(await half.visitor.send('GET', '/api/documents')), 'not-signed-in')
  assert.equal(codeOf(await half.visitor.send('POST', '/api/session/passkey/asked', {})), 'passkey-expired')
  const begun = await half.visitor.send('POST', '/api/session/passkey/begun', {})
  const made = await half.visitor.send('POST', '/api/session/passkey/made', {
    name: 'ring',
    made: device.make(begun.body.options),
  })
  assert.equal(made.body.person.login, 'qi')
  await policy('held')
  const again = await signIn()
  assert.deepEqual([again.view.person, again.view.next], [null, 'passkey'])
  assert.equal(codeOf(await again.visitor.send('POST', '/api/session/passkey/begun', {})), 'passkey-expired')
  const asked = await again.visitor.send('POST', '/api/session/passkey/asked', {})
  const passkey = device.use(asked.body.options)
  const entered = await again.visitor.send('POST', '/api/session/passkey', { passkey })
  assert.equal(entered.body.person.login, 'qi')
  // The same answer in another sign-in.
  const third = await signIn()
  await third.visitor.send('POST', '/api/session/passkey/asked', {})
  assert.equal(codeOf(await third.visitor.send('POST', '/api/session/passkey', { passkey })), 'passkey-wrong')
  await policy('off')
  assert.equal((await signIn()).view.person.login, 'qi')
})

test('lost passkeys are given up by two administrators, neither of them the person', async () => {
  const admin = who('administrator')
  const visitor = who('reviser')
  const { people: all } = (await admin.send('GET', '/api/people')).body
  const idOf = (login: string) => all.find((person: { login: string }) => person.login === login).id
  const recover = (by: Visitor, id: string) => by.send('POST', `/api/people/${id}/recovery`, {})
  assert.equal(codeOf(await recover(visitor, idOf('reviser'))), 'role-missing')
  assert.equal((await recover(admin, idOf('reviser'))).body.link, null)
  assert.equal(codeOf(await recover(admin, idOf('reviser'))), 'recovery-second')
  const token = (
    await admin.send('POST', '/api/people', { login: 'bo', name: 'Bo', roles: ['administrator'] })
  ).body.link.split('#')[1]
  const accepted = await visitorOf(origin).send('POST', '/api/invitation/accept', { token, password })
  const second = visitorOf(origin, cookiesIn(accepted.headers))
  const agreed = await recover(second, idOf('reviser'))
  assert.match(agreed.body.link, /invite#/)
  assert.equal(agreed.body.has, false)
  // They are signed out, come in by the link, and have no passkey.
  assert.equal(codeOf(await visitor.send('GET', '/api/passkeys')), 'not-signed-in')
  const own = createAuthenticator(origin)
  await make(second, own)
  const bo = (await admin.send('GET', '/api/people')).body.people.find(
    ({ login }: { login: string }) => login === 'bo',
  ).id
  assert.equal(codeOf(await recover(second, bo)), 'recovery-own')
  const { entries } = (await admin.send('GET', `/api/people/record?person=${idOf('reviser')}`)).body
  const acts = entries.map(({ act, by }: { act: string; by: string }) => `${act} ${by}`)
  assert.deepEqual(
    acts.filter((act: string) => act.startsWith('rec')),
    ['recovery-agreed Bo', 'recovery-asked Administrator'],
  )
})

test('a link and a new password leave passkeys where they are', async () => {
  const admin = who('administrator')
  const { people: all } = (await admin.send('GET', '/api/people')).body
  const { id } = all.find(({ login }: { login: string }) => login === 'approver')
  const token = (await admin.send('POST', `/api/people/${id}/invitation`, {})).body.link.split('#')[1]
  const accepted = await visitorOf(origin).send('POST', '/api/invitation/accept', { token, password })
  const visitor = visitorOf(origin, cookiesIn(accepted.headers))
  assert.equal((await visitor.send('GET', '/api/passkeys')).body.passkeys.length, 1)
})

/** Somebody new with a password. */
async function newcomer(login: string, role: string) {
  const added = await who('administrator').send('POST', '/api/people', { login, name: login, roles: [role] })
  const token = added.body.link.split('#')[1]
  const accepted = await visitorOf(origin).send('POST', '/api/invitation/accept', { token, password })
  return { id: added.body.person.id as string, visitor: visitorOf(origin, cookiesIn(accepted.headers)) }
}

async function signInAs(login: string) {
  const answer = await visitorOf(origin).send('POST', '/api/session', { login, password })
  return visitorOf(origin, cookiesIn(answer.headers))
}

const policy = (when: string, roles: readonly string[] = []) =>
  who('administrator').send('PUT', '/api/settings/sign-in/second-factor', { when, roles })

test('a session in the wrong hands makes no passkey, whatever it asks for', async () => {
  const { visitor } = await newcomer('shu', 'translator')
  await make(visitor, createAuthenticator(origin))
  for (const purpose of [{ type: 'make' }, { type: 'enter' }, 'make', { type: 'sign' }]) {
    const asked = await visitor.send('POST', '/api/passkeys/asked', { purpose })
    assert.equal(codeOf(asked), 'bad-request', JSON.stringify(purpose))
  }
  const asked = await visitor.send('POST', '/api/passkeys/asked', { purpose: { type: 'add' } })
  const thief = createAuthenticator(origin)
  const options = { ...asked.body.options, rp: { id: 'localhost' } }
  const made = await visitor.send('POST', '/api/passkeys', { name: 'thief', made: thief.make(options) })
  assert.equal(codeOf(made), 'passkey-expired')
})

test('whoever has the password alone makes no passkey beside the first, and a new password sends them away', async () => {
  const { id } = await newcomer('tan', 'terminologist')
  await policy('required', ['terminologist'])
  const mine = await signInAs('tan')
  const thief = await signInAs('tan')
  const begun = await thief.send('POST', '/api/session/passkey/begun', {})
  const own = createAuthenticator(origin)
  const asked = await mine.send('POST', '/api/session/passkey/begun', {})
  const enrolled = await mine.send('POST', '/api/session/passkey/made', {
    name: 'x',
    made: own.make(asked.body.options),
  })
  assert.equal(enrolled.body.person.login, 'tan')
  const made = createAuthenticator(origin).make(begun.body.options)
  const second = await thief.send('POST', '/api/session/passkey/made', { name: 'y', made })
  assert.equal(codeOf(second), 'passkey-expired')
  assert.equal((await thief.send('GET', '/api/session')).body.next, 'passkey')
  // With a password that is no longer theirs they are not halfway either.
  const link = (await who('administrator').send('POST', `/api/people/${id}/invitation`, {})).body.link
  const accept = { token: link.split('#')[1], password: `${password} anew` }
  const accepted = await visitorOf(origin).send('POST', '/api/invitation/accept', accept)
  assert.deepEqual([accepted.body.person, accepted.body.next], [null, 'passkey'])
  assert.equal((await thief.send('GET', '/api/session')).body.next, null)
  assert.equal(codeOf(await thief.send('POST', '/api/session/passkey/asked', {})), 'passkey-expired')
  await policy('off')
})

test('the word of the provider does not stand for a passkey that is asked for', async () => {
  const provider = await startProvider(origin)
  try {
    const { id, visitor } = await newcomer('ou', 'approver')
    const device = createAuthenticator(origin)
    await make(visitor, device)
    const none: readonly string[] = []
    const mapping = { translator: none, reviser: none, approver: ['signers'], terminologist: none, administrator: none }
    const settings = { scope: 'openid profile', claim: 'roles', roles: mapping, makesAccounts: false }
    const { issuer, clientId, secret } = provider
    const set = { ...settings, issuer, clientId, secret, label: { zh: '', en: '' } }
    const admin = who('administrator')
    assert.equal((await admin.send('PUT', '/api/settings/sign-in/provider', { provider: set })).status, 200)
    // An administrator alone can say whose account it is, and does not come in by it.
    await admin.send('POST', `/api/people/${id}/identities`, { subject: 'ou' })
    provider.accounts.set('ou', { name: 'Ou', roles: ['signers'] })
    provider.seated = 'ou'
    await policy('held')
    const walker = createWalker()
    const headers = { 'x-requested-with': 'duizhao', 'content-type': 'application/json' }
    const call = async (path: string, body?: object): Promise<Pick<Answer, 'status' | 'body'>> => {
      const init = { headers, ...(body && { method: 'POST', body: JSON.stringify(body) }) }
      const response = await walker.visit(`${origin}${path}`, init)
      return { status: response.status, body: await response.json() }
    }
    const { body: begun } = await call('/api/session/provider', { returnTo: '/glossary' })
    const callback = await walker.follow(begun.address, (url) => url.origin === origin)
    assert.equal((await walker.visit(callback.href)).headers.get('location'), '/glossary')
    const { body: session } = await call('/api/session')
    assert.deepEqual([session.person, session.next], [null, 'passkey'])
    assert.equal((await call('/api/documents')).status, 401)
    const { body: asked } = await call('/api/session/passkey/asked', {})
    const { body: entered } = await call('/api/session/passkey', { passkey: device.use(asked.options) })
    assert.equal(entered.person.login, 'ou')
    // It is a session of the provider, and ends when it is closed there.
    await policy('off')
    assert.equal((await call('/api/documents')).status, 200)
    provider.accounts.set('ou', { name: 'Ou', roles: [] })
    assert.equal((await call('/api/documents')).status, 401)
  } finally {
    await policy('off')
    await provider.stop()
  }
})

test('where there can be no passkeys, none are asked for', async () => {
  const byNumber = visitorOf(`http://127.0.0.1:${server.port}`, who('administrator').cookie)
  const wanted = { when: 'required', roles: ['administrator'] }
  assert.equal(codeOf(await byNumber.send('PUT', '/api/settings/sign-in/second-factor', wanted)), 'passkey-address')
  const off = { when: 'off', roles: [] }
  assert.equal((await byNumber.send('PUT', '/api/settings/sign-in/second-factor', off)).status, 200)
})
