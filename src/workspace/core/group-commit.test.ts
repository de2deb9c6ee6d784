import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { isRefusal, refuse } from '../../model/refusal.ts'
import type { Journal } from '../../ports/journal.ts'
import { verifyChain } from '../../review/chain.ts'
import { comment, entriesAfter } from '../../stores/conformance.ts'
import { createMemoryDoors } from '../../stores/in-memory/doors.ts'
import { textOf, textsBook } from './fixtures/texts-book.ts'

/** A store that answers each append as it is told to, after others have had their turn. */
function obeying(journals: Journal, answers: readonly ('append' | 'fail' | 'conflict')[]) {
  let appends = 0
  const sizes: number[] = []
  const store: Journal = {
    ...journals,
    async append(name, entries) {
      const answer = answers[appends++] ?? 'append'
      sizes.push(entries.length)
      await new Promise((resolve) => setImmediate(resolve))
      if (answer === 'fail') throw new Error('the disk is full')
      if (answer === 'conflict') {
        const held = await journals.read(name, 0)
        await journals.append(name, entriesAfter(held.at(-1), [`other ${appends}`]))
      }
      return journals.append(name, entries)
    },
  }
  return { store, sizes }
}

test('writes that wait together share one append, in the order in which they came', async () => {
  const { journals } = createMemoryDoors()
  const { store, sizes } = obeying(journals, [])
  const book = textsBook(store)
  await Promise.all(['a', 'b', 'c', 'd'].map((text) => book.write('p1', () => [comment(text)])))
  assert.deepEqual(sizes, [1, 3])
  assert.deepEqual((await book.read()).state, ['a', 'b', 'c', 'd'])
})

test('a page that is decided on lists the entries of those before it, whoever wrote them', async () => {
  for (const holds of ['state', 'entries'] as const) {
    const { journals } = createMemoryDoors()
    const book = textsBook(journals, { holds })
    const seen: number[] = []
    await Promise.all(
      ['a', 'b', 'c'].map((text) =>
        book.write('p1', async (page) => {
          const entries = await page.entries()
          seen.push(entries.length)
          assert.equal(page.last?.sequence ?? 0, entries.length)
          assert.deepEqual(await page.entries(1), entries.slice(1))
          return [comment(text)]
        }),
      ),
    )
    assert.deepEqual(seen, [0, 1, 2])
  }
})

test('where an append fails, so does what rests on it: nobody is refused for words that were never stored', async () => {
  const { journals } = createMemoryDoors()
  const { store } = obeying(journals, ['append', 'fail'])
  const book = textsBook(store)
  const first = book.write('p1', () => [comment('a')])
  const others = await Promise.allSettled([
    book.write('p2', () => refuse('not-found')),
    book.write('p2', () => [comment('lost')]),
    book.write('p3', ({ state }) => (state.includes('lost') ? refuse('bad-request') : [])),
  ])
  assert.ok(!isRefusal(await first))
  assert.deepEqual(
    others.map(({ status }) => status),
    ['fulfilled', 'rejected', 'rejected'],
  )
  assert.deepEqual((await book.read()).state, ['a'])
  await book.write('p1', () => [comment('b')])
  assert.deepEqual((await book.read()).state, ['a', 'b'])
})

test('a decision that throws fails alone', async () => {
  const { journals } = createMemoryDoors()
  const book = textsBook(journals)
  const broken = () => {
    throw new Error('a rule is broken')
  }
  const outcomes = await Promise.allSettled([
    book.write('p1', () => [comment('a')]),
    book.write('p1', broken),
    book.write('p1', () => [comment('b')]),
  ])
  assert.deepEqual(
    outcomes.map(({ status }) => status),
    ['fulfilled', 'rejected', 'fulfilled'],
  )
  assert.deepEqual((await book.read()).state, ['a', 'b'])
})

test('whatever the store answers: what is acknowledged is stored once, and nothing else of these writers is', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('append', 'append', 'fail', 'conflict'), { maxLength: 12 }),
      fc.array(fc.record({ texts: fc.nat(3), wait: fc.nat(3), refuses: fc.boolean() }), { maxLength: 30 }),
      async (answers, writers) => {
        const { journals, digest } = createMemoryDoors()
        const book = textsBook(obeying(journals, answers).store)
        const acknowledged = await Promise.all(
          writers.map(async ({ texts, wait, refuses }, at) => {
            for (let turn = 0; turn < wait; turn++) await new Promise((resolve) => setImmediate(resolve))
            const events = Array.from({ length: texts }, (_, n) => comment(`${at}.${n}`))
            const answer = await book
              .write('p', () => (refuses ? refuse('not-found') : events))
              .catch(() => refuse('not-found'))
            return isRefusal(answer) ? [] : answer.map(({ event }) => textOf(event))
          }),
        )
        const entries = await journals.read('termbase', 0)
        assert.deepEqual(verifyChain(entries, digest), { type: 'whole' })
        const stored = entries.map(({ event }) => textOf(event)).filter((text) => !text.startsWith('other'))
        assert.deepEqual(stored.toSorted(), acknowledged.flat().toSorted())
        assert.deepEqual(
          (await book.read()).state.filter((text) => !text.startsWith('other')),
          stored,
        )
      },
    ),
    { numRuns: 150 },
  )
})
