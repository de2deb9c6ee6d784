import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { SegmentState } from '../model/state.ts'
import { type TestServer, testServer, type Visitor } from './testing/server.ts'

let server: TestServer
let administrator: Visitor
let translator: Visitor
let reviser: Visitor
let base = ''

before(async () => {
  server = await testServer()
  administrator = await server.signIn('administrator')
  translator = await server.signIn('translator')
  reviser = await server.signIn('reviser')
  base = `/api/documents/${(await server.sample(translator)).state.document.id}`
})
after(() => server.end())

async function segmentNow(id: string): Promise<SegmentState> {
  return (await translator.send('GET', base)).body.state.segments[id]
}

const half = 'a\ud800b'
const odd = [
  half,
  '\udc00',
  'a\0b',
  '\u202eevil',
  '\u001b[2J',
  '__proto__',
  '{{x}} $t(y)',
  '😀'.repeat(100),
  '‮',
] as const

test('half a surrogate pair or a control character in any text is taken or refused, and never a fault', async () => {
  let version = 0
  for (const text of odd) {
    const term = {
      source: [`词${text}`],
      renderings: [{ text, status: 'preferred' }],
      status: 'proposed',
      domain: text,
      note: text,
      authority: text,
    }
    const code = { type: 'alone', id: text, data: text }
    const asked: readonly (readonly [Visitor, string, string, unknown])[] = [
      [translator, 'PUT', `${base}/segments/b1.s1`, { base: version, target: [text, code] }],
      [translator, 'POST', `${base}/segments/b1.s1/translate`, { base: version, target: [text] }],
      [reviser, 'POST', `${base}/segments/b1.s1/return`, { base: version, reason: text }],
      [reviser, 'POST', `${base}/segments/b1.s1/waivers`, { base: version, finding: text, reason: text }],
      [translator, 'POST', `${base}/segments/b1.s1/comments`, { text }],
      [translator, 'POST', `${base}/presence`, { segment: text }],
      [translator, 'POST', '/api/terms', { term }],
      [translator, 'POST', `/api/documents?filename=${encodeURIComponent(text.toWellFormed())}.txt`, bytesOf(text)],
      [administrator, 'POST', '/api/people', { login: text, name: text, roles: ['translator'] }],
      [administrator, 'PUT', '/api/settings', settingsOf(text)],
      [administrator, 'PUT', '/api/settings/engine', engineOf(text)],
      [server.visitor(), 'POST', '/api/session', { login: text, password: text }],
      [server.visitor(), 'POST', '/api/invitation', { token: text }],
    ]
    for (const [who, method, path, body] of asked) {
      const { status } = await who.send(method, path, body)
      assert.ok(status < 500, `${method} ${path} ${JSON.stringify(text)}: ${status}`)
    }
    version = (await segmentNow('b1.s1')).version
  }
  const { target } = await segmentNow('b1.s1')
  assert.ok(target.every((part) => typeof part !== 'string' || part.isWellFormed()))
})

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(`全年新建道路七十公里。${text}\n`)
}

function settingsOf(text: string) {
  const both = { zh: text, en: text }
  return { office: both, contact: text, timeZone: 'UTC', address: '', statement: both }
}

function engineOf(text: string) {
  return {
    active: 'memory',
    google: { project: text, location: text, glossary: text },
    openai: { baseUrl: text, model: text, key: text },
  }
}

test('keys of prototypes are names like others, and change nothing', async () => {
  const body = JSON.parse(
    '{"base":0,"target":[],"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":1}}}',
  )
  for (const name of [
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '..%2f..%2fpeople',
    '%00',
    'a'.repeat(5000),
  ]) {
    for (const [method, path] of [
      ['GET', `/api/documents/${name}`],
      ['GET', `/api/documents/${name}/findings`],
      ['GET', `/api/documents/${name}/stream?after=0`],
      ['PUT', `${base}/segments/${name}`],
      ['GET', `${base}/segments/${name}/history`],
      ['GET', `${base}/segments/${name}/matches`],
      ['GET', `${base}/export/${name}`],
      ['GET', `/api/terms/${name}/history`],
    ] as const) {
      const { status } = await translator.send(method, path, method === 'GET' ? undefined : body)
      assert.ok(status === 404 || status === 400, `${method} ${path}: ${status}`)
    }
  }
  assert.equal(({} as { polluted?: unknown }).polluted, undefined)
})

