import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { plainStyle } from '../model/house-style.ts'
import { plain } from '../model/inline.ts'
import { isRefusal, type Refusal, refuse } from '../model/refusal.ts'
import type { Term } from '../model/term.ts'
import type { Engine, EngineReply, EngineRequest } from '../ports/engine.ts'
import { createRecogniser } from '../terms/recognition/recognise.ts'
import { compliance, glossaryHash } from './compliance.ts'
import { defectsOf } from './defects.ts'
import { type Drafted, type DraftJob, draftSegments } from './draft.ts'

const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

function term(id: string, source: string, preferred: string, forbidden: readonly string[] = []): Term {
  return {
    id,
    source: [source],
    renderings: [
      { text: preferred, status: 'preferred' },
      ...forbidden.map((text) => ({ text, status: 'forbidden' as const })),
    ],
    status: 'approved',
    domain: '',
    note: '',
    authority: '',
  }
}

const valley = term('t1', '青禾谷', 'Qinghe Valley', ['Green Grain Valley'])
const canal = term('t2', '惠民渠', 'Huimin Canal')
const hundred = term('t3', '百村计划', 'Hundred Villages Plan')
const recognise = createRecogniser([valley, canal, hundred])

function job(segment: string, source: string): DraftJob {
  return { segment, source, terms: recognise(source), before: '', after: '', style: plainStyle }
}

/** An engine that says what a function says, and keeps what it was asked. */
function engineOf(
  answer: (request: EngineRequest) => string | Refusal | undefined,
  { repairs = true }: { repairs?: boolean } = {},
) {
  const asked: (readonly EngineRequest[])[] = []
  const engine: Engine = {
    name: 'scripted',
    version: '1',
    repairs,
    async *translate(requests) {
      asked.push(requests)
      for (const request of requests) {
        const said = answer(request)
        if (isRefusal(said)) return yield said
        yield said === undefined
          ? { id: request.id }
          : { id: request.id, target: said, origin: { type: 'machine', engine: 'scripted', version: '1' } }
      }
    },
  }
  return { engine, asked }
}

async function run(jobs: readonly DraftJob[], engine: Engine, signal = new AbortController().signal) {
  const out: (Drafted | Refusal)[] = []
  for await (const one of draftSegments(jobs, engine, { digest, signal })) out.push(one)
  return out
}

function targets(out: readonly (Drafted | Refusal)[]): Record<string, string | null> {
  return Object.fromEntries(
    out.flatMap((one) => (isRefusal(one) ? [] : [[one.segment, one.draft && plain(one.draft.target)]])),
  )
}

test('a draft keeps where it came from, the glossary it was made under, and the terms asked for and met', async () => {
  const { engine, asked } = engineOf(() => ' Qinghe Valley has no canal.\n', { repairs: false })
  const [drafted] = await run([{ ...job('b1.s1', '青禾谷没有惠民渠。'), before: '前。', after: '后。' }], engine)
  assert.deepEqual(drafted, {
    segment: 'b1.s1',
    draft: {
      target: ['Qinghe Valley has no canal.'],
      origin: { type: 'machine', engine: 'scripted', version: '1' },
      glossary: glossaryHash([valley, canal], digest),
      compliance: { asked: ['t1', 't2'], met: ['t1'] },
    },
  })
  assert.deepEqual(asked, [
    [{ id: 'b1.s1', source: '青禾谷没有惠民渠。', terms: [valley, canal], before: '前。', after: '后。' }],
  ])
})

