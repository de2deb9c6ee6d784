import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFile, truncate, writeFile } from 'node:fs/promises'
import { after, test } from 'node:test'
import { hasDefects } from '../../drafting/compliance.ts'
import { draftSegments } from '../../drafting/draft.ts'
import { emptyMemory, stillChance } from '../../drafting/fixtures/scripted-engine.ts'
import type { Drafted } from '../../drafting/job.ts'
import { judgesHere } from '../../drafting/judging.ts'
import { ladderOf } from '../../drafting/ladder.ts'
import { createDocumentNames } from '../../drafting/names.ts'
import type { Draft } from '../../model/draft.ts'
import { plainStyle } from '../../model/house-style.ts'
import { plain } from '../../model/inline.ts'
import { isRefusal } from '../../model/refusal.ts'
import type { Term } from '../../model/term.ts'
import type { Engine } from '../../ports/engine.ts'
import { createRecogniser } from '../../terms/recognition/recognise.ts'
import { engineConformance, knownTranslations, replies, requestFor, targetsOf } from '../conformance.ts'
import { createOfflineEngine } from './engine.ts'
import { startRealEngine } from './fixtures/installed.ts'

const real = await startRealEngine()
after(() => real.close())

const joint = await real.install(knownTranslations, 'joint')
engineConformance('offline engine', async () => real.open(joint))

const separate = await real.install(knownTranslations, 'separate')
engineConformance('offline engine, a vocabulary for each language', async () => real.open(separate))

const words = new Map([
  ['会议', 'The meeting'],
  ['讨论了', ' discussed'],
  ['青禾谷', ' Green Grain Valley'],
  ['惠民渠', ' the canal'],
  ['和', ' and'],
  ['，', ','],
  ['；', ';'],
  ['。', '.'],
  // Behind English that stands in the source there is a blank.
  [' 和', ' and'],
  [' 。', '.'],
])

function term(id: string, source: string, preferred: string): Term {
  const renderings = [{ text: preferred, status: 'preferred' as const }]
  return { id, source: [source], renderings, status: 'approved', domain: '', note: '', authority: '' }
}
const terms = [term('t1', '青禾谷', 'Qinghe Valley'), term('t2', '惠民渠', 'Huimin Canal')]

/** The drafts of sources under those terms, by their places. */
async function drafted(engine: Engine, sources: readonly string[]): Promise<readonly (Draft | null)[]> {
  const recognise = createRecogniser(terms)
  const jobs = sources.map((source, at) => {
    return { segment: `b${at}.s1`, source, terms: recognise(source), before: '', after: '', style: plainStyle }
  })
  const { signal } = new AbortController()
  const means = await engine.prepare(terms, signal)
  assert.ok(!isRefusal(means))
  const last = new Map<string, Drafted>()
  const digest = (text: string) => createHash('sha256').update(text).digest('hex')
  const tools = {
    digest,
    judges: judgesHere(() => undefined, digest),
    signal,
    pause: () => undefined,
    chance: stillChance,
    patience: { attempts: 3, first: 1, most: 1 },
    budget: {},
    names: createDocumentNames(),
    prices: new Map(),
    examples: async () => new Map(),
  }
  const engines = { memory: emptyMemory, ladder: ladderOf({ engine, means }, null) }
  for await (const step of draftSegments(jobs, engines, tools)) {
    if (step.type === 'stopped') assert.fail(JSON.stringify(step))
    if (step.type === 'drafted') for (const draft of step.drafted) last.set(draft.segment, draft)
  }
  return jobs.map(({ segment }) => last.get(segment)?.draft ?? null)
}

for (const vocabularies of ['joint', 'separate'] as const) {
  test(`${vocabularies}: terms that stand in the source as English are met by the real engine at once`, async () => {
    const engine = real.open(await real.install(words, vocabularies))
    const drafts = await drafted(engine, ['会议讨论了青禾谷和惠民渠。', '会议讨论了惠民渠。'])
    assert.deepEqual(
      drafts.map((draft) => draft && plain(draft.target)),
      ['The meeting discussed Qinghe Valley and Huimin Canal.', 'The meeting discussed Huimin Canal.'],
    )
    for (const draft of drafts) {
      assert.deepEqual(draft?.compliance.met, draft?.compliance.asked)
      assert.deepEqual(draft?.compliance.attempts, [
        { engine: 'offline', means: 'target-in-source', repair: false, defects: 0 },
      ])
    }
  })
}

