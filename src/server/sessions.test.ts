import assert from 'node:assert/strict'
import { test } from 'node:test'
import { promisify } from 'node:util'
import type { SessionData } from 'express-session'
import { countLimits } from '../model/count-limits.ts'
import type { Catalogue } from '../ports/catalogue.ts'
import { announcingCatalogue } from '../stores/in-memory/announcing.ts'
import { createMemoryCatalogue } from '../stores/in-memory/catalogue.ts'
import { createHub } from '../stores/in-memory/coordination.ts'
import { CatalogueSessionStore, longestSession, sessionMilliseconds } from './sessions.ts'

const fail = (fault: unknown) => assert.fail(String(fault))
const doorsOf = (catalogue: Catalogue, now: () => number) => ({ catalogue, coordination: createHub().join(), now })
const data = (person: string) => ({ cookie: { originalMaxAge: null }, person }) as SessionData

test('a session outlives a restart, ends when it is over, and its id is not stored', async () => {
  const catalogue = createMemoryCatalogue()
  let now = 1_000
  const store = new CatalogueSessionStore(
    doorsOf(catalogue, () => now),
    fail,
  )
  await promisify(store.set.bind(store))('secret-id', data('p1'))
  assert.ok(!JSON.stringify(await catalogue.get('sessions')).includes('secret-id'))

  const restarted = new CatalogueSessionStore(
    doorsOf(catalogue, () => now),
    fail,
  )
  const get = promisify((id: string, done: (error: unknown, found?: SessionData | null) => void) =>
    restarted.get(id, done),
  )
  assert.equal((await get('secret-id'))?.person, 'p1')
  assert.equal(await get('other-id'), null)
  now += sessionMilliseconds + 1
  assert.equal(await get('secret-id'), null)
})

test('the sessions of one person end together, but for the one kept', async () => {
  const store = new CatalogueSessionStore(
    doorsOf(createMemoryCatalogue(), () => 0),
    fail,
  )
  const set = promisify(store.set.bind(store))
  const get = promisify((id: string, done: (error: unknown, found?: SessionData | null) => void) => store.get(id, done))
  await set('a', data('p1'))
  await set('b', data('p1'))
  await set('c', data('p2'))
  await store.endSessionsOf('p1', 'b')
  assert.deepEqual([await get('a'), (await get('b'))?.person, (await get('c'))?.person], [null, 'p1', 'p2'])
})

test('whoever watches a session learns of its end, and of one that was over before', async () => {
  const store = new CatalogueSessionStore(
    doorsOf(createMemoryCatalogue(), () => 0),
    fail,
  )
  const set = promisify(store.set.bind(store))
  await set('a', data('p1'))
  await set('b', data('p2'))
  const ended: string[] = []
  for (const id of ['a', 'b', 'never']) store.watch(id, () => ended.push(id))
  const unwatch = store.watch('a', () => ended.push('no longer watched'))
  unwatch()
  await store.endSessionsOf('p1')
  assert.deepEqual([...new Set(ended)].sort(), ['a', 'never'])
})

test('where sessions cannot be written they begin and end all the same, and are written once they can', async () => {
  const disk = createMemoryCatalogue()
  let full = true
  const catalogue = {
    ...disk,
    set: (name: string, value: unknown) =>
      full ? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) : disk.set(name, value),
  }
  const faults: unknown[] = []
  const store = new CatalogueSessionStore(
    doorsOf(catalogue, () => 0),
    (fault) => faults.push(fault),
  )
  const set = promisify(store.set.bind(store))
  const get = promisify((id: string, done: (error: unknown, found?: SessionData | null) => void) => store.get(id, done))
  await set('a', data('p1'))
  await set('b', data('p2'))
  await store.endSessionsOf('p2')
  assert.deepEqual([(await get('a'))?.person, await get('b'), faults.length], ['p1', null, 3])
  assert.equal(await disk.get('sessions'), undefined)
  full = false
  await promisify((done: () => void) => store.touch('a', data('p1'), done))()
  await new Promise((resolve) => setImmediate(resolve))
  const restarted = new CatalogueSessionStore(
    doorsOf(disk, () => 0),
    fail,
  )
  const found = await promisify((id: string, done: (error: unknown, found?: SessionData | null) => void) =>
    restarted.get(id, done),
  )('a')
  assert.equal(found?.person, 'p1')
})

test('of more sessions of one person than there may be, that which would end first ends', async () => {
  let now = 0
  const store = new CatalogueSessionStore(
    doorsOf(createMemoryCatalogue(), () => now),
    fail,
  )
  const set = promisify(store.set.bind(store))
  const get = promisify((id: string, done: (error: unknown, found?: SessionData | null) => void) => store.get(id, done))
  await set('another', data('p2'))
  for (now = 1; now <= countLimits.sessions + 1; now++) await set(`s${now}`, data('p1'))
  assert.deepEqual([await get('s1'), (await get('s2'))?.person, (await get('another'))?.person], [null, 'p1', 'p2'])
})

test('a session ends a day after the sign-in, however much it is used', async () => {
  let now = 0
  const store = new CatalogueSessionStore(
    doorsOf(createMemoryCatalogue(), () => now),
    fail,
  )
  const get = promisify((id: string, done: (error: unknown, found?: SessionData | null) => void) => store.get(id, done))
  await promisify(store.set.bind(store))('a', data('p1'))
  for (now = 0; now < longestSession; now += sessionMilliseconds / 2) {
    assert.equal((await get('a'))?.person, 'p1', String(now))
    await promisify((done: () => void) => store.touch('a', data('p1'), done))()
  }
  assert.equal(await get('a'), null)
})

test('of two servers each knows the sessions of the other, and what ends on one has ended on the other', async () => {
  const hub = createHub()
  const catalogue = createMemoryCatalogue()
  let now = 0
  const [first, second] = [hub.join(), hub.join()].map((coordination) => {
    const doors = { catalogue: announcingCatalogue(catalogue, hub, coordination), coordination, now: () => now }
    const store = new CatalogueSessionStore(doors, fail)
    const get = promisify((id: string, done: (error: unknown, found?: SessionData | null) => void) =>
      store.get(id, done),
    )
    return { store, set: promisify(store.set.bind(store)), touch: promisify(store.touch.bind(store)), get }
  })
  assert.ok(first && second)
  assert.equal(await second.get('a'), null)
  await Promise.all([first.set('a', data('p1')), second.set('b', data('p2')), first.set('c', data('p1'))])
  const settled = () => new Promise((resolve) => setTimeout(resolve, 5))
  await settled()
  assert.equal((await second.get('a'))?.person, 'p1')
  assert.equal((await first.get('b'))?.person, 'p2')
  const ended: string[] = []
  second.store.watch('a', () => ended.push('a'))
  await first.store.endSessionsOf('p1', 'c')
  await settled()
  assert.deepEqual([await second.get('a'), (await second.get('c'))?.person, ended], [null, 'p1', ['a']])
  // Used on one server alone, it does not end on the other.
  for (let hours = 0; hours < 20; hours += 1) {
    now += 3_600_000
    await first.touch('c', data('p1'))
    await settled()
  }
  assert.equal((await second.get('c'))?.person, 'p1')
  await second.set('d', data('p2'))
  assert.equal((await first.get('c'))?.person, 'p1')
})
