import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { DocumentView } from '../contract/views/documents.ts'
import { cookiesIn, password, rawStatus, type TestServer, testServer, type Visitor } from './testing/server.ts'

let server: TestServer
let translator: Visitor
let reviser: Visitor
let document: DocumentView

before(async () => {
  server = await testServer()
  translator = await server.signIn('translator')
  reviser = await server.signIn('reviser')
  document = await server.sample(translator)
})
after(() => server.end())

const base = () => `/api/documents/${document.state.document.id}`
const first = () => Object.values(document.state.segments)[0]
const route = (action: string) => `${base()}/segments/${first()?.id}/${action}`

test('without a session nothing is told', async () => {
  for (const path of ['/api/documents', base(), '/api/terms', '/api/people', '/api/settings', '/api/releases']) {
    const answer = await server.visitor().send('GET', path)
    assert.deepEqual([answer.status, answer.body.refusal.code], [401, 'not-signed-in'], path)
  }
})

test('a forged or altered session is nobody', async () => {
  const forged = ['duizhao=s%3Aforged.signature', `${translator.cookie.slice(0, -3)}abc`, 'duizhao=']
  for (const cookie of forged) {
    assert.equal((await server.visitor(cookie).send('GET', '/api/documents')).status, 401, cookie)
  }
})

test('a session ends with signing out', async () => {
  const approver = await server.signIn('approver')
  assert.equal((await approver.send('GET', '/api/documents')).status, 200)
  await approver.send('DELETE', '/api/session')
  assert.equal((await approver.send('GET', '/api/documents')).status, 401)
})

test('what listens to a document is cut off when its session ends: by signing out, by being deactivated', async () => {
  const admin = await server.signIn('administrator')
  async function newcomer(login: string) {
    const { body } = await admin.send('POST', '/api/people', { login, name: login, roles: ['translator'] })
    const token = body.link.split('#')[1]
    const accepted = await server.visitor().send('POST', '/api/invitation/accept', { token, password })
    return { person: body.person, visitor: server.visitor(cookiesIn(accepted.headers)) }
  }
  async function listen({ cookie }: Visitor) {
    const stream = await fetch(new URL(`${base()}/stream?after=0`, server.address), { headers: { cookie } })
    assert.equal(stream.status, 200)
    // To read a stream that is cut off is an error.
    const end = stream.text().then(
      () => 'ended',
      () => 'cut off',
    )
    return { end }
  }
  const leaving = await newcomer('leaving')
  const left = await listen(leaving.visitor)
  await leaving.visitor.send('DELETE', '/api/session')
  assert.equal(await left.end, 'cut off')

  const { person, visitor } = await newcomer('dismissed')
  const { end } = await listen(visitor)
  await admin.send('PUT', `/api/people/${person.id}`, { name: person.name, roles: person.roles, active: false })
  assert.equal(await end, 'cut off')
})

/** The administrator, who set the password in a test above. */
async function signedInByPassword(): Promise<Visitor> {
  const { headers } = await server.visitor().send('POST', '/api/session', { login: 'admin', password })
  return server.visitor(cookiesIn(headers))
}

test('each sign-in makes a new session, and the one before is nobody’s', async () => {
  const admin = await signedInByPassword()
  const again = await admin.send('POST', '/api/session', { login: 'admin', password })
  const fresh = server.visitor(cookiesIn(again.headers))
  const own = (cookie: string) => /duizhao=[^;]+/.exec(cookie)?.[0]
  assert.notEqual(own(fresh.cookie), own(admin.cookie))
  assert.equal((await admin.send('GET', '/api/documents')).status, 401)
  assert.equal((await fresh.send('GET', '/api/documents')).status, 200)
})

test('members that the contract does not have change nothing', async () => {
  const admin = await signedInByPassword()
  const body = { login: 'modest', name: 'Modest', roles: [], id: 'chosen', active: false, password: 'x', isAdmin: true }
  const { person } = (await admin.send('POST', '/api/people', body)).body
  assert.deepEqual({ ...person, id: '' }, { id: '', login: 'modest', name: 'Modest', roles: [], active: true })
  assert.notEqual(person.id, 'chosen')
})

test('a name of a file goes into no header as it came', async () => {
  for (const name of ['a\r\nX-Evil: 1.txt', '../../etc/passwd.txt', '"; filename="x.txt', '\u202etxt.exe.txt']) {
    const file = Buffer.from(`道路已经通车，${name.length}。\n`)
    const { body } = await translator.send('POST', `/api/documents?filename=${encodeURIComponent(name)}`, file)
    const { headers } = await translator.send('GET', `/api/documents/${body.id}/export/json`)
    assert.match(headers.get('content-disposition') ?? '', /^attachment; filename="?[\w.-]+"?$/, name)
    assert.equal(headers.get('x-evil'), null)
  }
})

