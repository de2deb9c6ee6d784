import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { workAhead } from './ahead.ts'

async function* listed(count: number): AsyncGenerator<number, void> {
  for (let item = 0; item < count; item++) yield item
}

const turns = async (count: number) => {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve))
}

test('results come in order, and no more is under way than what is waited for and what may go ahead', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(4), { maxLength: 12 }), fc.nat(3), async (waits, ahead) => {
      let underWay = 0
      let most = 0
      const work = async (item: number) => {
        most = Math.max(most, ++underWay)
        await turns(waits[item] ?? 0)
        underWay--
        return item
      }
      const results: number[] = []
      for await (const result of workAhead(listed(waits.length), work, ahead)) results.push(result)
      assert.deepEqual(results, [...waits.keys()])
      assert.ok(most <= ahead + 1)
    }),
    { numRuns: 60 },
  )
})

test('a fault comes in its place, after the results before it; whoever stops earlier hears of none', async () => {
  const work = async (item: number) => {
    if (item === 2) throw new Error('fault')
    return item
  }
  const results: number[] = []
  const readAll = async () => {
    for await (const result of workAhead(listed(5), work, 3)) results.push(result)
  }
  await assert.rejects(readAll, /fault/)
  assert.deepEqual(results, [0, 1])
  for await (const result of workAhead(listed(5), work, 3)) if (result === 0) break
  await turns(3)
})
