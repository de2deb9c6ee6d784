import assert from 'node:assert/strict'
import { test } from 'node:test'
import { remembering, rememberingLast, rememberingLastOf } from './remembering.ts'

test('work is done once for each thing, and the thing looks as before', () => {
  let times = 0
  const count = remembering(({ text }: { readonly text: string }) => ({ length: text.length, time: ++times }))
  const other = remembering(({ text }: { readonly text: string }) => ({ upper: text.toUpperCase() }))
  const [a, b] = [Object.freeze({ text: 'road' }), { text: 'road' }]
  assert.deepEqual(
    [count(a), count(b), count(a), count(b)].map(({ time }) => time),
    [1, 2, 1, 2],
  )
  assert.deepEqual(other(a), { upper: 'ROAD' })
  assert.deepEqual(b, { text: 'road' })
  assert.deepEqual(Reflect.ownKeys(b), ['text'])
  assert.equal(JSON.stringify(b), '{"text":"road"}')
  for (const copy of [{ ...b }, structuredClone(b)]) assert.equal(count(copy).time, times)
})

test('what a thing gives is found again as the very same, lists too', () => {
  const sum = remembering((numbers: readonly number[]) => ({ sum: numbers.reduce((a, b) => a + b, 0) }))
  const numbers = [1, 2, 3]
  assert.equal(sum(numbers), sum(numbers))
  assert.deepEqual(numbers, [1, 2, 3])
  assert.notEqual(sum(numbers), sum([...numbers]))
})

test('beside a value, what the last one gave is remembered of each thing', () => {
  let times = 0
  const joined = rememberingLastOf((thing: { readonly text: string }, mark: string) => {
    times++
    return `${thing.text}${mark}`
  })
  const [a, b] = [{ text: 'a' }, { text: 'b' }]
  assert.deepEqual([joined(a, '!'), joined(b, '!'), joined(a, '!'), joined(b, '!')], ['a!', 'b!', 'a!', 'b!'])
  assert.equal(times, 2)
  assert.deepEqual([joined(a, '?'), joined(b, '!'), joined(a, '!')], ['a?', 'b!', 'a!'])
  assert.equal(times, 4)
})

test('of values in a row the last is remembered', () => {
  let times = 0
  const last = rememberingLast((value: number) => value + ++times)
  assert.deepEqual([last(1), last(1), last(2), last(1)], [2, 2, 4, 4])
})
