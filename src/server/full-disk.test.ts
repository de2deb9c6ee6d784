import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import type { Notice } from './notices.ts'
import type { RunningServer } from './start/serve.ts'
import { startServer } from './start.ts'
import { cookiesIn, password, type Visitor, visitorOf } from './testing/server.ts'

/** A small disk of its own, in memory. Null where none may be mounted. */
function smallDisk(context: TestContext, size: string): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=700`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    rmSync(folder, { recursive: true })
    context.skip('no disk can be mounted here: it needs Linux, and to be root')
    return null
  }
  context.after(() => {
    execFileSync('umount', ['-l', folder])
    rmSync(folder, { recursive: true })
  })
  return folder
}

const remount = (folder: string, options: string) => execFileSync('mount', ['-o', `remount,${options}`, folder])

async function serve(context: TestContext, workspace: string, notices: Notice[]): Promise<RunningServer> {
  const server = await startServer({ workspace, port: 0, room: false, log: (notice) => notices.push(notice) })
  assert.ok(server.type === 'server')
  context.after(() => server.stop())
  return server
}

interface Desk {
  readonly server: RunningServer
  readonly admin: Visitor
  readonly document: string
  /** Writes so many characters on a sentence. */
  comment(characters: number): ReturnType<Visitor['send']>
}

/** A server on that disk, an administrator who translates, and a document. */
async function open(context: TestContext, folder: string, notices: Notice[]): Promise<Desk> {
  const server = await serve(context, folder, notices)
  const token = server.invitations[0]?.path.split('#')[1]
  const accepted = await visitorOf(server.address).send('POST', '/api/invitation/accept', { token, password })
  assert.equal(accepted.status, 200)
  const admin = visitorOf(server.address, cookiesIn(accepted.headers))
  const { person } = (await admin.send('GET', '/api/session')).body
  const roles = ['administrator', 'translator']
  await admin.send('PUT', `/api/people/${person.id}`, { name: person.name, roles, active: true })
  const file = Buffer.from('道路已经通车。第二句话。\n')
  const document = (await admin.send('POST', '/api/documents?filename=a.txt', file)).body.id
  return deskOf(server, admin, document)
}

async function deskOf(server: RunningServer, admin: Visitor, document: string): Promise<Desk> {
  const view = (await admin.send('GET', `/api/documents/${document}`)).body
  const comments = `/api/documents/${document}/segments/${Object.keys(view.state.segments)[0]}/comments`
  const comment = (characters: number) => admin.send('POST', comments, { text: 'x'.repeat(characters) })
  return { server, admin, document, comment }
}

/** What goes on where nothing can be written: reading and signing in; and what is refused, in the same words. */
async function assertReadable({ server, admin, document }: Desk): Promise<void> {
  const read = await admin.send('GET', `/api/documents/${document}`)
  assert.equal(read.status, 200)
  const signedIn = await visitorOf(server.address).send('POST', '/api/session', { login: 'admin', password })
  assert.equal(signedIn.status, 200)
  const visitor = visitorOf(server.address, cookiesIn(signedIn.headers))
  assert.equal((await visitor.send('GET', '/api/documents')).status, 200)
  const settings = await visitor.send('PUT', '/api/settings', { contact: 'office@example.org' })
  assert.deepEqual([settings.status, settings.body?.refusal?.code], [507, 'disk-full'])
  assert.equal((await visitor.send('DELETE', '/api/session')).status, 200)
  assert.equal((await visitor.send('GET', '/api/documents')).status, 401)
}

test('a disk that runs full is answered in words, and work goes on once there is room', async (context) => {
  const folder = smallDisk(context, '1500k')
  if (folder === null) return
  const notices: Notice[] = []
  const desk = await open(context, folder, notices)
  let acknowledged = 0
  let refused = await desk.comment(9_000)
  for (; refused.status === 200; refused = await desk.comment(9_000)) acknowledged += 1
  assert.deepEqual([refused.status, refused.body.refusal.code], [507, 'disk-full'])
  while ((await desk.comment(1)).status === 200) acknowledged += 1
  await assertReadable(desk)
  assert.deepEqual(notices, [{ type: 'disk-full' }])
  assert.ok(!existsSync(join(folder, 'faults.log')))

  remount(folder, 'size=8m')
  assert.equal((await desk.comment(9)).status, 200)
  await desk.server.stop()
  const again = await serve(context, folder, notices)
  const view = await visitorOf(again.address, desk.admin.cookie).send('GET', `/api/documents/${desk.document}`)
  const [{ comments }] = Object.values<{ comments: unknown[] }>(view.body.state.segments) as [{ comments: unknown[] }]
  assert.equal(comments.length, acknowledged + 1)
})

test('a disk that cannot be written to is answered in words, while running and at the start', async (context) => {
  const folder = smallDisk(context, '8m')
  if (folder === null) return
  const notices: Notice[] = []
  const { server, admin, document } = await open(context, folder, notices)
  // A journal that is open for writing stays so whatever is mounted over it: none is after a start.
  await server.stop()
  const again = await serve(context, folder, notices)
  const desk = await deskOf(again, visitorOf(again.address, admin.cookie), document)
  // The lock is open for writing, so that the disk as a whole would not be made read-only: the journals alone are.
  const journals = join(folder, 'journals')
  execFileSync('mount', ['--bind', journals, journals])
  execFileSync('mount', ['-o', 'remount,bind,ro', journals])
  const refused = await desk.comment(9)
  assert.deepEqual([refused.status, refused.body.refusal.code], [503, 'disk-read-only'])
  assert.equal((await desk.admin.send('GET', `/api/documents/${desk.document}`)).status, 200)
  assert.deepEqual(notices, [{ type: 'disk-read-only' }])
  execFileSync('umount', [journals])
  assert.equal((await desk.comment(9)).status, 200)
  await desk.server.stop()
  remount(folder, 'ro')
  await assert.rejects(serve(context, folder, notices), { code: 'EROFS' })
  remount(folder, 'rw')
  await serve(context, folder, notices)
})

test('a start on a full disk says so, and calls no file damaged', async (context) => {
  const folder = smallDisk(context, '64k')
  if (folder === null) return
  execFileSync('sh', ['-c', 'dd if=/dev/zero of="$1/filler" bs=1k || true', 'sh', folder], { stdio: 'ignore' })
  await assert.rejects(serve(context, folder, []), (error: NodeJS.ErrnoException) => {
    assert.equal(error.code, 'ENOSPC')
    assert.ok(error.path?.startsWith(folder), error.path)
    return true
  })
})
