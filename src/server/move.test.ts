import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { isRefusal } from '../model/refusal.ts'
import { entriesAfter } from '../stores/conformance.ts'
import { inspectJournals } from '../stores/lowdb/inspect.ts'
import { newDatabase, withoutPostgres } from '../stores/postgres/testing/database.ts'
import { openStores } from '../stores/postgres/testing/stores.ts'
import { digest } from './digest.ts'
import { moveWorkspace } from './move.ts'
import { startServer } from './start.ts'
import { cookiesIn, password, visitorOf } from './testing/server.ts'
import { beginWorkspace } from './testing/workspace.ts'
import { WrongStore } from './wrong-store.ts'

const skip = await withoutPostgres()
const folder = mkdtempSync(join(tmpdir(), 'duizhao-move-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const tell = () => {}

async function start(database?: string) {
  const server = await startServer({
    workspace: folder,
    ...(database !== undefined && { database }),
    port: 0,
    room: false,
    sample: true,
    log: 'silent',
  })
  assert.ok(server.type === 'server')
  return server
}

test('a workspace goes into a database and back, the same by every hash, and people stay signed in', {
  skip,
}, async () => {
  beginWorkspace(folder)
  const database = await newDatabase()
  const first = await start()
  const token = first.invitations.find(({ roles }) => roles.includes('translator'))?.path.split('#')[1]
  const accepted = await visitorOf(first.address).send('POST', '/api/invitation/accept', { token, password })
  const cookie = cookiesIn(accepted.headers)
  const held = await moveWorkspace(folder, database, { direction: 'to', tell })
  assert.equal(isRefusal(held) && held.code, 'workspace-held')
  await first.stop()
  const before = await inspectJournals(folder, digest)

  const moved = await moveWorkspace(folder, database, { direction: 'to', tell })
  assert.ok(!isRefusal(moved))
  assert.equal(moved.journals, before.length)
  const { journal } = await openStores(database)
  for (const { name, entries } of before) assert.deepEqual(await journal.read(name, 0), entries)
  assert.ok(existsSync(join(moved.aside, 'journals')) && existsSync(join(moved.aside, 'settings.json')))

  await assert.rejects(start(), WrongStore)
  const server = await start(database)
  assert.equal((await visitorOf(server.address, cookie).send('GET', '/api/documents')).body.documents.length, 1)
  const busy = await moveWorkspace(folder, database, { direction: 'from', tell })
  assert.equal(isRefusal(busy) && busy.code, 'workspace-held')
  await server.stop()
  const inDatabase = new Map<string, unknown>()
  for (const name of await journal.names('')) inDatabase.set(name, await journal.read(name, 0))

  const back = await moveWorkspace(folder, database, { direction: 'from', tell })
  assert.ok(!isRefusal(back))
  const after = await inspectJournals(folder, digest)
  assert.deepEqual(new Map(after.map(({ name, entries }) => [name, entries])), inDatabase)
  await assert.rejects(start(database), WrongStore)
  const last = await start()
  assert.equal((await visitorOf(last.address, cookie).send('GET', '/api/documents')).status, 200)
  await last.stop()
})

test('into a database of another workspace nothing goes, and what was cut off goes on', { skip }, async () => {
  const other = await newDatabase()
  const { journal, catalogue } = await openStores(other)
  await journal.append('people', entriesAfter(undefined, ['somebody else']))
  const refused = await moveWorkspace(folder, other, { direction: 'to', tell })
  assert.equal(isRefusal(refused) && refused.code, 'move-not-empty')
  assert.ok(existsSync(join(folder, 'journals')))

  const begun = await newDatabase()
  const half = await openStores(begun)
  const [first] = await inspectJournals(folder, digest)
  await half.journal.append(first?.name ?? '', first?.entries.slice(0, 1) ?? [])
  const moved = await moveWorkspace(folder, begun, { direction: 'to', tell })
  assert.ok(!isRefusal(moved))
  assert.deepEqual(await half.journal.read(first?.name ?? '', 0), first?.entries)
  assert.deepEqual(await catalogue.names(), [])
})
