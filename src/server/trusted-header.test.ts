import assert from 'node:assert/strict'
import { request } from 'node:http'
import { test } from 'node:test'
import { expectDefined } from '../model/expect.ts'
import { readHeaderName, readPublicAddress } from './public-address.ts'
import { createAuthenticator } from './testing/authenticator.ts'
import { cookiesIn, password, type TestServer, testServer } from './testing/server.ts'

const address = expectDefined(readPublicAddress('http://localhost:4711') ?? undefined, 'a public address')

/** Asks who is signed in, from an address of this machine. */
function ask(
  server: TestServer,
  headers: Record<string, string>,
  { from = '127.0.0.1', path = '/api/session' } = {},
): Promise<{ person: string | null; cookie: string; code: string | undefined }> {
  return new Promise((resolve, reject) => {
    const asked = request(new URL(path, server.address), { localAddress: from, headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part) => parts.push(part))
      response.on('end', () => {
        const { person, refusal } = JSON.parse(Buffer.concat(parts).toString())
        const cookie = (response.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ')
        resolve({ person: person?.login ?? null, cookie, code: refusal?.code })
      })
    })
    asked.on('error', reject).end()
  })
}

test('a named proxy says who it is, in every request, and nobody else does', async () => {
  const server = await testServer({ address, proxies: ['127.0.0.1'], signInHeader: 'x-remote-user' })
  try {
    const said = await ask(server, { 'X-Remote-User': ' Translator' })
    assert.equal(said.person, 'translator')
    const { cookie } = said
    const documents = (headers: Record<string, string>, from?: string) =>
      ask(server, headers, { path: '/api/documents', ...(from && { from }) })
    assert.equal((await documents({ cookie, 'x-remote-user': 'translator' })).code, undefined)
    // The session alone is not enough, nor is it for somebody else.
    assert.equal((await documents({ cookie })).code, 'not-signed-in')
    assert.equal((await documents({ cookie, 'x-remote-user': 'approver' })).code, 'not-signed-in')
    // From another address of the machine the header is nothing, whatever it claims about where it comes from.
    const spoofed = { 'x-remote-user': 'approver', 'x-forwarded-for': '127.0.0.1' }
    assert.equal((await ask(server, spoofed, { from: '127.0.0.2' })).person, null)
    assert.equal((await documents({ cookie, 'x-remote-user': 'translator' }, '127.0.0.2')).code, 'not-signed-in')
    // Nobody of that name, nothing, and two names.
    for (const name of ['nobody', '', 'translator, approver', '%E0%A4%A']) {
      assert.equal((await ask(server, { 'x-remote-user': name })).person, null, name)
    }
    // One sign-in is one line of the record.
    const admin = await server.signIn('administrator')
    const { body } = await admin.send('GET', '/api/people/record')
    const signedIn = body.entries.filter(
      ({ act, person }: { act: string; person: string }) => act === 'signed-in' && person === 'Tan Yue',
    )
    assert.equal(signedIn.length, 1)
    // Whoever is deactivated is let in no more, header or not.
    const { people } = (await admin.send('GET', '/api/people')).body
    const { id } = people.find(({ login }: { login: string }) => login === 'translator')
    await admin.send('PUT', `/api/people/${id}`, { name: 'Tan Yue', roles: ['translator'], active: false })
    assert.equal((await ask(server, { 'x-remote-user': 'translator' })).person, null)
    assert.equal((await documents({ cookie, 'x-remote-user': 'translator' })).code, 'not-signed-in')
  } finally {
    await server.end()
  }
})

test('a proxy that says who it is does not stand for a passkey that is asked for', async () => {
  const server = await testServer({ address, proxies: ['127.0.0.1'], signInHeader: 'x-remote-user' })
  try {
    const translator = await server.signIn('translator')
    const admin = await server.signIn('administrator')
    const device = createAuthenticator(address.origin)
    const begun = await translator.send('POST', '/api/passkeys/begun', { password })
    await translator.send('POST', '/api/passkeys', { name: 'ring', made: device.make(begun.body.options) })
    await admin.send('PUT', '/api/settings/sign-in/second-factor', { when: 'held', roles: [] })
    const header = { 'x-remote-user': 'translator' }
    const come = async (cookie: string) => {
      const answer = await server.visitor(cookie).send('GET', '/api/session', undefined, header)
      return { view: answer.body, cookie: cookiesIn(answer.headers) || cookie }
    }
    const half = await come('')
    assert.deepEqual([half.view.person, half.view.next], [null, 'passkey'])
    // Asked again it is the same session, and it opens nothing.
    assert.equal((await come(half.cookie)).cookie, half.cookie)
    const visitor = server.visitor(half.cookie)
    assert.equal((await visitor.send('GET', '/api/documents', undefined, header)).body.refusal.code, 'not-signed-in')
    const asked = await visitor.send('POST', '/api/session/passkey/asked', {}, header)
    const passkey = device.use(asked.body.options)
    // The proxy has to go on saying so.
    assert.equal((await visitor.send('POST', '/api/session/passkey', { passkey })).body.refusal.code, 'passkey-expired')
    const entered = await visitor.send('POST', '/api/session/passkey', { passkey }, header)
    assert.equal(entered.body.person.login, 'translator')
    const inside = server.visitor(cookiesIn(entered.headers))
    assert.equal((await inside.send('GET', '/api/documents', undefined, header)).status, 200)
    assert.equal((await inside.send('GET', '/api/documents')).body.refusal.code, 'not-signed-in')
  } finally {
    await server.end()
  }
})

test('passwords stay good through the proxy, and for nobody else than it names', async () => {
  const server = await testServer({ address, proxies: ['127.0.0.1'], signInHeader: 'x-remote-user' })
  try {
    await server.signIn('approver')
    const { headers } = await server.visitor().send('POST', '/api/session', { login: 'approver', password })
    const cookie = cookiesIn(headers)
    const path = '/api/documents'
    assert.equal((await ask(server, { cookie }, { path })).code, undefined)
    assert.equal((await ask(server, { cookie, 'x-remote-user': 'reviser' }, { path })).code, 'not-signed-in')
  } finally {
    await server.end()
  }
})

test('without the setting, or from a proxy that is not named, the header is nothing', async () => {
  for (const options of [{ proxies: ['127.0.0.1'] }, { proxies: ['10.0.0.7'], signInHeader: 'x-remote-user' }]) {
    const server = await testServer({ address, ...options })
    try {
      assert.equal((await ask(server, { 'x-remote-user': 'translator' })).person, null)
    } finally {
      await server.end()
    }
  }
})

test('a header that means something else cannot be the one', () => {
  assert.equal(readHeaderName('X-Remote-User'), 'x-remote-user')
  for (const name of [
    '',
    'a b',
    'Cookie',
    'authorization',
    'Host',
    'x-forwarded-for',
    'X-Requested-With',
    'origin',
    'x-duizhao-as',
    'ä',
  ]) {
    assert.equal(readHeaderName(name), null, name)
  }
})
