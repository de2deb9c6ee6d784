import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { DraftAttempt } from '../model/draft.ts'
import { addUsage, nothingUsed, type Spending } from '../model/engine.ts'
import { countDrafted, usedSince } from './engine-use.ts'
import type { Drafted } from './job.ts'

function drafted(attempts: readonly DraftAttempt[], done = true): Drafted {
  const origin = { type: 'machine', engine: 'b', version: '1' } as const
  return {
    segment: 's',
    done,
    draft: { target: ['x'], origin, glossary: '', compliance: { asked: [], met: [], attempts } },
  }
}
const attempt = (engine: string, defects?: number): DraftAttempt => ({
  engine,
  means: 'prompt',
  repair: false,
  ...(defects !== undefined && { defects }),
})

test('a sentence counts once for each engine that was asked: met at once, mended, or neither', () => {
  const counted = countDrafted([
    drafted([attempt('a', 0)]),
    drafted([attempt('a', 2), attempt('a', 0)]),
    drafted([attempt('a', 2), attempt('b', 0)]),
    drafted([attempt('a'), attempt('b', 1)]),
    drafted([attempt('a', 0)], false),
    { segment: 's', draft: null, reason: 'unanswered', done: true },
  ])
  const of = (engine: string) => {
    const { sentences, atOnce, mended } = counted.get(engine) ?? assert.fail()
    return [sentences, atOnce, mended]
  }
  assert.deepEqual(of('a'), [4, 1, 1])
  assert.deepEqual(of('b'), [2, 1, 0])
})

test('the differences of the accounts of a run add up to its last account', () => {
  const usage = fc.record({
    requests: fc.nat(9),
    characters: fc.nat(99),
    inputTokens: fc.nat(99),
    outputTokens: fc.nat(99),
  })
  fc.assert(
    fc.property(fc.array(usage, { maxLength: 8 }), (steps) => {
      let all = nothingUsed
      let before: readonly Spending[] = []
      let added = nothingUsed
      for (const step of steps) {
        all = addUsage(all, step)
        const now = [{ engine: 'a', ...all, microdollars: null }]
        for (const used of usedSince(before, now).values()) added = addUsage(added, used)
        before = now
      }
      assert.deepEqual(added, all)
    }),
  )
})
