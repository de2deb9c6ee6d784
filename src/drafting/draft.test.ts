import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import type { ConstraintMeans } from '../model/draft.ts'
import { plainStyle } from '../model/house-style.ts'
import { plain } from '../model/inline.ts'
import { refuse } from '../model/refusal.ts'
import type { Term } from '../model/term.ts'
import type { Engine } from '../ports/engine.ts'
import { createRecogniser } from '../terms/recognition/recognise.ts'
import { glossaryHash } from './compliance.ts'
import { type DraftingStep, type DraftingTools, draftSegments } from './draft.ts'
import { emptyMemory, scriptedEngine, stillChance } from './fixtures/scripted-engine.ts'
import type { Drafted, DraftJob } from './job.ts'
import { judge } from './judgement.ts'
import { judgesHere } from './judging.ts'
import { ladderOf } from './ladder.ts'
import { createDocumentNames } from './names.ts'

const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

function term(id: string, source: string, preferred: string, forbidden: readonly string[] = []): Term {
  const wrong = forbidden.map((text) => ({ text, status: 'forbidden' as const }))
  const renderings = [{ text: preferred, status: 'preferred' as const }, ...wrong]
  return { id, source: [source], renderings, status: 'approved', domain: '', note: '', authority: '' }
}

const valley = term('t1', '青禾谷', 'Qinghe Valley', ['Green Grain Valley'])
const canal = term('t2', '惠民渠', 'Huimin Canal')
const hundred = term('t3', '百村计划', 'Hundred Villages Plan')
const recognise = createRecogniser([valley, canal, hundred])

function job(segment: string, source: string): DraftJob {
  return { segment, source, terms: recognise(source), before: '', after: '', style: plainStyle }
}

const prompt: readonly [ConstraintMeans] = ['prompt']

interface RunOptions extends Partial<DraftingTools> {
  readonly memory?: Engine
  readonly second?: Engine
  readonly means?: readonly [ConstraintMeans, ...ConstraintMeans[]]
}

async function run(jobs: readonly DraftJob[], engine: Engine, options: RunOptions = {}): Promise<DraftingStep[]> {
  const { memory = emptyMemory, second, means = prompt, ...tools } = options
  const ladder = ladderOf({ engine, means }, second ? { engine: second, means: prompt } : null)
  const steps: DraftingStep[] = []
  for await (const step of draftSegments(jobs, { memory, ladder }, toolsOf(tools))) steps.push(step)
  return steps
}

function toolsOf(changes: Partial<DraftingTools>): DraftingTools {
  return {
    signal: new AbortController().signal,
    judges: judgesHere(() => undefined, digest),
    chance: stillChance,
    patience: { attempts: 4, first: 1, most: 4 },
    budget: {},
    names: createDocumentNames(),
    pause: () => undefined,
    prices: new Map(),
    examples: async () => new Map(),
    ...changes,
  }
}

function last(steps: readonly DraftingStep[]): Readonly<Record<string, Drafted>> {
  return Object.fromEntries(
    steps.flatMap((step) => (step.type === 'drafted' ? step.drafted.map((one) => [one.segment, one] as const) : [])),
  )
}

function targets(steps: readonly DraftingStep[]): Readonly<Record<string, string | null>> {
  return Object.fromEntries(
    Object.entries(last(steps)).map(([segment, { draft }]) => [segment, draft && plain(draft.target)]),
  )
}

test('a draft records its origin, its glossary, and what of its terms and figures it holds', async () => {
  const { engine, calls } = scriptedEngine(() => ' Qinghe Valley has no canal.\n', { repairs: false })
  const [drafted] = Object.values(last(await run([{ ...job('b1.s1', '青禾谷没有惠民渠。'), before: '前。' }], engine)))
  assert.deepEqual(drafted, {
    segment: 'b1.s1',
    done: true,
    draft: {
      target: ['Qinghe Valley has no canal.'],
      origin: { type: 'machine', engine: 'scripted', version: '1' },
      glossary: glossaryHash([valley, canal], digest),
      compliance: {
        asked: ['t1', 't2'],
        met: ['t1'],
        figures: { asked: 0, met: 0 },
        attempts: [{ engine: 'scripted', means: 'prompt', repair: false, defects: 1 }],
      },
    },
  })
  const request = { id: 'b1.s1', source: '青禾谷没有惠民渠。', terms: [valley, canal], before: '前。', after: '' }
  assert.deepEqual(calls, [{ means: 'prompt', requests: [{ ...request, examples: [] }] }])
})

