import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, test } from 'node:test'
import { draftSegments } from '../../drafting/draft.ts'
import { emptyMemory, stillChance } from '../../drafting/fixtures/scripted-engine.ts'
import type { Drafted, DraftJob } from '../../drafting/job.ts'
import { judgesHere } from '../../drafting/judging.ts'
import { ladderOf } from '../../drafting/ladder.ts'
import { createDocumentNames } from '../../drafting/names.ts'
import type { GoogleSettings } from '../../model/engine.ts'
import { expectDefined } from '../../model/expect.ts'
import { plainStyle } from '../../model/house-style.ts'
import { plain } from '../../model/inline.ts'
import { isRefusal } from '../../model/refusal.ts'
import type { Term } from '../../model/term.ts'
import type { Engine } from '../../ports/engine.ts'
import { createRecogniser } from '../../terms/recognition/recognise.ts'
import { createVerification } from '../../terms/verification/verify.ts'
import { type GoogleLoopback, type GoogleOptions, startGoogleLoopback } from '../loopback/google.ts'
import { googleFault } from '../loopback/google-failure.ts'
import { createGoogleEngine } from './engine.ts'
import { glossaryFile, glossaryId } from './glossary.ts'

process.env.METADATA_SERVER_DETECTION = 'none'

function term(id: string, source: string, preferred: string, more: Partial<Term> = {}): Term {
  const renderings = [{ text: preferred, status: 'preferred' as const }]
  return { id, source: [source], renderings, status: 'approved', domain: '', note: '', authority: '', ...more }
}

const terms = [
  term('t1', '青禾谷', 'Qinghe Valley'),
  term('t2', '惠民渠', 'Huimin Canal'),
  term('t3', '百村计划', 'Hundred Villages Plan'),
  term('t4', '科创园', 'R&D Park “East”'),
  term('t5', '村', "the people's village", { notAfter: ['百'] }),
]
const sources = [
  '百村计划惠及青禾谷和惠民渠。',
  '青禾谷投入3亿元，修建惠民渠。',
  '科创园在青禾谷，有村12个。',
  '今年没有变化。',
  '惠民渠、惠民渠和科创园。',
]
const words = new Map([
  ['青禾谷', 'Green Grain Valley'],
  ['惠民渠', 'canal'],
  ['科创园', 'park'],
  ['百村计划', 'hundred village scheme'],
  ['惠及', 'benefits'],
  ['和', 'and'],
  ['投入', 'invested'],
  ['亿元', '00 million yuan'],
  ['今年', 'this year'],
  ['村', 'village'],
])
const signal = new AbortController().signal
const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

const started: GoogleLoopback[] = []
after(async () => {
  for (const loopback of started) await loopback.stop()
})

async function open(options: Partial<GoogleOptions> = {}, settings: Partial<GoogleSettings> = {}) {
  const loopback = await startGoogleLoopback({ translations: new Map(), words, ...options })
  started.push(loopback)
  loopback.store.buckets.add('office-terms')
  const reopen = (): Engine => {
    const engine = createGoogleEngine(
      { project: 'office', location: '', glossary: '', ...settings },
      loopback.connection,
    )
    assert.ok(!isRefusal(engine))
    return engine
  }
  return { loopback, reopen, engine: reopen() }
}

async function means(engine: Engine, among: readonly Term[] = terms) {
  const answer = await engine.prepare(among, signal)
  assert.ok(!isRefusal(answer), JSON.stringify(answer))
  return answer
}

const paths = ({ requests }: GoogleLoopback) =>
  requests.map(({ method, path }) => `${method} ${path.split('/').at(-1)}`)

test('without a glossary a probe finds the form of settled English that the service keeps, once for an engine', async () => {
  const cases: readonly [Partial<GoogleOptions>, readonly string[]][] = [
    [{}, ['markup', 'target-in-source']],
    [{ html: 'ignores' }, ['target-in-source', 'markup']],
    [{ english: 'rewrites' }, ['markup', 'target-in-source']],
    [{ html: 'ignores', english: 'rewrites' }, ['markup', 'target-in-source']],
    [{ html: 'refuses' }, ['target-in-source']],
  ]
  for (const [options, order] of cases) {
    const { engine, loopback } = await open(options)
    assert.deepEqual(await means(engine), order)
    assert.deepEqual(await means(engine), order)
    assert.equal(loopback.requests.length, 2)
    const { usage } = await engine.call({ means: 'target-in-source', requests: [] }, signal)
    const asked = loopback.requests.slice(0, 2).map(({ body }) => (body as { contents: string[] }).contents)
    const taken = options.html === 'refuses' ? asked.slice(1) : asked
    assert.deepEqual([usage.requests, usage.characters], [3, Array.from(taken.flat().join('')).length])
  }
})

