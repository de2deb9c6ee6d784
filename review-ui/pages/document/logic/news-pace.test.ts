import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { DocumentNews } from '../../../../src/contract/views.ts'
import { paceNews } from './news-pace.ts'

const news = (name: string): DocumentNews => ({ type: 'present', people: [{ name, segment: null }] })

test('news that comes alone is passed on at once, news that comes fast is gathered', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] })
  const passed: (readonly DocumentNews[])[] = []
  const pace = paceNews((some) => passed.push(some))
  for (const name of ['a', 'b', 'c']) pace.add(news(name))
  assert.deepEqual(passed, [[news('a')]])
  context.mock.timers.tick(100)
  assert.deepEqual(passed, [[news('a')], [news('b'), news('c')]])
  context.mock.timers.tick(100)
  pace.add(news('d'))
  assert.deepEqual(passed.at(-1), [news('d')])
})

test('law: everything is passed on, in its order, however it comes', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] })
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 150 }), { maxLength: 40 }), (gaps) => {
      const passed: DocumentNews[] = []
      const pace = paceNews((some) => passed.push(...some))
      const all = gaps.map((gap, index) => {
        context.mock.timers.tick(gap)
        const one = news(String(index))
        pace.add(one)
        return one
      })
      context.mock.timers.tick(100)
      assert.deepEqual(passed, all)
      pace.close()
    }),
  )
})

test('what waits is forgotten when the page is left', (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] })
  const passed: DocumentNews[] = []
  const pace = paceNews((some) => passed.push(...some))
  pace.add(news('a'))
  pace.add(news('b'))
  pace.close()
  context.mock.timers.tick(1000)
  assert.deepEqual(passed, [news('a')])
})
