import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { type RequestOptions, request } from 'node:https'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { expectDefined } from '../model/expect.ts'
import { readPublicAddress } from './public-address.ts'
import { documentedServers, freePort, type Nginx, startNginx, withoutNginx } from './testing/nginx.ts'
import { password, type TestServer, testServer } from './testing/server.ts'

const options = { skip: withoutNginx }
const [ofSite = '', ofRoom = ''] = documentedServers()
const host = 'office.example.org'

let server: TestServer
let nginx: Nginx
let port: number
let address: string
/** The answer to the one-time link of each. */
let entered: Record<'administrator' | 'translator', Awaited<ReturnType<typeof enter>>>

before(async () => {
  if (withoutNginx !== false) return
  port = await freePort()
  address = `https://${host}:${port}/duizhao`
  server = await testServer({
    room: true,
    address: expectDefined(readPublicAddress(address) ?? undefined, 'a public address'),
  })
  nginx = await startNginx(ofRoom, { port, replace: [['127.0.0.1:4700', `127.0.0.1:${server.port}`]] })
  entered = { administrator: await enter('administrator'), translator: await enter('translator') }
})
after(async () => {
  await nginx?.stop()
  await server?.end()
})

interface Sent {
  readonly method?: string
  readonly body?: unknown
  readonly headers?: Record<string, string>
  /** The address of the client, one of loopback. */
  readonly from?: string
}

/** Begins a request as a browser sends it, through TLS. */
async function begin(path: string, { method = 'GET', body, headers = {}, from }: Sent = {}): Promise<IncomingMessage> {
  const how: RequestOptions = {
    host: '127.0.0.1',
    port,
    path,
    method,
    ca: nginx.certificate,
    servername: host,
    agent: false,
    ...(from !== undefined && { localAddress: from }),
    headers: {
      host: `${host}:${port}`,
      ...(method !== 'GET' && {
        origin: `https://${host}:${port}`,
        'sec-fetch-site': 'same-origin',
        'x-requested-with': 'duizhao',
        'content-type': body instanceof Uint8Array ? 'application/octet-stream' : 'application/json',
      }),
      ...headers,
    },
  }
  const sent = request(how)
  sent.end(body === undefined || body instanceof Uint8Array ? body : JSON.stringify(body))
  const [response] = await once(sent, 'response')
  return response
}

async function send(path: string, sent?: Sent) {
  const response = await begin(path, sent)
  const pieces = await response.toArray()
  const text = Buffer.concat(pieces).toString('utf8')
  const isJson = response.headers['content-type']?.includes('json') === true
  return { status: response.statusCode, headers: response.headers, text, body: isJson ? JSON.parse(text) : null }
}

const cookiesOf = (headers: IncomingHttpHeaders) => headers['set-cookie'] ?? []
const cookieHeader = (headers: IncomingHttpHeaders) =>
  cookiesOf(headers)
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

/** Accepts the one-time link of a role, and gives the cookies. */
async function enter(role: 'administrator' | 'translator') {
  const invited = server.invitations.find(({ roles }) => roles.includes(role))
  const token = invited?.path.split('#')[1]
  return send('/duizhao/api/invitation/accept', { method: 'POST', body: { token, password } })
}

test('behind nginx with TLS one signs in, and cookies are Secure and bound to the host', options, async () => {
  const accepted = entered.administrator
  assert.equal(accepted.status, 200)
  const cookies = cookiesOf(accepted.headers)
  const [session = '', known = ''] = [...cookies].sort()
  assert.match(session, /^__Host-duizhao\.duizhao=[^;]+; Path=\/; .*HttpOnly; Secure; SameSite=Lax$/)
  assert.doesNotMatch(session, /Domain/i)
  assert.match(known, /^__Secure-duizhao-known-\w+=[^;]+; .*Path=\/duizhao\/api\/session; .*HttpOnly; Secure/)
  assert.match(accepted.headers['strict-transport-security'] ?? '', /^max-age=31536000$/)
  const again = await send('/duizhao/api/session', { method: 'POST', body: { login: 'admin', password } })
  assert.equal(again.status, 200)
  const cookie = cookieHeader(again.headers)
  assert.equal((await send('/duizhao/api/session', { headers: { cookie } })).body.person.login, 'admin')
  const link = await send('/duizhao/api/people', {
    method: 'POST',
    headers: { cookie },
    body: { login: 'new', name: 'New', roles: [] },
  })
  assert.ok(link.body.link.startsWith(`${address}/invite#`), link.body.link)
})

test('a page of another site or port, and a page at the loopback address, change nothing', options, async () => {
  const body = { login: 'admin', password }
  for (const origin of [`https://${host}`, `http://${host}:${port}`, 'https://evil.example', server.address]) {
    const answer = await send('/duizhao/api/session', { method: 'POST', body, headers: { origin } })
    assert.equal(answer.body?.refusal?.code, 'cross-site', origin)
  }
  const direct = await server.visitor().send('POST', '/duizhao/api/session', body, { origin: server.address })
  assert.equal(direct.body.refusal.code, 'cross-site')
})