test('a probe that fails for now is made again; one that fails for good refuses', async () => {
  const { engine, loopback } = await open({ html: 'ignores' })
  loopback.fail(googleFault(503, 'The service is currently unavailable.'))
  assert.deepEqual(await means(engine), ['markup', 'target-in-source'])
  assert.deepEqual(await means(engine), ['target-in-source', 'markup'])

  const stopped = await open()
  stopped.loopback.fail(googleFault(403, 'Daily Limit Exceeded'))
  const refusal = await stopped.engine.prepare(terms, signal)
  assert.ok(isRefusal(refusal) && refusal.code === 'google-daily-limit')
})

test('without terms nothing is asked to make ready', async () => {
  const { engine, loopback } = await open({}, { bucket: 'office-terms' })
  assert.deepEqual(await means(engine, []), ['target-in-source'])
  assert.equal(loopback.requests.length, 0)
})

test('the file of a glossary has a line for each form, without retired, shared and bounded ones', () => {
  const file = glossaryFile([
    term('a', '乙', 'B  b\tb'),
    term('b', '甲', 'A', { source: ['甲', '甲甲'] }),
    term('c', '丙', 'C', { status: 'retired' }),
    term('d', '丁', 'D', { notBefore: ['戊'] }),
    term('e', '己', 'One'),
    term('f', '己', 'Two'),
    term('g', '庚', 'G'.repeat(1025)),
  ])
  assert.equal(file, '乙\tB b b\n甲\tA\n甲甲\tA\n')
  assert.match(glossaryId(file), /^duizhao-[0-9a-f]{32}$/)
})

test('with a bucket a glossary is made of the termbase, once for a content', async () => {
  const { engine, reopen, loopback } = await open({}, { bucket: 'office-terms' })
  assert.deepEqual(await means(engine), ['glossary', 'markup', 'target-in-source'])
  const id = glossaryId(glossaryFile(terms))
  const name = `projects/office/locations/us-central1/glossaries/${id}`
  assert.deepEqual([...loopback.store.glossaries.keys()], [name])
  assert.equal(loopback.store.objects.get(`gs://office-terms/${id}.tsv`), glossaryFile(terms))
  assert.deepEqual(paths(loopback).slice(0, 3), [`GET ${id}`, 'POST o', 'POST glossaries'])

  const before = loopback.requests.length
  await means(reopen(), terms.toReversed())
  assert.deepEqual(paths(loopback).slice(before, before + 2), [`GET ${id}`, 'GET glossaries'])
  assert.equal(loopback.store.glossaries.size, 1)

  const source = '惠民渠惠及青禾谷。'
  const request = { id: 's', source, terms: [], before: '', after: '', examples: [] }
  const answer = await engine.call({ means: 'glossary', requests: [request] }, signal)
  assert.ok(answer.type === 'answered')
  assert.deepEqual(answer.targets.get('s'), {
    target: 'Huimin Canal benefits Qinghe Valley.',
    origin: { type: 'machine', engine: 'google', version: `general/nmt, glossary ${id}` },
  })
})

test('glossaries that we made from this bucket and no run can use any more are collected, and no others', async () => {
  const { engine, loopback } = await open({}, { bucket: 'office-terms' })
  const { glossaries, objects } = loopback.store
  const parent = 'projects/office/locations/us-central1/glossaries'
  const put = (id: string, bucket: string, days: number) => {
    const inputUri = `gs://${bucket}/${id}.tsv`
    objects.set(inputUri, '')
    glossaries.set(`${parent}/${id}`, { entries: new Map(), inputUri, submitted: Date.now() - days * 86_400_000 })
    return `${parent}/${id}`
  }
  const own = (digit: string) => `duizhao-${digit.repeat(32)}`
  put(own('1'), 'office-terms', 3)
  const stay = [put(own('2'), 'office-terms', 0.5), put(own('3'), 'others', 3), put('duizhao-mine', 'office-terms', 3)]
  await means(engine)
  const current = `${parent}/${glossaryId(glossaryFile(terms))}`
  assert.deepEqual([...glossaries.keys()].sort(), [...stay, current].sort())
  assert.ok(!objects.has(`gs://office-terms/${own('1')}.tsv`) && objects.has(`gs://office-terms/${own('2')}.tsv`))
})

test('two runs that make the same glossary at once both have it', async () => {
  const { reopen, loopback } = await open({}, { bucket: 'office-terms' })
  const both = await Promise.all([means(reopen()), means(reopen())])
  assert.deepEqual(
    both.map(([first]) => first),
    ['glossary', 'glossary'],
  )
  assert.equal(loopback.store.glossaries.size, 1)
})