test('only what falls short is sent back, once, with its defects named', async () => {
  const { engine, asked } = engineOf(({ id, repair }) => {
    if (id === 'good') return 'Qinghe Valley is green.'
    return repair ? 'Qinghe Valley invested 300 million yuan.' : 'Green Grain Valley invested 30 million yuan.'
  })
  const out = await run([job('good', '青禾谷很绿。'), job('bad', '青禾谷投入3亿元。')], engine)
  assert.deepEqual(targets(out), {
    good: 'Qinghe Valley is green.',
    bad: 'Qinghe Valley invested 300 million yuan.',
  })
  assert.equal(asked.length, 2)
  assert.deepEqual(asked[1]?.[0]?.repair, {
    target: 'Green Grain Valley invested 30 million yuan.',
    defects: [
      'Do not use "Green Grain Valley"; use "Qinghe Valley" for 青禾谷.',
      '3亿元 is 300 million yuan, not 30 million yuan.',
    ],
  })
})

test('a repair is taken only if it has fewer defects than what it replaces', async () => {
  const source = '青禾谷和惠民渠。'
  const cases: readonly [string | undefined, string][] = [
    ['Qinghe Valley and the Huimin Canal.', 'Qinghe Valley and the Huimin Canal.'],
    ['The valley and the canal.', 'Qinghe Valley and the canal.'],
    ['The valley and the Huimin Canal.', 'Qinghe Valley and the canal.'],
    ['', 'Qinghe Valley and the canal.'],
    [undefined, 'Qinghe Valley and the canal.'],
  ]
  for (const [repaired, kept] of cases) {
    const { engine, asked } = engineOf(({ repair }) => (repair ? repaired : 'Qinghe Valley and the canal.'))
    assert.deepEqual(targets(await run([job('s', source)], engine)), { s: kept })
    assert.equal(asked.length, 2)
  }
})

test('an engine that cannot mend is not asked to', async () => {
  const { engine, asked } = engineOf(() => 'Nothing right.', { repairs: false })
  assert.deepEqual(targets(await run([job('s', '青禾谷。')], engine)), { s: 'Nothing right.' })
  assert.equal(asked.length, 1)
})

test('what the engine has nothing for comes out without a draft; so does what it forgets or leaves blank', async () => {
  const { engine } = engineOf(({ id }) => (id === 'none' ? undefined : '  \n'))
  assert.deepEqual(targets(await run([job('none', '甲。'), job('blank', '乙。')], engine)), { none: null, blank: null })
  const silent: Engine = { ...engine, async *translate() {} }
  assert.deepEqual(targets(await run([job('a', '甲。'), job('b', '乙。')], silent)), { a: null, b: null })
})

test('replies nobody asked for, and second ones, change nothing', async () => {
  const origin = { type: 'machine', engine: 'x', version: '1' } as const
  const engine: Engine = {
    ...engineOf(() => undefined).engine,
    async *translate() {
      yield { id: 'other', target: 'Not asked for.', origin }
      yield { id: 's', target: 'First.', origin }
      yield { id: 's', target: 'Second.', origin }
      yield { id: 's' }
    },
  }
  assert.deepEqual(targets(await run([job('s', '甲。')], engine)), { s: 'First.' })
})

test('a refusal comes last, after every draft there is, and ends the run', async () => {
  const first = engineOf(({ id }) => {
    if (id === 's2') return refuse('engine-quota', { engine: 'scripted' })
    return 'A draft without the term.'
  })
  const out = await run([job('s1', '青禾谷。'), job('s2', '甲。'), job('s3', '乙。')], first.engine)
  assert.deepEqual(targets(out), { s1: 'A draft without the term.' })
  assert.deepEqual(out.at(-1), refuse('engine-quota', { engine: 'scripted' }))
  assert.equal(first.asked.length, 1)

  const inRepair = engineOf(({ repair }) => (repair ? refuse('engine-unavailable') : 'Without the term.'))
  const later = await run([job('s1', '青禾谷。'), job('s2', '惠民渠。')], inRepair.engine)
  assert.deepEqual(targets(later), { s1: 'Without the term.', s2: 'Without the term.' })
  assert.ok(isRefusal(later.at(-1)))
})