test('only what failed is asked again, with its defects named, and the draft with fewer defects stays', async () => {
  const { engine, calls } = scriptedEngine(({ id, repair }) => {
    if (id === 'good') return 'Qinghe Valley is green.'
    return repair ? 'Qinghe Valley invested 300 million yuan.' : 'Green Grain Valley invested 30 million yuan.'
  })
  const steps = await run([job('good', '青禾谷很绿。'), job('bad', '青禾谷投入3亿元。')], engine)
  assert.deepEqual(targets(steps), {
    good: 'Qinghe Valley is green.',
    bad: 'Qinghe Valley invested 300 million yuan.',
  })
  assert.equal(calls.length, 2)
  assert.deepEqual(
    calls[1]?.requests.map(({ id, repair }) => [id, repair]),
    [
      [
        'bad',
        {
          target: 'Green Grain Valley invested 30 million yuan.',
          defects: [
            'Do not use "Green Grain Valley"; use "Qinghe Valley" for 青禾谷.',
            '3亿元 is 300 million yuan, not 30 million yuan.',
          ],
        },
      ],
    ],
  )
  const record = last(steps).bad?.draft?.compliance
  assert.deepEqual(
    record?.attempts?.map(({ repair, defects }) => [repair, defects]),
    [
      [false, 2],
      [true, 0],
    ],
  )
})

test('a repair with as many defects, a blank one or none never replaces a draft', async () => {
  const first = 'Qinghe Valley and the canal.'
  const cases: readonly [string | undefined, string][] = [
    ['Qinghe Valley and the Huimin Canal.', 'Qinghe Valley and the Huimin Canal.'],
    ['The valley and the canal.', first],
    ['The valley and the Huimin Canal.', first],
    ['', first],
    [undefined, first],
  ]
  for (const [repaired, kept] of cases) {
    const { engine } = scriptedEngine(({ repair }) => (repair ? repaired : first))
    assert.deepEqual(targets(await run([job('s', '青禾谷和惠民渠。')], engine)), { s: kept })
  }
})

test('an engine that cannot mend is asked by its other means, with terms and missed figures in the source', async () => {
  const { engine, calls } = scriptedEngine(
    ({ source }, { means }) => (means === 'glossary' ? 'The valley invested 30 million yuan.' : source),
    { repairs: false },
  )
  const means = ['glossary', 'markup', 'placeholder', 'target-in-source'] as const
  const steps = await run([job('s', '青禾谷投入3亿元')], engine, { means })
  assert.deepEqual(
    calls.map((call) => [call.means, call.requests[0]?.source]),
    [
      ['glossary', '青禾谷投入3亿元'],
      ['markup', '<span translate="no">Qinghe Valley</span>投入<span translate="no">300 million yuan</span>'],
      ['placeholder', 'QT1 投入 QT2'],
    ],
  )
  // The answers are half Chinese, so that a defect stays, and the draft with one defect is better than that with two.
  assert.equal(targets(steps).s, 'Qinghe Valley 投入 300 million yuan')
})

test('what still fails goes to the second engine, as a repair', async () => {
  const main = scriptedEngine(() => 'The valley.', { repairs: false })
  const second = scriptedEngine(({ repair }) => (repair ? 'Qinghe Valley.' : 'Never asked.'), { name: 'other' })
  const steps = await run([job('s', '青禾谷。'), job('t', '甲。')], main.engine, { second: second.engine })
  assert.deepEqual(targets(steps), { s: 'Qinghe Valley.', t: 'The valley.' })
  assert.deepEqual(
    second.calls.map(({ requests }) => requests.map(({ id }) => id)),
    [['s']],
  )
  assert.deepEqual(last(steps).s?.draft?.origin, { type: 'machine', engine: 'other', version: '1' })
})

