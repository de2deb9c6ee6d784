import assert from 'node:assert/strict'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { type Notice, openFaults } from './notices.ts'
import { KeyLost } from './signing-key.ts'
import type { StartOptions } from './start/options.ts'
import { startServer } from './start.ts'
import { signedDocument } from './testing/documents.ts'
import { type TestServer, testServer, type Visitor } from './testing/server.ts'
import { Unusable } from './unusable.ts'

const folders: string[] = []
const running: { stop(): Promise<void> }[] = []
after(async () => {
  for (const server of running) await server.stop()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-start-'))
  folders.push(folder)
  return folder
}

async function started(workspace: string, options: Partial<StartOptions> = {}) {
  const server = await startServer({ workspace, port: 0, room: false, sample: true, log: 'silent', ...options })
  if (server.type === 'held') throw new Error('the workspace is held')
  running.push(server)
  return server
}

async function opened(options: Parameters<typeof testServer>[0]): Promise<TestServer> {
  const server = await testServer(options)
  running.push(server)
  return server
}

test('a port that is taken gives way to another', async () => {
  const blocker = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => blocker.once('listening', resolve))
  const { port } = blocker.address() as { port: number }
  const server = await started(newFolder(), { port })
  assert.notEqual(server.port, port)
  assert.equal((await fetch(new URL('/api/session', server.address))).status, 200)
  await server.stop()
  blocker.close()
})

test('a second start finds what was there, loads no second sample and invites only who has no password', async () => {
  const folder = newFolder()
  const first = await opened({ folder })
  const translator = await first.signIn('translator')
  const { documents } = (await translator.send('GET', '/api/documents')).body
  await first.stop()
  const second = await opened({ folder })
  const again = second.visitor(translator.cookie)
  assert.deepEqual((await again.send('GET', '/api/documents')).body.documents, documents)
  assert.equal(documents.length, 1)
  assert.deepEqual(second.invitations.map(({ name }) => name).sort(), ['Administrator', 'An Ping', 'Ren Jia'])
  const voided = first.invitations.find(({ roles }) => roles.includes('reviser'))?.path.split('#')[1]
  assert.equal((await second.visitor().send('POST', '/api/invitation', { token: voided })).status, 404)
  await second.stop()
})

test('a workspace that began without the sample never gets it', async () => {
  const folder = newFolder()
  await (await started(folder, { sample: false })).stop()
  const server = await opened({ folder })
  const administrator = await server.signIn('administrator')
  assert.deepEqual((await administrator.send('GET', '/api/documents')).body.documents, [])
  assert.equal((await administrator.send('GET', '/api/people')).body.people.length, 1)
  await server.stop()
})

test('a command leaves the one-time links alone that were given before', async () => {
  const folder = newFolder()
  const first = await started(folder)
  await first.stop()
  await (await started(folder, { invite: 'none' })).stop()
  const server = await started(folder, { invite: 'none' })
  assert.deepEqual(server.invitations, [])
  const token = first.invitations[0]?.path.split('#')[1]
  const response = await fetch(new URL('/api/invitation', server.address), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-requested-with': 'duizhao' },
    body: JSON.stringify({ token }),
  })
  assert.equal(response.status, 200)
  await server.stop()
})

test('of two servers on one workspace the second is told who has it, until the first stops', async () => {
  const folder = newFolder()
  const first = await started(folder)
  const second = await startServer({ workspace: folder, port: 0, room: false, log: 'silent' })
  assert.equal(second.type, 'held')
  if (second.type === 'held') {
    assert.deepEqual([second.holder?.pid, second.holder?.address], [process.pid, first.address])
  }
  await first.stop()
  await (await started(folder)).stop()
})

test('files that are not what they should be are named, and the workspace is let go', async () => {
  for (const name of ['settings.json', 'signing-key.pem', 'lock.sqlite']) {
    const folder = newFolder()
    writeFileSync(join(folder, name), 'This is none of yours. '.repeat(100))
    const isNamed = (error: unknown) => error instanceof Unusable && error.file === join(folder, name)
    await assert.rejects(started(folder), isNamed, name)
    assert.match(readFileSync(join(folder, name), 'utf8'), /^This is none of yours/, 'it is left as it was')
    rmSync(join(folder, name))
    await (await started(folder)).stop()
  }
  const folder = newFolder()
  writeFileSync(join(folder, 'file'), '')
  await assert.rejects(started(join(folder, 'file')), { code: 'EEXIST' })
  await assert.rejects(started(join(folder, 'file/workspace')), { code: 'ENOTDIR' })
})