test('a cross-site post is refused, whatever tells it', async () => {
  const body = { base: 0, target: ['x'] }
  const crossSite: readonly Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://example.com' },
    { origin: 'null' },
    { 'x-requested-with': 'form' },
  ]
  for (const headers of crossSite) {
    const answer = await translator.send('PUT', `${base()}/segments/${first()?.id}`, body, headers)
    assert.deepEqual([answer.status, answer.body.refusal.code], [403, 'cross-site'], JSON.stringify(headers))
  }
})

test('a name that another site pointed here is refused', async () => {
  assert.equal(await rawStatus(server.address, '/api/session', { host: 'rebound.example' }), 403)
  assert.equal(await rawStatus(server.address, '/api/session', { host: `localhost:${server.port}` }), 200)
  for (const head of ['GET /api/session HTTP/1.1\r\nHost: \r\n', 'GET /api/session HTTP/1.0\r\n']) {
    assert.match(await statusLine(server.port, `${head}Connection: close\r\n\r\n`), / 40[03] /, head)
  }
})

test("a translator is refused the reviser's, approver's and administrator's routes", async () => {
  const attempts = [
    ['POST', route('revise'), { base: 1 }],
    ['POST', route('return'), { base: 1, reason: 'x' }],
    ['POST', route('waivers'), { base: 1, finding: 'x', reason: 'x' }],
    ['POST', `${base()}/sign-off`, { sequence: 1 }],
    ['POST', `${base()}/releases`, {}],
    ['POST', '/api/people', { login: 'x', name: 'x', roles: [] }],
    ['PUT', '/api/single-person', { on: true }],
    ['PUT', '/api/terms/x', { base: 0, term: {} }],
  ] as const
  for (const [method, path, body] of attempts) {
    const answer = await translator.send(method, path, body)
    assert.deepEqual([answer.status, answer.body.refusal.code], [403, 'role-missing'], path)
  }
})

test('passwords, tokens and session ids are on the disk as hashes only', async () => {
  const stored = readFileSync(join(server.folder, 'settings.json'), 'utf8')
  assert.ok(stored.includes('$argon2id$'))
  const session =
    decodeURIComponent(translator.cookie.split('=')[1] ?? '')
      .slice(2)
      .split('.')[0] ?? '-'
  const tokens = server.invitations.map(({ path }) => path.split('#')[1] ?? '-')
  for (const secret of [password, session, ...tokens]) assert.ok(!stored.includes(secret))
})

test('input out of shape is answered with its place, and a fault without its trace', async () => {
  const answer = await translator.send('PUT', `${base()}/segments/${first()?.id}`, { base: 'one', target: [] })
  assert.deepEqual(
    [answer.status, answer.body.refusal.code, answer.body.refusal.params.place],
    [400, 'bad-request', 'base'],
  )
  const broken = await fetch(new URL('/api/session', server.address), {
    method: 'POST',
    headers: { 'x-requested-with': 'duizhao', 'content-type': 'application/json' },
    body: '{"login":',
  })
  assert.equal(broken.status, 400)
  assert.ok(!(await broken.text()).includes('at '))
})

test('paths from outside lead nowhere outside', async () => {
  for (const path of ['/published/..%2f..%2fsettings.json', '/published/%2e%2e/settings.json', '/..%2fpackage.json']) {
    const answer = await reviser.send('GET', path)
    assert.ok(!String(JSON.stringify(answer.body)).includes('argon2') && answer.status >= 400, path)
  }
  const answer = await reviser.send('GET', '/api/documents/..%2f..%2fpeople')
  assert.equal(answer.body.refusal.code, 'document-unknown')
})

test('every answer carries the headers that keep a browser strict', async () => {
  const { headers } = await server.visitor().send('GET', '/api/session')
  const policy = headers.get('content-security-policy') ?? ''
  assert.match(policy, /default-src 'none'/)
  assert.doesNotMatch(policy, /unsafe/)
  assert.equal(headers.get('x-content-type-options'), 'nosniff')
  assert.equal(headers.get('x-powered-by'), null)
  assert.equal(headers.get('cache-control'), 'no-store')
  assert.equal(headers.get('referrer-policy'), 'same-origin')
  assert.match(policy, /frame-ancestors 'none'/)
  const fromElsewhere = { origin: 'https://example.com' }
  const asked = await server.visitor().send('GET', '/api/session', undefined, fromElsewhere)
  assert.equal(asked.headers.get('access-control-allow-origin'), null)
})

/** The first line of the answer to a request sent as it is written. */
function statusLine(port: number, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(request))
    socket.setEncoding('utf8')
    socket.on('data', (part: string) => {
      received += part
    })
    socket.on('end', () => resolve(received.split('\r\n')[0] ?? ''))
    socket.on('error', reject)
  })
}