test('a segment that the main engine never answers is translated by the second', async () => {
  const main = scriptedEngine(() => undefined)
  const second = scriptedEngine(({ repair }) => (repair ? 'A repair of nothing.' : 'Qinghe Valley.'), { name: 'other' })
  const steps = await run([job('s', '青禾谷。')], main.engine, { second: second.engine })
  assert.deepEqual(targets(steps), { s: 'Qinghe Valley.' })
  assert.equal(main.calls.length, 2)
})

test('confirmed pairs come first and cost nothing; the same source is asked for once and drafted alike', async () => {
  const memory = scriptedEngine(({ source }) => (source === '甲。' ? 'A.' : undefined), { name: 'memory' }).engine
  const { engine, calls } = scriptedEngine(() => 'B.')
  const steps = await run([job('s1', '甲。'), job('s2', '乙。'), job('s3', '乙。'), job('s4', '丙。')], engine, {
    memory,
  })
  assert.deepEqual(targets(steps), { s1: 'A.', s2: 'B.', s3: 'B.', s4: 'B.' })
  assert.deepEqual(
    calls.map(({ requests }) => requests.map(({ source }) => source)),
    [['乙。', '丙。']],
  )
})

test('a failure that passes is waited for; one that does not ends the run after what is under way', async () => {
  let tries = 0
  const passing = scriptedEngine(() => (++tries < 3 ? refuse('engine-quota', { engine: 'x' }) : 'Done.'), {
    again: true,
  })
  const steps = await run([job('s', '甲。')], passing.engine)
  assert.deepEqual(targets(steps), { s: 'Done.' })
  assert.equal(steps.filter(({ type }) => type === 'waiting').length, 2)

  const refusing = scriptedEngine(({ id }) => (id === 's3' ? refuse('engine-quota', { engine: 'x' }) : 'Done.'), {
    items: 1,
    concurrency: 2,
  })
  const stopped = await run(
    ['s1', 's2', 's3', 's4', 's5', 's6'].map((id) => job(id, `${id}甲。`)),
    refusing.engine,
  )
  const { type } = stopped.at(-1) ?? {}
  assert.equal(type, 'stopped')
  assert.equal(targets(stopped).s1, 'Done.')
  assert.ok(!('s3' in targets(stopped)) && !('s6' in targets(stopped)))
})

test('a budget stops the run before the call that would pass it, and the account says what was used', async () => {
  const { engine } = scriptedEngine(() => 'Done.', { items: 1, concurrency: 1 })
  const prices = new Map([['scripted', { unit: 'characters', each: 20 } as const]])
  const jobs = ['甲甲甲甲。', '乙乙乙乙。', '丙丙丙丙。'].map((source, index) => job(`s${index}`, source))
  for (const budget of [{ characters: 12 }, { microdollars: 201 }]) {
    const steps = await run(jobs, engine, { budget, prices })
    const stopped = steps.at(-1)
    assert.ok(stopped?.type === 'stopped')
    assert.equal(stopped.refusal.code, 'engine-budget')
    assert.deepEqual(stopped.spending, [
      { engine: 'scripted', requests: 2, characters: 10, inputTokens: 0, outputTokens: 0, microdollars: 200 },
    ])
    assert.deepEqual(Object.keys(targets(steps)), ['s0', 's1'])
    assert.equal(last(steps).s0?.draft?.compliance.attempts?.[0]?.microdollars, 100)
  }
})

test('a draft of an interrupted run goes on where it was, and a finished one costs nothing', async () => {
  const first = scriptedEngine(({ repair }) => (repair ? refuse('engine-quota', { engine: 'x' }) : 'The valley.'))
  const before = last(await run([job('s', '青禾谷。')], first.engine)).s?.draft
  assert.ok(before)
  const second = scriptedEngine(({ repair }) => (repair ? 'A valley.' : 'Asked anew.'))
  const steps = await run([{ ...job('s', '青禾谷。'), draft: before }], second.engine)
  assert.equal(second.calls.length, 1)
  assert.ok(second.calls[0]?.requests[0]?.repair)
  const draft = last(steps).s?.draft
  assert.ok(draft)
  const third = scriptedEngine(() => 'Asked anew.')
  const again = await run([{ ...job('s', '青禾谷。'), draft }], third.engine)
  assert.equal(third.calls.length, 0)
  assert.equal(last(again).s?.draft, draft)
})