test('stopped, it ends quietly, even where the engine throws about it; a fault of the engine is thrown', async () => {
  const abort = new AbortController()
  const stopping = (then: () => void): Engine => ({
    ...engineOf(() => undefined).engine,
    async *translate([first]): AsyncIterable<EngineReply> {
      yield { id: first?.id ?? '', target: 'One.', origin: { type: 'machine', engine: 'x', version: '1' } }
      then()
      throw new Error('the connection is gone')
    },
  })
  const jobs = [job('s1', '甲。'), job('s2', '乙。')]
  assert.deepEqual(
    targets(
      await run(
        jobs,
        stopping(() => abort.abort()),
        abort.signal,
      ),
    ),
    { s1: 'One.' },
  )
  await assert.rejects(
    run(
      jobs,
      stopping(() => undefined),
    ),
    /connection/,
  )
})

test('every job comes out once, whatever the engine says, and long documents go in batches', async () => {
  const reply = fc.oneof(
    fc.constant(undefined),
    fc.constant(''),
    fc.string({ unit: 'binary' }),
    fc.constant('half a \ud842 character'),
    fc.constant('Qinghe Valley and Huimin Canal.'),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(reply, reply), { maxLength: 230 }), async (replies) => {
      const jobs = replies.map((_, index) => job(`s${index}`, '青禾谷和惠民渠。'))
      const { engine, asked } = engineOf(({ id, repair }) => replies[Number(id.slice(1))]?.[repair ? 1 : 0])
      const out = await run(jobs, engine)
      assert.deepEqual(new Set(out.map((one) => !isRefusal(one) && one.segment)), new Set(jobs.map((j) => j.segment)))
      assert.equal(out.length, jobs.length)
      assert.ok(asked.every((requests) => requests.length <= 100))
      for (const target of Object.values(targets(out))) assert.ok(target === null || target.isWellFormed())
    }),
    { numRuns: 30 },
  )
})

test('the glossary’s hash is that of what it says, not of the order it says it in', () => {
  assert.equal(glossaryHash([valley, canal], digest), glossaryHash([canal, valley], digest))
  assert.notEqual(glossaryHash([valley, canal], digest), glossaryHash([valley], digest))
  assert.notEqual(glossaryHash([valley], digest), glossaryHash([{ ...valley, note: 'x' }], digest))
})

test('a term counts as met on words, and is asked for once however often it occurs', async () => {
  assert.deepEqual(compliance([valley, canal], 'Qinghe Valley’s people'), { asked: ['t1', 't2'], met: ['t1'] })
  const { engine } = engineOf(() => 'Qinghe Valley, Qinghe Valley.')
  const [drafted] = await run([job('s', '青禾谷，青禾谷。')], engine)
  assert.ok(drafted && !isRefusal(drafted))
  assert.deepEqual(drafted.draft?.compliance, { asked: ['t1'], met: ['t1'] })
})

test('numbers of a term are the term’s; others are defects only beyond doubt', () => {
  const cases: readonly [string, string, readonly string[]][] = [
    ['百村计划覆盖120个村。', 'The Hundred Villages Plan covers 120 villages.', []],
    ['百村计划覆盖120个村。', 'The Hundred Villages Plan covers villages.', ['120 is missing: say "120".']],
    ['增长百分之七十。', 'It grew by 70%.', []],
    ['增长百分之七十。', 'It grew by 17%.', ['百分之七十 is 70 percent, not 17%.']],
    ['一方面，两手都要抓。', 'On the one hand, both must be done.', []],
    ['投资4000亿元。', 'An investment of 400 billion yuan.', []],
  ]
  for (const [source, target, defects] of cases) {
    assert.deepEqual(defectsOf(job('b1.s1', source), target), defects, target)
  }
})

test('an engine is told numbers in the style of the house', () => {
  const style = { ...plainStyle, money: 'RMB' } as const
  assert.deepEqual(defectsOf({ ...job('b1.s1', '投资3亿元。'), style }, 'It cost 30 million yuan.'), [
    '3亿元 is RMB 300 million, not 30 million yuan.',
  ])
})
