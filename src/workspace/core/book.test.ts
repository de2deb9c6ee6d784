import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefusal, refuse } from '../../model/refusal.ts'
import type { Journal } from '../../ports/journal.ts'
import { verifyChain } from '../../review/chain.ts'
import { comment, entriesAfter } from '../../stores/conformance.ts'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { textOf, textsBook } from './fixtures/texts-book.ts'

test('writers of one process wait for one another, and each decides on what is there', async () => {
  const { journals, digest } = createMemoryDoors()
  const book = textsBook(journals)
  await Promise.all(
    Array.from({ length: 30 }, () => book.write('p1', ({ state }) => [comment(`after ${state.length}`)])),
  )
  const { state } = await book.read()
  assert.deepEqual(
    state,
    Array.from({ length: 30 }, (_, index) => `after ${index}`),
  )
  assert.deepEqual(verifyChain(await journals.read('termbase', 0), digest), { type: 'whole' })
})

test('entries of another writer are picked up, told, and decided on anew', async () => {
  const { journals } = createMemoryDoors()
  const readings: string[] = []
  const [here, there] = [textsBook(journals, { grown: (texts) => readings.push(...texts) }), textsBook(journals)]
  await here.read()
  await there.write('p2', () => [comment('from there')])
  let decisions = 0
  const written = await here.write('p1', ({ state }) => {
    decisions++
    return state.includes('from there') ? [comment('from here')] : [comment('too early')]
  })
  assert.ok(!isRefusal(written))
  assert.equal(decisions, 2)
  assert.deepEqual(readings, ['from there', 'from here'])
  assert.deepEqual((await here.read()).state, ['from there', 'from here'])
})

test('two processes that write at once lose nothing', async () => {
  const { journals, digest } = createMemoryDoors()
  const books = [textsBook(journals), textsBook(journals), textsBook(journals)]
  await Promise.all(
    books.flatMap((book, at) => [1, 2, 3, 4].map((n) => book.write('p', () => [comment(`${at}.${n}`)]))),
  )
  const entries = await journals.read('termbase', 0)
  assert.equal(entries.length, 12)
  assert.equal(new Set(entries.map(({ event }) => textOf(event))).size, 12)
  assert.deepEqual(verifyChain(entries, digest), { type: 'whole' })
})

test('a refusal and an empty decision write nothing; a store that fails is a fault, and the book goes on', async () => {
  const { journals } = createMemoryDoors()
  let failing = true
  const failsOnce: Journal = {
    ...journals,
    async append(name, entries) {
      if (!failing) return journals.append(name, entries)
      failing = false
      throw new Error('the disk is full')
    },
  }
  const book = textsBook(failsOnce)
  assert.ok(isRefusal(await book.write('p', () => refuse('not-found'))))
  assert.deepEqual(await book.write('p', () => []), [])
  await assert.rejects(
    book.write('p', () => [comment('lost')]),
    /disk is full/,
  )
  assert.deepEqual((await book.read()).state, [])
  await book.write('p', () => [comment('kept')])
  assert.deepEqual((await book.read()).state, ['kept'])
  await assert.rejects(
    book.write('p', () => {
      throw new Error('a rule is broken')
    }),
    /rule is broken/,
  )
})

test('a journal that never holds still is told as a conflict', async () => {
  const { journals } = createMemoryDoors()
  const book = textsBook({ ...journals, append: async () => 'conflict' })
  const answer = await book.write('p', () => [comment('x')])
  assert.equal(isRefusal(answer) && answer.code, 'journal-conflict')
})

test('a book opened on a journal with entries knows them', async () => {
  const { journals } = createMemoryDoors()
  await journals.append('termbase', entriesAfter(undefined, ['one', 'two']))
  const book = textsBook(journals)
  assert.equal(book.peek(), undefined)
  assert.deepEqual((await book.read()).state, ['one', 'two'])
  assert.equal((await book.peek()?.entries())?.length, 2)
})

test('a page stays what it was, whatever is appended later', async () => {
  for (const holds of ['state', 'entries'] as const) {
    const { journals } = createMemoryDoors()
    await journals.append('termbase', entriesAfter(undefined, ['stored']))
    const book = textsBook(journals, { holds })
    const pages = [await book.read()]
    for (const text of ['one', 'two', 'three']) {
      await book.write('p1', () => [comment(text)])
      pages.push(await book.read())
    }
    const stored = await journals.read('termbase', 0)
    for (const [index, page] of pages.entries()) {
      assert.deepEqual(await page.entries(), stored.slice(0, index + 1))
      assert.deepEqual(await page.entries(2), stored.slice(2, index + 1))
      assert.deepEqual(page.last, stored[index])
    }
  }
})