test('what stays without a draft says why', async () => {
  const silent = scriptedEngine(() => undefined, { repairs: false })
  const long = job('s2', '大'.repeat(10_001))
  const reasonsOf = (steps: readonly DraftingStep[]) =>
    Object.values(last(steps)).map((one) => one.draft === null && [one.segment, one.reason])
  assert.deepEqual(reasonsOf(await run([job('s1', '河。'), long], silent.engine)), [
    ['s2', 'too-long'],
    ['s1', 'unanswered'],
  ])
  const steps: DraftingStep[] = []
  for await (const step of draftSegments([job('s1', '河。')], { memory: emptyMemory, ladder: [] }, toolsOf({})))
    steps.push(step)
  assert.deepEqual(reasonsOf(steps), [['s1', 'no-engine']])
})

test('what is too long for any call is left without a draft, and the rest goes on', async () => {
  const { engine, calls } = scriptedEngine(() => 'Done.')
  const steps = await run([job('s1', '河。'), job('s2', '大'.repeat(10_001)), job('s3', '山。')], engine)
  assert.deepEqual(targets(steps), { s1: 'Done.', s2: null, s3: 'Done.' })
  assert.deepEqual(
    calls.map(({ requests }) => requests.map(({ id }) => id)),
    [['s1', 's3']],
  )
})

test('figures that an interrupted run got wrong stay protected when it goes on', async () => {
  const means = ['glossary', 'markup', 'target-in-source'] as const
  const first = scriptedEngine((_, call) => (call.means === 'glossary' ? 'It cost 3 yuan.' : refuse('engine-quota')), {
    repairs: false,
  })
  const before = last(await run([job('s', '投资3亿元')], first.engine, { means })).s?.draft
  assert.ok(before)
  const second = scriptedEngine(() => 'It cost 300 million yuan.', { repairs: false })
  await run([{ ...job('s', '投资3亿元'), draft: before }], second.engine, { means })
  assert.equal(second.calls[0]?.requests[0]?.source, '投资<span translate="no">300 million yuan</span>')
})

test('stopped, it ends without an error; a fault is thrown', async () => {
  const abort = new AbortController()
  const stopping = scriptedEngine(
    ({ id }) => {
      if (id === 's3') abort.abort()
      return 'Done.'
    },
    { items: 1, concurrency: 1 },
  )
  const jobs = [job('s1', '甲。'), job('s2', '乙。'), job('s3', '丙。')]
  assert.deepEqual(targets(await run(jobs, stopping.engine, { signal: abort.signal })), { s1: 'Done.' })
  const broken = scriptedEngine(() => {
    throw new Error('no such method')
  })
  await assert.rejects(run(jobs, broken.engine), /no such method/)
})

test('for any answers every job is done once, and calls keep the limits', async () => {
  const reply = fc.oneof(
    fc.constant(undefined),
    fc.constant(''),
    fc.string({ unit: 'binary' }),
    fc.constant('half a \ud842 character'),
    fc.constant('Qinghe Valley and Huimin Canal.'),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(reply, reply, fc.nat(3)), { maxLength: 130 }), async (replies) => {
      const jobs = replies.map(([, , source], index) =>
        job(`s${index}`, `青禾谷和惠民渠${'很'.repeat(source)}${index % 90}。`),
      )
      const { engine, calls } = scriptedEngine(({ id, repair }) => replies[Number(id.slice(1))]?.[repair ? 1 : 0], {
        items: 20,
      })
      const steps = await run(jobs, engine)
      const done = steps.flatMap((step) =>
        step.type === 'drafted' ? step.drafted.filter((one) => one.done).map(({ segment }) => segment) : [],
      )
      assert.deepEqual(done.sort(), jobs.map(({ segment }) => segment).sort())
      assert.ok(calls.every(({ requests }) => requests.length <= 20))
      for (const target of Object.values(targets(steps))) assert.ok(target === null || target.isWellFormed())
    }),
    { numRuns: 30 },
  )
})