test('a bucket that is not there refuses; a service that cannot make a glossary now leaves the terms to the sources', async () => {
  const lacking = await open({}, { bucket: 'nowhere' })
  const refusal = await lacking.engine.prepare(terms, signal)
  assert.ok(isRefusal(refusal))
  assert.equal(refusal.code, 'google-bucket')
  assert.match(refusal.params.detail ?? '', /bucket does not exist/)

  const busy = await open({}, { bucket: 'office-terms' })
  busy.loopback.fail(null, googleFault(503, 'The service is currently unavailable.'))
  assert.deepEqual(await means(busy.engine), ['markup', 'target-in-source'])
  assert.deepEqual(await means(busy.engine), ['glossary', 'markup', 'target-in-source'])
})

test('HTML goes as HTML and the language model is asked in a region', async () => {
  const { engine, loopback } = await open({ html: 'refuses' }, { model: 'general/translation-llm' })
  assert.deepEqual(await means(engine), ['target-in-source'])
  const { path, body } = expectDefined(loopback.requests.at(-1), 'a request')
  assert.equal(path, '/v3/projects/office/locations/us-central1:translateText')
  assert.equal(
    (body as { model: string }).model,
    'projects/office/locations/us-central1/models/general/translation-llm',
  )
  assert.deepEqual(
    loopback.requests.map((request) => (request.body as { mimeType: string }).mimeType),
    ['text/html', 'text/plain'],
  )
})

test('an estimate counts the terms that will stand in the sources, and none where a glossary holds them', async () => {
  const request = { id: 's', source: '青禾谷和青禾谷。', before: '', after: '', examples: [] }
  const [valley] = terms
  assert.ok(valley)
  const asked = { means: 'prompt', requests: [{ ...request, terms: [valley, valley] }] } as const
  const { engine } = await open()
  const source = '<span translate="no">Qinghe Valley</span>和<span translate="no">Qinghe Valley</span>。'
  const needed = engine.expect({ means: 'markup', requests: [{ ...request, source, terms: [] }] }).characters
  const { characters } = engine.expect(asked)
  assert.ok(characters >= needed && characters <= needed + 8, `${characters} for ${needed}`)
  assert.equal((await open({}, { bucket: 'office-terms' })).engine.expect(asked).characters, 8)
})

async function draft(engine: Engine): Promise<readonly Drafted[]> {
  const recognise = createRecogniser(terms)
  const jobs = sources.map((source, at): DraftJob => {
    return { segment: `s${at}`, source, terms: recognise(source), before: '', after: '', style: plainStyle }
  })
  const ladder = ladderOf({ engine, means: await means(engine) }, null)
  const last = new Map<string, Drafted>()
  const tools = {
    signal,
    judges: judgesHere(() => undefined, digest),
    chance: stillChance,
    patience: { attempts: 3, first: 1, most: 2 },
    budget: {},
    names: createDocumentNames(),
    pause: () => undefined,
    prices: new Map(),
    examples: async () => new Map(),
  }
  for await (const step of draftSegments(jobs, { memory: emptyMemory, ladder }, tools)) {
    if (step.type === 'drafted') for (const drafted of step.drafted) last.set(drafted.segment, drafted)
    assert.notEqual(step.type, 'stopped')
  }
  return [...last.values()]
}

const accounts: readonly [string, Partial<GoogleOptions>, Partial<GoogleSettings>, number][] = [
  ['a bucket', {}, { bucket: 'office-terms' }, 0],
  [
    'a bucket, and a model that loses what a glossary lacks',
    { html: 'ignores', english: 'rewrites' },
    { bucket: 'office-terms' },
    1,
  ],
  ['HTML that heeds what is not to be translated', {}, {}, 0],
  ['HTML that does not', { html: 'ignores' }, {}, 0],
  ['no HTML', { html: 'refuses' }, { model: 'general/translation-llm' }, 0],
  ['a model that rewrites all English', { html: 'ignores', english: 'rewrites' }, {}, 10],
]
for (const [account, options, settings, unmet] of accounts) {
  test(`terms are met or reported, none silently missed, with ${account}`, async () => {
    const { engine } = await open(options, settings)
    const drafts = await draft(engine)
    assert.equal(drafts.length, sources.length)
    let missing = 0
    for (const { draft } of drafts) {
      const { target, compliance } = expectDefined(draft ?? undefined, 'a draft')
      const isMet = (id: string) => {
        const asked = expectDefined(
          terms.find((one) => one.id === id),
          'a term',
        )
        return createVerification(plain(target))(asked).met.length > 0
      }
      assert.deepEqual(compliance.met, compliance.asked.filter(isMet), plain(target))
      missing += compliance.asked.length - compliance.met.length
      assert.ok(compliance.attempts?.every(({ engine: name }) => name === 'google'))
    }
    assert.equal(missing, unmet, JSON.stringify(drafts.map(({ draft }) => draft && plain(draft.target))))
  })
}
