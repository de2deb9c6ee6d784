import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefusal } from '../model/refusal.ts'
import type { Search } from '../model/search.ts'
import { searchApart } from './searching.ts'

const run = searchApart(() => undefined)

function expression(find: string): Search {
  return { find, mode: 'expression', capitals: true, replacement: '$1' }
}

const long = 'word '.repeat(60)

test('an expression that would take for ever is stopped, names the sentence and gives nothing of what it had found', async () => {
  let turns = 0
  const turning = setInterval(() => (turns += 1), 10)
  const texts = ['word network', long, 'word network']
  const stopped = await run({ search: expression(String.raw`(\w+\s*)+network`), texts })
  clearInterval(turning)
  assert.ok(isRefusal(stopped))
  assert.equal(stopped.code, 'expression-slow')
  assert.match(stopped.params.text ?? '', /^word word .*…$/)
  assert.ok(turns > 1, 'others were answered meanwhile')
})

test('those who come after one that is stopped are answered', async () => {
  const hostile = run({ search: expression('^(a+)+$'), texts: [`${'a'.repeat(60)}!`] })
  const other = run({ search: expression('(net)work'), texts: ['a network', ''] })
  assert.ok(isRefusal(await hostile))
  assert.deepEqual(await other, [[{ from: 2, to: 9, with: 'net' }], []])
})

test('of too many at once the last are told so', async () => {
  const answers = await Promise.all(Array.from({ length: 14 }, () => run({ search: expression('(a)'), texts: ['a'] })))
  const busy = answers.filter((answer) => isRefusal(answer) && answer.code === 'search-busy')
  assert.ok(busy.length > 0 && busy.length < 14)
})

test('an expression that is none is refused, and words are looked for here', async () => {
  const broken = await run({ search: expression('(a'), texts: ['a'] })
  assert.ok(isRefusal(broken) && broken.code === 'expression-malformed')
  const words = await run({ search: { ...expression('a.'), mode: 'plain' }, texts: ['a.a', 'ab'] })
  assert.deepEqual(words, [[{ from: 0, to: 2, with: '$1' }], []])
})

test('what an expression puts in again and again is refused before it takes the memory of the server', async () => {
  const sentence = 'a'.repeat(20_000)
  const texts = Array.from({ length: 40 }, () => sentence)
  const whole = await run({ search: { ...expression('.+'), replacement: '$&'.repeat(1000) }, texts })
  assert.ok(isRefusal(whole) && whole.code === 'search-too-much')
  const words = { ...expression('a'), mode: 'plain', capitals: false, replacement: 'b'.repeat(2000) } as const
  const letters = await run({ search: words, texts })
  assert.ok(isRefusal(letters) && letters.code === 'search-too-much')
})
