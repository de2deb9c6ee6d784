import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { DamagedJournal } from '../../ports/journal.ts'
import { StoreUnavailable } from '../../ports/store-unavailable.ts'
import { entriesAfter } from '../conformance.ts'
import { placeOf, withoutPassword } from './address.ts'
import { breakWriters } from './crash.ts'
import { openDatabase } from './database.ts'
import { cutConnections, newDatabase, withoutPostgres } from './testing/database.ts'
import { openStores } from './testing/stores.ts'

const skip = await withoutPostgres()

test('six kills and cuts: every acknowledged entry is there once', { skip }, () => breakWriters(6))

test('servers that begin at once make the tables once', { skip }, async () => {
  const url = await newDatabase()
  const stores = await Promise.all(Array.from({ length: 6 }, () => openStores(url)))
  const answers = await Promise.all(
    stores.map(({ journal }, index) => journal.append('people', entriesAfter(undefined, [`server ${index}`]))),
  )
  assert.equal(answers.filter((answer) => answer === 'appended').length, 1)
})

test('of a transaction that the database aborts nothing is stored, and the next goes on', { skip }, async () => {
  const { database, journal } = await openStores(await newDatabase())
  const held = entriesAfter(undefined, ['one'])
  await journal.append('people', held)
  const run = (text: string) => database.run({ text, values: [] })
  await run(`create function duizhao.abort() returns trigger language plpgsql as
    $$ begin if new.body like '%stumble%' then raise exception using errcode = '40001'; end if; return new; end $$`)
  await run('create trigger abort before insert on duizhao.entry for each row execute function duizhao.abort()')
  const entries = entriesAfter(held.at(-1), ['two', 'stumble'])
  await assert.rejects(journal.append('people', entries), StoreUnavailable)
  assert.deepEqual(await journal.read('people', 0), held)
  await run('drop trigger abort on duizhao.entry')
  assert.equal(await journal.append('people', entries), 'appended')
  assert.deepEqual(await journal.read('people', 0), [...held, ...entries])
})

test('a database without room says so', { skip }, async () => {
  const { database, journal } = await openStores(await newDatabase())
  await database.run({
    text: `create function duizhao.abort() returns trigger language plpgsql as
      $$ begin raise exception using errcode = '53100'; end $$`,
    values: [],
  })
  await database.run({
    text: 'create trigger abort before insert on duizhao.entry for each row execute function duizhao.abort()',
    values: [],
  })
  await assert.rejects(
    journal.append('people', entriesAfter(undefined, ['one'])),
    (error) => error instanceof StoreUnavailable && error.reason === 'full',
  )
})

test('an entry that was altered in the table is found, and the journal takes no more', { skip }, async () => {
  const url = await newDatabase()
  const before = await openStores(url)
  const entries = entriesAfter(undefined, ['one', 'two', 'three'])
  await before.journal.append('people', entries)
  const alterations = [
    ["update duizhao.entry set body = replace(body, 'two', 'new') where sequence = 2", 2, 'altered'],
    ["update duizhao.entry set body = body || ' ' where sequence = 2", 2, 'altered'],
    ["update duizhao.entry set body = 'x' where sequence = 2", 2, 'unreadable'],
    ['delete from duizhao.entry where sequence = 2', 2, 'displaced'],
  ] as const
  for (const [text, line, reason] of alterations) {
    await before.database.run({ text: 'truncate duizhao.entry', values: [] })
    const fresh = await openStores(url)
    await fresh.journal.append('people', entries)
    await fresh.database.run({ text, values: [] })
    const { journal, damage } = await openStores(url)
    const read = await journal.read('people', 0)
    assert.deepEqual([damage[0]?.name, damage[0]?.damage[0]], ['people', { line, reason }], text)
    await assert.rejects(journal.append('people', entriesAfter(read.at(-1), ['four'])), DamagedJournal)
  }
})

test('what is held is lost with the connection, others get it, and the connection comes again', { skip }, async () => {
  const url = await newDatabase()
  const [one, two] = [await openStores(url), await openStores(url)]
  const [first, second] = [await one.join(), await two.join()]
  const hold = await first.hold('drafting/d1')
  assert.ok(hold)
  const news: string[] = []
  second.listen(({ type }) => news.push(type))
  await cutConnections(url)
  while (!hold.lost.aborted) await wait(2)
  const next = await second.take('drafting/d1', async () => 'taken')
  assert.equal(next, 'taken')
  while (!news.includes('gap')) await wait(2)
  while ((await first.hold('drafting/d1')) === null) await wait(2)
  first.tell('presence', 1)
  while (!news.includes('message')) await wait(2)
})

test('others are told of what is appended and stored, once it is', { skip }, async () => {
  const url = await newDatabase()
  const [one, two] = [await openStores(url), await openStores(url)]
  await one.join()
  const second = await two.join()
  const news: unknown[] = []
  second.listen((one) => news.push(one))
  await one.journal.append('document/d1', entriesAfter(undefined, ['one', 'two']))
  await one.catalogue.set('名\0', 1)
  await two.catalogue.set('own', 1)
  while (news.length < 2) await wait(2)
  assert.deepEqual(news, [
    { type: 'appended', journal: 'document/d1', sequence: 2 },
    { type: 'stored', name: '名\0' },
  ])
})

test('where the database does not answer, the error names the place and no password', async () => {
  const taken = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1')
  await new Promise((resolve) => taken.once('listening', resolve))
  const address = taken.address()
  const port = typeof address === 'object' ? address?.port : 0
  try {
    await assert.rejects(openDatabase(`postgres://me:s3cr3t%21@127.0.0.1:${port}/office`), (error) => {
      assert.ok(error instanceof StoreUnavailable)
      assert.equal(error.reason, 'unreachable')
      assert.match(error.message, new RegExp(`127.0.0.1:${port}/office`))
      assert.doesNotMatch(JSON.stringify([error, error.message, error.stack]), /s3cr3t/)
      return true
    })
  } finally {
    taken.close()
  }
})

test('an address that cannot be read does not show its password', async () => {
  await assert.rejects(openDatabase('postgres://me:s3cr3t@[host/office'), (error) => {
    assert.doesNotMatch(JSON.stringify([error, String(error), error instanceof Error && error.stack]), /s3cr3t/)
    return true
  })
  const url = 'postgres://me:s3%21cr3t@db.example.org:5433/office?sslmode=verify-full'
  assert.equal(placeOf(url), 'db.example.org:5433/office')
  assert.equal(withoutPassword('no s3%21cr3t, no s3!cr3t', url), 'no …, no …')
})