test('a term that the model loses is reported, after a sign for it was tried', async () => {
  const engine = real.open(await real.install(words, 'joint'))
  const losing: Engine = { ...engine, call: (call, signal) => engine.call(withoutLatin(call), signal) }
  const [draft] = await drafted(losing, ['会议讨论了青禾谷。'])
  assert.ok(draft)
  assert.ok(hasDefects(draft))
  assert.deepEqual(
    draft.compliance.attempts?.map(({ means }) => means),
    ['target-in-source', 'placeholder'],
  )
})

/** As to a model whose vocabulary has no letters. */
function withoutLatin(call: Parameters<Engine['call']>[0]): Parameters<Engine['call']>[0] {
  const requests = call.requests.map((request) => ({ ...request, source: request.source.replace(/[A-Za-z]+/g, '水') }))
  return { ...call, requests }
}

test('a sentence is never cut short: a long one goes in parts, and one that cannot be parted is left out', async () => {
  const engine = real.open(await real.install(words, 'separate'))
  const clause = `${'青禾谷和'.repeat(30)}惠民渠；`
  const long = `${clause.repeat(6)}会议讨论了青禾谷。`
  const answers = targetsOf(
    await replies(engine, [
      requestFor('long', long),
      requestFor('whole', '青禾谷'.repeat(100)),
      requestFor('none', '。'),
    ]),
  )
  const valleys = answers.long?.match(/Green Grain Valley/g)?.length
  assert.equal(valleys, 6 * 30 + 1)
  assert.equal(answers.long?.match(/;/g)?.length, 6)
  assert.equal(answers.whole, null)
  assert.equal(answers.none, '.')
})

test('the marks at which the engine would cut a text itself do not part a segment, and line breaks stay', async () => {
  const engine = real.open(await real.install(new Map([...words, ['！', '!']]), 'joint'))
  const requests = ['青禾谷！“惠民渠。', '青禾谷。惠民渠。', '青禾谷\n\n惠民渠。'].map((source, at) =>
    requestFor(`s${at}`, source),
  )
  assert.deepEqual(Object.values(targetsOf(await replies(engine, requests))), [
    'Green Grain Valley!“ the canal.',
    'Green Grain Valley. the canal.',
    'Green Grain Valley\n\nthe canal.',
  ])
})

test('a model whose file was changed or cut is refused in one sentence, and the next model works', async () => {
  for (const harm of ['changed', 'cut', 'of another kind'] as const) {
    const model = await real.install(words, 'separate')
    const { path, sha256 } = model.files.model
    const bytes = await readFile(path)
    if (harm === 'changed') await writeFile(path, bytes.fill(1, 100_000, 100_100))
    if (harm === 'cut') await truncate(path, 1000)
    if (harm === 'of another kind') await writeFile(path, bytes.fill(1, 0, 8))
    const hash = createHash('sha256')
      .update(await readFile(path))
      .digest('hex')
    // Even with the right hash a file may be no model.
    const files = { ...model.files, model: { path, sha256: harm === 'of another kind' ? hash : sha256 } }
    const engine = real.open({ ...model, id: `${model.id} ${harm}`, files })
    const refusal = await engine.prepare([], new AbortController().signal)
    assert.ok(isRefusal(refusal) && refusal.code === 'offline-broken', harm)
    const call = { means: 'placeholder', requests: [requestFor('s1', '会议。')] } as const
    const answer = await engine.call(call, new AbortController().signal)
    assert.ok(answer.type === 'failed' && !answer.again && answer.refusal.code === 'offline-broken', harm)
  }
  const answers = targetsOf(await replies(real.open(joint), [requestFor('s1', '春天来了。')]))
  assert.equal(answers.s1, 'Spring has come.')
})

test('without a model the engine is refused with the way to one', () => {
  const refusal = createOfflineEngine(null, real.pool)
  assert.ok(isRefusal(refusal) && refusal.code === 'offline-not-installed')
})
