import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { judgesHere, toJudge } from '../drafting/judging.ts'
import { createDocumentNames } from '../drafting/names.ts'
import { protectionOf } from '../drafting/protection.ts'
import { plainStyle } from '../model/house-style.ts'
import type { Term } from '../model/term.ts'
import { createRecogniser } from '../terms/recognition/recognise.ts'
import { digest } from './digest.ts'
import { createJudgingThreads } from './judging-threads.ts'

const term: Term = {
  id: 't1',
  source: ['青禾谷'],
  renderings: [{ text: 'Qinghe Valley', status: 'preferred' }],
  status: 'approved',
  domain: '',
  note: '',
  authority: '',
}
const recognise = createRecogniser([term])
const here = judgesHere(() => undefined, digest)
const { signal } = new AbortController()

const sources = ['青禾谷投入3亿元。', '很好。', '增长百分之七十。', '青禾谷']
const targets = [
  'Qinghe Valley invested 300 million yuan.',
  '3',
  '',
  ' <span translate="no">Qinghe Valley</span> \ud842',
]

function answersOf(pairs: readonly (readonly [source: string, target: string])[]) {
  return pairs.map(([source, target], at) => {
    const judged = { source, terms: recognise(source), style: plainStyle }
    const job = { ...judged, segment: `s${at}`, before: '', after: '' }
    return toJudge(
      judged,
      target,
      protectionOf({ jobs: [job], missed: [] }, 'markup', createDocumentNames()).protection,
    )
  })
}

test('threads judge as it is done here, several lists at once', async () => {
  const threads = createJudgingThreads(() => undefined, { threads: 2 })
  const pair = fc.tuple(fc.constantFrom(...sources), fc.constantFrom(...targets))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(pair, { maxLength: 20 }), { maxLength: 5 }), async (lists) => {
      const asked = lists.map(answersOf)
      const judged = await Promise.all(asked.map((answers) => threads.judge(answers, signal)))
      assert.deepEqual(judged, await Promise.all(asked.map((answers) => here.judge(answers, signal))))
    }),
    { numRuns: 20 },
  )
  threads.close()
})

test('what a thread that ends leaves undone is judged here', async () => {
  const url = new URL('data:text/javascript,process.exit(1)')
  const threads = createJudgingThreads(() => undefined, { threads: 1, url })
  const answers = answersOf(Array.from({ length: 10 }, () => ['青禾谷投入3亿元。', 'The valley.'] as const))
  const judged = await Promise.all([threads.judge(answers, signal), threads.judge(answers, signal)])
  const wanted = await here.judge(answers, signal)
  assert.deepEqual(judged, [wanted, wanted])
  threads.close()
})

test('a run that is stopped meanwhile gets nothing', async () => {
  const threads = createJudgingThreads(() => undefined, { threads: 1 })
  const abort = new AbortController()
  const answers = answersOf(Array.from({ length: 10 }, () => ['很好。', 'Good.'] as const))
  const judging = threads.judge(answers, abort.signal)
  abort.abort()
  await assert.rejects(judging, { name: 'AbortError' })
  threads.close()
})