test('bodies too large, too deep or of another kind are refused in words that fit', async () => {
  const raw = (body: string, type: string) =>
    fetch(new URL('/api/session', server.address), {
      method: 'POST',
      headers: { 'x-requested-with': 'duizhao', 'content-type': type },
      body,
    })
  const codeOf = async (response: Response) => ((await response.json()) as { refusal: { code: string } }).refusal.code
  const tooLarge = await raw(JSON.stringify({ login: 'x'.repeat(2 ** 20), password: 'x' }), 'application/json')
  assert.deepEqual([tooLarge.status, await codeOf(tooLarge)], [400, 'bad-request'])
  const deep = await raw(`${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'application/json')
  assert.deepEqual([deep.status, await codeOf(deep)], [400, 'bad-request'])
  for (const type of ['text/plain', 'application/json; charset=nonsense', 'multipart/form-data']) {
    const other = await raw('{"login":"x","password":"y"}', type)
    assert.deepEqual([other.status, await codeOf(other)], [400, 'bad-request'], type)
  }
  const file = await translator.send('POST', '/api/documents?filename=a.txt', new Uint8Array(20 * 2 ** 20 + 2))
  assert.deepEqual([file.status, file.body.refusal.code], [413, 'file-too-large'])
  const address = await translator.send('GET', '/api/documents/%zz')
  assert.deepEqual([address.status, address.body.refusal.params.place], [400, 'address'])
})

test('edits at the limit are taken, beyond it refused', async () => {
  const edit = async (target: readonly string[]) => {
    const { version } = await segmentNow('b2.s1')
    return translator.send('PUT', `${base}/segments/b2.s1`, { base: version, target })
  }
  for (const unit of ['x', '一', '(', '9', '1,', '万亿', '\n']) {
    assert.equal((await edit([unit.repeat(20_000 / unit.length)])).status, 200, unit)
    assert.equal((await translator.send('GET', `${base}/findings`)).status, 200)
  }
  assert.equal((await edit(['x'.repeat(20_001)])).status, 400)
  const parts = await edit(['x'.repeat(15_000), 'y'.repeat(15_000)])
  assert.equal(parts.body.refusal.code, 'text-too-long')
})

test('of many edits at once on one segment one is taken, and the others are told', async () => {
  const version = async () => (await segmentNow('b3.s1')).version
  const first = await translator.send('PUT', `${base}/segments/b3.s1`, { base: await version(), target: ['first'] })
  assert.equal(first.status, 200)
  const now = await version()
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      translator.send('PUT', `${base}/segments/b3.s1`, { base: now, target: [`words ${index}`] }),
    ),
  )
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, ...Array(49).fill(409)])
  assert.equal(await version(), now + 1)
})

test('methods that are not there, and paths outside the published pages, are not found', async () => {
  for (const method of ['PATCH', 'OPTIONS', 'DELETE', 'PROPFIND']) {
    assert.equal((await translator.send(method, '/api/documents')).status, 404, method)
  }
  assert.equal((await translator.send('HEAD', '/api/documents')).status, 200)
  for (const path of ['nothing/', 'd/none/', '..%2fsettings.json', '%2e%2e%2fsettings.json', '.hidden', '%00']) {
    const { status, body } = await server.visitor().send('GET', `/published/${path}`)
    assert.equal(status, 404, path)
    assert.match(body, /没有|nothing/)
  }
})

/** A stream of news as a bare connection: what came so far, and its end. */
async function listen(visitor: Visitor, method = 'GET') {
  const socket = connect(server.port, '127.0.0.1')
  const stream = { socket, text: '', closed: false }
  socket.setEncoding('utf8').on('data', (text) => {
    stream.text += text
  })
  socket.on('error', () => {})
  socket.on('close', () => {
    stream.closed = true
  })
  await once(socket, 'connect')
  socket.write(
    `${method} ${base}/stream?after=0 HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nCookie: ${visitor.cookie}\r\n\r\n`,
  )
  await until(() => stream.text.includes('\r\n\r\n'))
  return stream
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await wait(10)
}

/** Whether the last message about who is present names anybody; null before the first such message. */
function isPresent(text: string, name: string): boolean | null {
  const at = text.lastIndexOf('"type":"present"')
  const end = text.indexOf('\n', at)
  return at === -1 || end === -1 ? null : text.slice(at, end).includes(name)
}

test('a reader of news who vanishes is no longer present', async () => {
  const stays = await listen(reviser)
  const gone: Socket[] = []
  for (let count = 0; count < 20; count++) gone.push((await listen(translator)).socket)
  await until(() => isPresent(stays.text, 'Tan Yue') === true)
  for (const socket of gone) socket.resetAndDestroy()
  await until(() => isPresent(stays.text, 'Tan Yue') === false)
  stays.socket.destroy()
})

test('a question for the head of the news ends at once', async () => {
  const head = await listen(translator, 'HEAD')
  await until(() => head.closed)
  assert.match(head.text, /^HTTP\/1\.1 200 /)
})

test('a reader of news who never reads is cut off, and those who read go on', async () => {
  const reads = await listen(reviser)
  const never = await listen(translator)
  never.socket.pause()
  const text = '一'.repeat(19_000)
  await until(() => isPresent(reads.text, 'Tan Yue') === true)
  // The system takes some megabytes for itself before the server sees anything wait.
  for (let count = 0; isPresent(reads.text, 'Tan Yue') !== false; count++) {
    assert.ok(count < 1000, 'whoever never reads is still kept')
    assert.equal((await reviser.send('POST', `${base}/segments/b1.s1/comments`, { text })).status, 200)
  }
  assert.ok(!reads.closed)
  reads.socket.destroy()
  never.socket.destroy()
})