test('a run asks no more often than full calls need', async () => {
  const { engine, calls } = scriptedEngine(
    ({ id, repair }) => (repair || Number(id.slice(1)) % 3 > 0 ? 'Qinghe Valley.' : 'The valley.'),
    { items: 10 },
  )
  await run(
    Array.from({ length: 95 }, (_, index) => job(`s${index}`, `青禾谷${'很'.repeat(index)}。`)),
    engine,
  )
  assert.equal(calls.length, Math.ceil(95 / 10) + Math.ceil(32 / 10))
})

test('the defects of a draft are its missing terms, its certain errors in figures, and answers that are none', () => {
  const cases: readonly [string, string, readonly string[]][] = [
    ['百村计划覆盖120个村。', 'The Hundred Villages Plan covers 120 villages.', []],
    ['百村计划覆盖120个村。', 'The Hundred Villages Plan covers villages.', ['120 is missing: say "120".']],
    ['增长百分之七十。', 'It grew by 17%.', ['百分之七十 is 70 percent, not 17%.']],
    ['一方面，两手都要抓。', 'On the one hand, both must be done.', []],
    ['投资4000亿元。', 'An investment of 400 billion yuan.', []],
    ['很好。', '很好。', ['The answer is the source itself: translate it into English.']],
    ['很好，再见。', 'Good, 再见.', ['Chinese is left in the English: translate all of it.']],
    ['“复兴号”开了。', 'The Fuxing (复兴号) set off.', []],
    ['很好。', 'Sure, very good.', ['Answer with the translation alone, without a remark.']],
    [
      '很好。',
      'Very good. Very good. Very good. Very good. Very good. ',
      ['The answer repeats itself: give the translation once.'],
    ],
    ['投资100000000元。', 'It cost 100,000,000 yuan.', []],
  ]
  for (const [source, target, defects] of cases) {
    assert.deepEqual(
      judge(job('b1.s1', source), target).defects.map(({ message }) => message),
      defects,
      target,
    )
  }
  const style = { ...plainStyle, money: 'RMB' } as const
  const [defect] = judge({ ...job('b1.s1', '投资3亿元。'), style }, 'It cost 30 million yuan.').defects
  assert.equal(defect?.message, '3亿元 is RMB 300 million, not 30 million yuan.')
})

test('the hash of a glossary is that of its entries, in any order', () => {
  assert.equal(glossaryHash([valley, canal], digest), glossaryHash([canal, valley], digest))
  assert.notEqual(glossaryHash([valley, canal], digest), glossaryHash([valley], digest))
  assert.notEqual(glossaryHash([valley], digest), glossaryHash([{ ...valley, note: 'x' }], digest))
})

test('a call keeps the limit of code points with the protection counted in', async () => {
  const { engine, calls } = scriptedEngine(({ source }) => source.replace(/<[^>]*>/g, ''), { repairs: false })
  const jobs = Array.from({ length: 400 }, (_, index) => job(`s${index}`, `青禾谷和惠民渠${index}`))
  await run(jobs, engine, { means: ['markup'] })
  const lengths = calls.map(({ requests }) => requests.reduce((sum, { source }) => sum + Array.from(source).length, 0))
  assert.ok(
    lengths.every((length) => length <= engine.limits.codePoints),
    String(lengths),
  )
})

test('an engine works on the next call while an answer is judged', async () => {
  const { engine, calls } = scriptedEngine(() => 'Done.', { items: 1, concurrency: 1 })
  const jobs = ['甲。', '乙。', '丙。'].map((source, index) => job(`s${index}`, source))
  const seen: number[] = []
  await run(jobs, engine, {
    judges: judgesHere(() => {
      seen.push(calls.length)
      return undefined
    }, digest),
  })
  assert.deepEqual(seen.slice(-3), [2, 3, 3])
})
