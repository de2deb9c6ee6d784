import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { DocumentNews } from '../../../../src/contract/views/documents.ts'
import type { DocumentEvent, Entry } from '../../../../src/model/event.ts'
import { paceNews } from './news-pace.ts'

const entry = (sequence: number): Entry<DocumentEvent> => ({
  sequence,
  at: '2026-01-01T00:00:00.000Z',
  by: 'p1',
  previous: '',
  hash: String(sequence),
  event: { type: 'document-archived', v: 1 },
})
const news = (...sequences: readonly number[]): DocumentNews => ({ type: 'entries', entries: sequences.map(entry) })
const present = (name: string): DocumentNews => ({ type: 'present', people: [{ name, segment: null }] })
const sequencesIn = (passed: readonly DocumentNews[]) =>
  passed.flatMap((some) => (some.type === 'entries' ? some.entries.map(({ sequence }) => sequence) : []))

test('news that comes alone is passed on at once, news that comes fast is gathered', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] })
  const passed: (readonly DocumentNews[])[] = []
  const pace = paceNews((some) => passed.push(some))
  for (const sequence of [1, 2, 3]) pace.add(news(sequence))
  assert.deepEqual(passed, [[news(1)]])
  context.mock.timers.tick(100)
  assert.deepEqual(passed, [[news(1)], [news(2, 3)]])
  context.mock.timers.tick(100)
  pace.add(news(4))
  assert.deepEqual(passed.at(-1), [news(4)])
})

test('law: every entry is passed on, in its order, however it comes', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] })
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 150 }), { maxLength: 40 }), (gaps) => {
      const passed: DocumentNews[] = []
      const pace = paceNews((some) => passed.push(...some))
      const all = gaps.map((gap, index) => {
        context.mock.timers.tick(gap)
        pace.add(news(index + 1))
        return index + 1
      })
      context.mock.timers.tick(100)
      assert.deepEqual(sequencesIn(passed), all)
      pace.close()
    }),
  )
})

test('of who is present only the last is passed on', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] })
  const passed: (readonly DocumentNews[])[] = []
  const pace = paceNews((some) => passed.push(some))
  for (const some of [news(1), present('a'), news(2), present('b'), news(3)]) pace.add(some)
  context.mock.timers.tick(100)
  assert.deepEqual(passed, [[news(1)], [news(2, 3), present('b')]])
})

test('of very much at once a portion is passed on at a time, a large one where very much waits; all of it where it is asked for', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] })
  const passed: number[][] = []
  const pace = paceNews((some) => passed.push([...sequencesIn(some)]))
  const many = Array.from({ length: 1000 }, (_, index) => index + 1)
  pace.add(news(...many))
  context.mock.timers.tick(100)
  assert.deepEqual(
    passed.map(({ length }) => length),
    [250, 188],
  )
  pace.passAll()
  assert.equal(passed.length, 3)
  assert.deepEqual(passed.flat(), many)
  context.mock.timers.tick(1000)
  assert.equal(passed.length, 3)
})

test('what waits is forgotten when the page is left', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] })
  const passed: DocumentNews[] = []
  const pace = paceNews((some) => passed.push(...some))
  pace.add(news(1))
  pace.add(news(2))
  pace.close()
  context.mock.timers.tick(1000)
  assert.deepEqual(passed, [news(1)])
})

test('where drawing takes long, the page rests three times as long', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] })
  let now = 0
  const tick = (milliseconds: number) => {
    now += milliseconds
    context.mock.timers.tick(milliseconds)
  }
  const passed: (readonly DocumentNews[])[] = []
  const pace = paceNews(
    (some) => {
      passed.push(some)
      now += 80
    },
    () => now,
  )
  pace.add(news(1))
  pace.add(news(2))
  await Promise.resolve()
  tick(100)
  assert.deepEqual(passed, [[news(1)]])
  pace.add(news(3))
  tick(140)
  assert.deepEqual(passed, [[news(1)], [news(2, 3)]])
})
