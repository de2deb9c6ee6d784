import { test } from 'node:test'
import { createRandom } from '../../bench/random.ts'
import { killRuns } from './testing/killed-runs.ts'

/** `DUIZHAO_KILLS=200` tries more seeds. */
const seeds = Number(process.env.DUIZHAO_KILLS ?? 20)

for (let from = 0; from < seeds; from += 10) {
  const some = Array.from({ length: Math.min(10, seeds - from) }, (_, index) => from + index)
  test(`drafting runs whose server is killed, seeds ${from} to ${from + some.length - 1}`, () =>
    killRuns(some, createRandom))
}