test('a key that was never finished is made anew', async () => {
  const folder = newFolder()
  writeFileSync(join(folder, 'signing-key.pem.new'), '-----BEGIN')
  await (await started(folder)).stop()
  assert.ok(!existsSync(join(folder, 'signing-key.pem.new')))
})

test('an append that was cut off is moved aside and told', async () => {
  const folder = newFolder()
  await (await started(folder)).stop()
  appendFileSync(join(folder, 'journals/people.jsonl'), '{"sequence":5,"at"')
  const notices: Notice[] = []
  await (await started(folder, { log: (notice) => notices.push(notice) })).stop()
  assert.equal(notices.length, 1)
  const [notice] = notices
  assert.ok(notice?.type === 'journal' && notice.journal === 'people' && notice.report.type === 'tail-moved')
})

/** Alters a word in the journal without changing its length; returns the entry that contains it. */
function alter(folder: string, journal: string, from: string, to: string): number {
  const path = join(folder, 'journals', `${journal}.jsonl`)
  const text = readFileSync(path, 'utf8')
  assert.ok(text.includes(from) && from.length === to.length)
  writeFileSync(path, text.replace(from, to))
  return text.slice(0, text.indexOf(from)).split('\n').length
}

async function importedBy(visitor: Visitor, text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text)
  return (await visitor.send('POST', '/api/documents?filename=a.txt', bytes)).body.id
}

test('a damaged document is named at the start, takes nothing, and hinders no other', async () => {
  const folder = newFolder()
  const before = await opened({ folder })
  const { cookie } = await before.signIn('translator')
  const damaged = await importedBy(before.visitor(cookie), '全年新建道路七十公里。\n')
  const sound = await importedBy(before.visitor(cookie), '全年新建道路八十公里。\n')
  await before.visitor(cookie).send('PUT', `/api/documents/${damaged}/segments/b1.s1`, { base: 0, target: ['x'] })
  await before.stop()
  for (const [from, to, code] of [
    ['"segment-edited"', '"segment-edjted"', 'ledger-altered'],
    ['"segment-edjted"', '"segment"edjted"', 'entries-missing'],
  ] as const) {
    const entry = alter(folder, `document/${damaged}`, from, to)
    const notices: Notice[] = []
    const server = await opened({ folder, log: (notice) => notices.push(notice) })
    const translator = server.visitor(cookie)
    assert.deepEqual(
      notices.map((notice) => notice.type === 'journal' && [notice.journal, notice.report]),
      [[`document/${damaged}`, { type: 'damaged', damage: notices[0]?.type === 'journal' && damageOf(notices[0]) }]],
    )
    const listed = (await translator.send('GET', '/api/documents')).body.documents
    assert.ok(listed.some(({ id }: { id: string }) => id === sound))
    const [shown, ...others] = (await translator.send('GET', '/api/documents')).body.damaged
    assert.deepEqual([shown.id, shown.title, shown.refusal.code, others], [damaged, '全年新建道路七十公里。', code, []])
    const edit = { base: 0, target: ['Over the year, 80 kilometers of road were built.'] }
    assert.notEqual((await translator.send('PUT', `/api/documents/${sound}/segments/b1.s1`, edit)).status, 500)
    const refused = await translator.send('PUT', `/api/documents/${damaged}/segments/b1.s1`, edit)
    assert.deepEqual(
      [refused.status, refused.body.refusal?.code, refused.body.refusal?.params.entry],
      [409, code, String(entry)],
    )
    assert.deepEqual((await translator.send('GET', '/api/releases')).body.releases, [])
    await server.stop()
  }
})

function damageOf(notice: Extract<Notice, { readonly type: 'journal' }>) {
  assert.ok(notice.report.type === 'damaged')
  return notice.report.damage
}

test('where a published document is damaged, its pages stay and nothing more is published', async () => {
  const folder = newFolder()
  const first = await opened({ folder })
  const { id, approver } = await signedDocument(first, '山村道路\n')
  assert.equal((await approver.send('POST', `/api/documents/${id}/releases`, {})).status, 200)
  const other = await importedBy(approver, '全年新建道路八十公里。\n')
  const page = join(folder, 'site/d', id, 'index.html')
  const before = readFileSync(page)
  await first.stop()
  alter(folder, `document/${id}`, 'Mountain Village Roads', 'Mountain Village Roods')

  const notices: Notice[] = []
  const server: TestServer = await opened({ folder, log: (notice) => notices.push(notice) })
  assert.deepEqual(notices.at(-1), { type: 'site-behind', journal: `document/${id}` })
  const again = server.visitor(approver.cookie)
  for (const document of [id, other]) {
    const refused = await again.send('POST', `/api/documents/${document}/releases`, {})
    assert.deepEqual([refused.status, refused.body.refusal.code], [409, 'ledger-altered'])
  }
  assert.deepEqual(readFileSync(page), before)
  assert.equal((await again.send('GET', `/published/d/${id}/`)).status, 200)
  await server.stop()
})

