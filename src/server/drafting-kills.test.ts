import { test } from 'node:test'
import { createRandom } from '../../bench/random.ts'
import { killRuns } from './testing/killed-runs.ts'

test('a drafting run whose server is killed goes on where its journal ends', { timeout: 120_000 }, () =>
  killRuns([2], createRandom),
)
