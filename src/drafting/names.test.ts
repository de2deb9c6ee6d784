import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { ConstraintMeans } from '../model/draft.ts'
import { plainStyle } from '../model/house-style.ts'
import { plain } from '../model/inline.ts'
import { preferredRendering } from '../model/term.ts'
import { createRecogniser } from '../terms/recognition/recognise.ts'
import { draftSegments } from './draft.ts'
import { emptyMemory, scriptedEngine, stillChance } from './fixtures/scripted-engine.ts'
import type { DraftJob } from './job.ts'
import { judgesHere } from './judging.ts'
import { ladderOf } from './ladder.ts'
import { createDocumentNames, renderedNames } from './names.ts'

const term = {
  id: 't1',
  source: ['青禾谷'],
  renderings: [{ text: 'Qinghe Valley', status: 'preferred' as const }],
  status: 'approved' as const,
  domain: '',
  note: '',
  authority: '',
}
const recognise = createRecogniser([term])
const job = (segment: string, source: string): DraftJob => ({
  segment,
  source,
  terms: recognise(source),
  before: '',
  after: '',
  style: plainStyle,
})

async function run(
  jobs: readonly DraftJob[],
  engine: Parameters<typeof ladderOf>[0]['engine'],
  names = createDocumentNames(),
  means: ConstraintMeans = 'prompt',
) {
  const targets = new Map<string, string>()
  const asked = new Map<string, readonly string[]>()
  for await (const step of draftSegments(
    jobs,
    { memory: emptyMemory, ladder: ladderOf({ engine, means: [means] }, null) },
    {
      signal: new AbortController().signal,
      judges: judgesHere(
        () => undefined,
        (text) => text,
      ),
      names,
      chance: stillChance,
      patience: { attempts: 2, first: 1, most: 1 },
      budget: {},
      pause: () => undefined,
      prices: new Map(),
      examples: async () => new Map(),
    },
  )) {
    if (step.type !== 'drafted') continue
    for (const { segment, draft } of step.drafted) {
      targets.set(segment, draft === null ? '' : plain(draft.target))
      asked.set(segment, draft?.compliance.asked ?? [])
    }
  }
  return { targets, asked }
}

test('a name is told by its pinyin, in any of its forms, and nothing else is taken for it', () => {
  assert.deepEqual(renderedNames('市长程望舒表示，很好。', 'Mayor Cheng Wangshu said it was good.'), [
    { name: '程望舒', english: 'Cheng Wangshu' },
  ])
  assert.deepEqual(renderedNames('市长程望舒表示，很好。', 'Mayor Wangshu Cheng said it was good.'), [
    { name: '程望舒', english: 'Wangshu Cheng' },
  ])
  assert.deepEqual(renderedNames('市长程望舒表示，很好。', 'The Qinghe Valley mayor said it was good.'), [])
  assert.deepEqual(renderedNames('市长表示，很好。', 'Mayor Cheng Wangshu said so.'), [])
})

test('what a name got first is hinted at wherever it stands outside terms, the longest name first', () => {
  const names = createDocumentNames()
  names.learn([
    { name: '程望', english: 'Cheng Wang' },
    { name: '程望舒', english: 'Cheng Wangshu' },
    { name: '程望舒', english: 'Wangshu Cheng' },
    { name: '青禾', english: 'Qing He' },
  ])
  const at = (source: string) =>
    names
      .occurrencesIn(job('s', source))
      .map(({ term: hint, from, to }) => [source.slice(from, to), preferredRendering(hint)])
  assert.deepEqual(at('程望舒和程望在青禾谷。'), [
    ['程望舒', 'Cheng Wangshu'],
    ['程望', 'Cheng Wang'],
  ])
  assert.deepEqual(at('没有人。'), [])
})

/** An engine that writes each name as it is told to, and otherwise each time in another way. */
function fickleEngine() {
  let turn = 0
  return scriptedEngine(
    ({ source, terms }) => {
      const hint = terms.find(({ source: [form] }) => form === '程望舒')
      const way = ['Cheng Wangshu', 'Wangshu Cheng', 'Cheng Wang-shu'][turn++ % 3]
      return source.includes('程望舒') ? `Mayor ${hint ? preferredRendering(hint) : way} spoke.` : 'Nobody spoke.'
    },
    { items: 1, concurrency: 1 },
  )
}

test('law: a name is written as the document first writes it, and is never asked for like a term', async () => {
  const sources = fc.constantFrom('市长程望舒说，好。', '程望舒来了。', '没有人说话。', '青禾谷的程望舒说，好。')
  await fc.assert(
    fc.asyncProperty(fc.array(sources, { maxLength: 12 }), async (list) => {
      const jobs = list.map((source, at) => job(`s${at}`, source + '很'.repeat(at)))
      const { targets, asked } = await run(jobs, fickleEngine().engine)
      // The two calls after the one that decides are under way before it is judged.
      const first = jobs.findIndex(({ source }) => source.startsWith('市长'))
      const later = first < 0 ? [] : jobs.slice(first + 3)
      const wanted = renderedNames('市长程望舒说，好。', targets.get(`s${first}`) ?? '')[0]?.english
      for (const { segment, source } of later) {
        if (source.includes('程望舒')) assert.equal(targets.get(segment), `Mayor ${wanted} spoke.`)
      }
      for (const { segment, terms } of jobs)
        assert.deepEqual(
          asked.get(segment),
          terms.map(() => 't1'),
        )
    }),
    { numRuns: 60 },
  )
})

test('names that the document decides already hold from the first call on', async () => {
  const names = createDocumentNames()
  names.learn([{ name: '程望舒', english: 'Wangshu Cheng' }])
  const { engine, calls } = fickleEngine()
  const { targets } = await run([job('s1', '市长程望舒说，好。'), job('s2', '程望舒来了。')], engine, names)
  assert.deepEqual([...targets.values()], ['Mayor Wangshu Cheng spoke.', 'Mayor Wangshu Cheng spoke.'])
  assert.deepEqual(
    calls.map(({ requests }) => requests.map(({ terms }) => terms.map(({ id }) => id))),
    [[['name:程望舒']], [['name:程望舒']]],
  )
})

test('where terms stand in the source, so do decided names, and nothing else of the sentence changes', async () => {
  const names = createDocumentNames()
  names.learn([{ name: '程望舒', english: 'Cheng Wangshu' }])
  const { engine, calls } = scriptedEngine(() => 'Cheng Wangshu went to Qinghe Valley.', { repairs: false })
  await run([job('s1', '程望舒到青禾谷去。')], engine, names, 'placeholder')
  assert.equal(calls[0]?.requests[0]?.source, 'QT1 到 QT2 去。')
})