test('a fault is one line for people and its trace in a file of the owner', () => {
  const folder = newFolder()
  const notices: Notice[] = []
  const faults = openFaults(folder, (notice) => notices.push(notice))
  const file = join(folder, 'faults.log')
  assert.ok(!existsSync(file))
  const number = faults(new Error('unheard of', { cause: new Error('deep down') }), 'GET /api/session')
  assert.deepEqual(notices, [{ type: 'fault', number, place: 'GET /api/session', file }])
  const written = readFileSync(file, 'utf8')
  assert.equal(JSON.parse(written).number, number)
  assert.match(written, /unheard of.*deep down/)
  assert.equal(statSync(file).mode & 0o077, 0)
})

test('a fault that cannot be written is told all the same, and a full disk is told once a minute', () => {
  const notices: Notice[] = []
  let now = 0
  const faults = openFaults(
    '/proc/none',
    (notice) => notices.push(notice),
    () => now,
  )
  const number = faults(new Error('unheard of'), 'GET /')
  const reason = "ENOENT: no such file or directory, open '/proc/none/faults.log'"
  assert.deepEqual(notices.splice(0), [{ type: 'fault-unwritten', number, place: 'GET /', reason }])
  for (now of [0, 59_999, 60_000]) faults(Object.assign(new Error(), { code: 'ENOSPC' }), 'PUT /')
  assert.deepEqual(notices, [{ type: 'disk-full' }, { type: 'disk-full' }])
})

test('the log of faults is two files of bounded size', () => {
  const folder = newFolder()
  const faults = openFaults(folder, () => {})
  const large = new Error('x'.repeat(900_000))
  for (let at = 0; at < 12; at++) faults(large, 'GET /')
  assert.ok(statSync(join(folder, 'faults.log')).size < 8_000_000)
  assert.ok(statSync(join(folder, 'faults.log.1')).size < 8_000_000)
})

test('a record of people cut in half is told at the start, and is not written on', async () => {
  const folder = newFolder()
  await (await started(folder)).stop()
  const file = join(folder, 'journals/people.jsonl')
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.subarray(0, bytes.length / 2))
  const site = readFileSync(join(folder, 'site/site.json'), 'utf8')
  const notices: Notice[] = []
  const server = await opened({ folder, log: (notice) => notices.push(notice) })
  const faults = notices.flatMap((notice) => (notice.type === 'ledger' ? [notice.fault] : []))
  assert.deepEqual(
    faults.map(({ journal, reason }) => [journal, reason]),
    [['people', 'missing']],
  )
  assert.deepEqual(notices.at(-1), { type: 'site-behind', journal: 'people' })
  assert.equal(readFileSync(join(folder, 'site/site.json'), 'utf8'), site, 'the heads that are published stay')
  await server.stop()
  assert.equal(readFileSync(file).length < bytes.length / 2, true, 'nothing was added')

  writeFileSync(file, bytes)
  const again: Notice[] = []
  await (await started(folder, { log: (notice) => again.push(notice) })).stop()
  assert.deepEqual(again, [], 'restored, it is as it was')
})

test('without its signing key, or with another, a workspace does not start and makes no key', async () => {
  const folder = newFolder()
  await (await started(folder)).stop()
  const file = join(folder, 'signing-key.pem')
  const pem = readFileSync(file)
  rmSync(file)
  await assert.rejects(started(folder), KeyLost)
  assert.ok(!existsSync(file))
  const other = newFolder()
  await (await started(other, { sample: false })).stop()
  writeFileSync(file, readFileSync(join(other, 'signing-key.pem')))
  await assert.rejects(started(folder), KeyLost)
  writeFileSync(file, pem)
  await (await started(folder)).stop()
})

test('a workspace is for its owner alone', async () => {
  const parent = newFolder()
  const folder = join(parent, 'deep/workspace')
  mkdirSync(join(parent, 'deep'))
  const server = await started(folder)
  assert.equal(statSync(folder).mode & 0o077, 0)
  for (const name of ['settings.json', 'signing-key.pem', 'command-token', 'holder.json']) {
    assert.equal(statSync(join(folder, name)).mode & 0o077, 0, name)
  }
  await server.stop()
  assert.ok(!existsSync(join(folder, 'command-token')) && !existsSync(join(folder, 'holder.json')))
})