test(
  'the room, its parts, the API and the published pages are below the path, and nothing is outside it',
  options,
  async () => {
    const cookie = cookieHeader(entered.translator.headers)
    const page = await send('/duizhao/d/some/where')
    const parts = [...page.text.matchAll(/ (?:href|src)="(\/[^"]*)"/g)].map(([, path = '']) => path)
    assert.ok(parts.every((part) => part.startsWith('/duizhao/')))
    for (const name of ['first.js', 'main.css', 'main.js']) assert.ok(parts.includes(`/duizhao/${name}`), name)
    for (const path of [...parts, '/duizhao/reader.js', '/duizhao/aligner.js', '/duizhao/dictionaries/american.aff']) {
      const { status, headers } = await send(path)
      assert.deepEqual([status, headers['content-type']?.includes('html')], [200, false], path)
    }
    const script = await send('/duizhao/main.js', { headers: { 'accept-encoding': 'gzip' } })
    assert.equal(script.headers['content-encoding'], 'gzip')
    const site = await send('/duizhao/published/')
    assert.equal(site.status, 200)
    assert.doesNotMatch(site.text, / (?:href|src)="\//)
    const api = await send('/duizhao/api/openapi.json')
    assert.deepEqual(api.body.servers, [{ url: '/duizhao' }])
    const documents = await send('/duizhao/api/documents', { headers: { cookie } })
    assert.equal(documents.status, 200)
    for (const path of ['/api/documents', '/', '/main.js']) {
      const { status, headers } = await server.visitor(cookie).send('GET', path)
      assert.equal(status, 404, path)
      assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'/)
    }
  },
)

test('events come through as they happen, and a file of the largest size comes in', options, async () => {
  const cookie = cookieHeader(entered.translator.headers)
  const { body } = await send('/duizhao/api/documents', { headers: { cookie } })
  const [{ id }] = body.documents
  const stream = await begin(`/duizhao/api/documents/${id}/stream?after=999999`, {
    headers: { cookie, 'accept-encoding': 'gzip' },
  })
  assert.equal(stream.headers['content-encoding'], undefined)
  const events = stream.setEncoding('utf8')[Symbol.asyncIterator]()
  const untilPresent = async (segment: string | null) => {
    for (let text = ''; !text.includes(JSON.stringify({ segment }).slice(1, -1)); ) {
      text += (await events.next()).value
    }
  }
  await untilPresent(null)
  // A proxy that gathered events before passing them on would hold this small one for good.
  const presence = `/duizhao/api/documents/${id}/presence`
  const moved = await send(presence, { method: 'POST', headers: { cookie }, body: { segment: 'here' } })
  assert.equal(moved.status, 200)
  await untilPresent('here')
  stream.destroy()
  const large = await send('/duizhao/api/documents?filename=large.txt', {
    method: 'POST',
    headers: { cookie },
    body: Buffer.alloc(20 * 2 ** 20, '长'),
  })
  assert.equal(large.body?.refusal?.type, 'refusal', large.text.slice(0, 200))
})

test('limits and the access log go by the address of the client as the proxy tells it', options, async () => {
  const guess = (from: string, forged: string) =>
    send('/duizhao/api/session', {
      method: 'POST',
      from,
      headers: { 'x-forwarded-for': forged },
      body: { login: 'reviser', password: 'not this one' },
    })
  // Each says that it comes from somewhere else, and nginx knows better.
  for (let at = 0; at < 10; at++) assert.equal((await guess('127.0.0.2', `203.0.113.${at}`)).status, 401)
  assert.equal((await guess('127.0.0.2', '203.0.113.99')).status, 429)
  assert.equal((await guess('127.0.0.3', '203.0.113.99')).status, 401)
  const log = readFileSync(join(server.folder, 'access.log'), 'utf8')
  assert.match(log, /"127\.0\.0\.2"/)
  assert.doesNotMatch(log, /203\.0\.113/)
})

test('the published pages are served by nginx alone, with the lines of the page', options, async () => {
  const sitePort = await freePort()
  const alone = await startNginx(ofSite, {
    port: sitePort,
    replace: [['/srv/duizhao/site', join(server.folder, 'site')]],
  })
  try {
    const sent = request({
      host: '127.0.0.1',
      port: sitePort,
      ca: alone.certificate,
      servername: 'published.example.org',
      headers: { host: 'published.example.org' },
      agent: false,
    })
    sent.end()
    const [response] = await once(sent, 'response')
    assert.equal(response.statusCode, 200)
    assert.match(Buffer.concat(await response.toArray()).toString(), /<html lang="/)
  } finally {
    await alone.stop()
  }
})
