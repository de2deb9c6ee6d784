import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '../model/refusal.ts'
import { sha256 } from '../stores/conformance.ts'
import { openDesk, person } from './fixtures/desk.ts'
import { drawn, sampleCount } from './sampling.ts'

test('a sample has as many as asked, each once, in order, and is the same for the same seed', () => {
  const seeds = fc.nat(2 ** 32 - 1)
  fc.assert(
    fc.property(fc.nat(300), fc.nat(400), seeds, (pool, count, seed) => {
      const all = Array.from({ length: pool }, (_, index) => index)
      const some = drawn(all, count, seed)
      assert.equal(some.length, Math.min(pool, count))
      assert.deepEqual(
        some,
        [...new Set(some)].toSorted((a, b) => a - b),
      )
      assert.deepEqual(drawn(all, count, seed), some)
    }),
  )
})

test('each sentence is as likely as any other', () => {
  const all = Array.from({ length: 20 }, (_, index) => index)
  const times = new Map<number, number>()
  const rounds = 20_000
  for (let seed = 0; seed < rounds; seed++)
    for (const one of drawn(all, 5, seed)) times.set(one, (times.get(one) ?? 0) + 1)
  // Expected 5,000 each, with a standard deviation of 61: five of them on either side.
  for (const one of all) assert.ok(Math.abs((times.get(one) ?? 0) - 5000) < 306, `${one}: ${times.get(one)}`)
})

test('what is recorded for ever: these are drawn for this seed', () => {
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  assert.equal(drawn(letters, 6, 20261130).join(''), 'bgktvw')
})

test('a size is at least one sentence and at most all', () => {
  assert.equal(sampleCount({ percent: 10 }, 187), 19)
  assert.equal(sampleCount({ percent: 0.1 }, 187), 1)
  assert.equal(sampleCount({ count: 500 }, 187), 187)
})

test('drawn is from what has English, by who may, and the draw is on record', () => {
  const [ann, bob] = [person('ann', 'translator'), person('bob', 'reviser')]
  const desk = openDesk(sha256, [ann, bob])
  const codeOf = (answer: unknown) => (isRefusal(answer) ? answer.code : null)
  const sample = { id: 'q1', seed: 7, size: { count: 2 } }
  assert.equal(codeOf(desk.draw(sample, bob)), 'sample-none')
  desk.send({ type: 'translate', segment: 'b2.s2', base: 0, target: ['Words.'] }, ann)
  assert.equal(codeOf(desk.draw(sample, ann)), 'role-missing')
  desk.draw(sample, bob)
  const at = desk.entries().at(-1)?.at
  assert.deepEqual(desk.state().samples, [{ ...sample, pool: 1, segments: ['b2.s2'], by: 'bob', at }])
})
