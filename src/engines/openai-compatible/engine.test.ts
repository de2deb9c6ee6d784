import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { type PromptDialect, promptDialects } from '../../model/prompt-dialect.ts'
import { isRefusal, type RefusalCode } from '../../model/refusal.ts'
import type { Term } from '../../model/term.ts'
import type { Engine, EngineRequest } from '../../ports/engine.ts'
import { engineConformance, knownTranslations, replies, requestFor, targetsOf } from '../conformance.ts'
import type { ModelInput } from '../loopback/dialects.ts'
import { knowing, type OpenAiLoopback, openAiFault, startOpenAiLoopback, translations } from '../loopback/openai.ts'
import type { Fault } from '../loopback/server.ts'
import { createOpenAiEngine, type OpenAiSettings } from './engine.ts'
import { readReply } from './json.ts'

const knows = knowing(knownTranslations)
/** What the model writes; a test that lets it write something else puts it back. */
let write = knows
let loopback: OpenAiLoopback

before(async () => {
  loopback = await startOpenAiLoopback({ write: (asked) => write(asked) })
})
after(() => loopback.stop())

async function open(settings: OpenAiSettings = loopback.settings): Promise<Engine> {
  const engine = createOpenAiEngine(settings)
  assert.ok(!isRefusal(engine))
  return engine
}

engineConformance('openai-compatible engine', open)

const servers = new Map<PromptDialect, Promise<OpenAiLoopback>>()
after(async () => {
  for (const server of servers.values()) await (await server).stop()
})
for (const dialect of promptDialects) {
  engineConformance(`openai-compatible engine in ${dialect}`, async () => {
    const server = servers.get(dialect) ?? startOpenAiLoopback({ dialect, write: knowing(knownTranslations, dialect) })
    servers.set(dialect, server)
    return open((await server).settings)
  })
}

/** An engine that has looked at its server. */
async function ready(settings: OpenAiSettings = loopback.settings): Promise<Engine> {
  const engine = await open(settings)
  assert.deepEqual(await engine.prepare([], new AbortController().signal), ['prompt'])
  return engine
}

/** What the model was asked, call by call, while it wrote something of its own. */
async function asking(requests: readonly EngineRequest[], writing: (asked: ModelInput) => string = knows) {
  const engine = await ready()
  const before = loopback.inputs.length
  write = writing
  try {
    const answers = await replies(engine, requests)
    return { answers, asked: loopback.inputs.slice(before) }
  } finally {
    write = knows
  }
}

const spring = requestFor('b1.s1', '春天来了。')
const river = requestFor('b1.s2', '河水涨了三尺。')

function term(id: string, source: string): Term {
  return {
    id,
    source: [source, `${source}村`],
    renderings: [
      { text: 'Preferred', status: 'preferred' },
      { text: 'Admitted', status: 'admitted' },
      { text: 'Deprecated', status: 'deprecated' },
      { text: 'Forbidden', status: 'forbidden' },
    ],
    status: 'approved',
    domain: '',
    note: 'not for the engine',
    authority: '',
  }
}

test('the model is told its segments, their neighbours, and the terms that occur, each once', async () => {
  const first = { ...spring, terms: [term('t1', '甲')], before: '前一句。', after: '后一句。' }
  const second = { ...river, terms: [term('t1', '甲')], repair: { target: 'Risen.', defects: ['Say three chi.'] } }
  const { asked } = await asking([first, second])
  assert.deepEqual(asked, [
    {
      terms: [{ source: '甲 / 甲村', target: 'Preferred', also: ['Admitted'], never: ['Deprecated', 'Forbidden'] }],
      segments: [
        { id: 'b1.s1', before: '前一句。', source: '春天来了。', after: '后一句。' },
        { id: 'b1.s2', source: '河水涨了三尺。', draft: 'Risen.', defects: ['Say three chi.'] },
      ],
    },
  ])
})

test('a call holds at most twenty segments, fewer where they are long', async () => {
  const many = Array.from({ length: 45 }, (_, at) => requestFor(`s${at}`, '春天来了。'))
  const { asked } = await asking(many)
  assert.deepEqual(
    asked.map(({ segments }) => segments.length),
    [20, 20, 5],
  )
  const long = Array.from({ length: 4 }, (_, at) => requestFor(`s${at}`, '大'.repeat(2500)))
  const all = ({ segments }: ModelInput) => translations(segments.map(({ id }) => ({ id, target: 'Big.' })))
  assert.deepEqual(
    (await asking(long, all)).asked.map(({ segments }) => segments.length),
    [2, 2],
  )
})

test('ids it was not asked for are ignored, and a second answer for one as well', async () => {
  const { answers } = await asking([spring], () =>
    translations([
      { id: 'b9.s9', target: 'Not asked for.' },
      { id: 'b1.s1', target: 'First.' },
      { id: 'b1.s1', target: 'Second.' },
    ]),
  )
  assert.deepEqual(targetsOf(answers), { 'b1.s1': 'First.' })
})

test('an answer is read through what models put around it', () => {
  const body = translations([{ id: 's1', target: 'Good.' }])
  const wrapped = [
    body,
    `\`\`\`json\n${body}\n\`\`\``,
    `Here you are:\n${body}\nAnything else?`,
    `<think>Is {it} [so]?</think>\n${body}`,
    `Is {it} [so]?</think>\n${body}`,
    '[{"id":"s1","target":"Good."}]',
    '{"translations":[null,1,{"id":1,"target":"x"},{"id":"s1"},{"id":"s1","target":"Good."},{"id":"s2","target":2}]}',
  ]
  for (const text of wrapped) assert.deepEqual([...readReply(text, [])], [['s1', 'Good.']], text)
  for (const text of [
    '',
    '<think>',
    `<think>${body}`,
    '{',
    '}{',
    '[[[',
    'null',
    '{"translations":{"s1":"Good."}}',
    body.slice(0, -3),
  ]) {
    assert.deepEqual([...readReply(text, [])], [], text)
  }
})

test('the answer is bound to a schema, to JSON, or to nothing: as the server can, found out once', async (t) => {
  const expected: readonly [readonly string[], readonly (string | undefined)[]][] = [
    [
      ['json_schema', 'json_object'],
      ['json_schema', 'json_schema', 'json_schema'],
    ],
    [['json_object'], ['json_schema', 'json_object', 'json_object', 'json_object']],
    [[], ['json_schema', 'json_object', undefined, undefined, undefined]],
  ]
  for (const [forms, types] of expected) {
    const server = await startOpenAiLoopback({ write: knows, forms })
    t.after(() => server.stop())
    const engine = await open(server.settings)
    for (const request of [spring, river]) {
      assert.equal(targetsOf(await replies(engine, [request]))[request.id], knownTranslations.get(request.source))
    }
    const sent = server.requests.map(({ body }) => (body as { response_format?: { type: string } }).response_format)
    assert.deepEqual(
      sent.map((format) => format?.type),
      types,
    )
  }
})

test('similar pairs are given, the best of every segment first, each source once', async () => {
  const pair = (source: string) => ({ source, target: `${source} in English`, origin: 'm.tmx' })
  const { asked } = await asking([
    { ...spring, examples: [pair('a'), pair('b')] },
    { ...river, examples: [pair('c'), pair('a')] },
  ])
  assert.deepEqual(
    asked[0]?.examples?.map(({ source }) => source),
    ['a', 'c', 'b'],
  )
})

test('the whole address of one’s own server is kept, and no account of the environment goes there', async (t) => {
  for (const name of ['OPENAI_ORG_ID', 'OPENAI_PROJECT_ID', 'OPENAI_API_KEY', 'OPENAI_BASE_URL']) {
    process.env[name] = 'of somebody else'
    t.after(() => delete process.env[name])
  }
  await replies(await open(), [spring])
  const headers = loopback.requests.at(-1)?.headers
  assert.equal(headers?.authorization, `Bearer ${loopback.settings.key}`)
  assert.ok(!JSON.stringify(headers).includes('somebody else'))
})

const busy = { headers: { 'retry-after': '0.001' } }
const passing: readonly [string, Fault, RefusalCode][] = [
  ['429', openAiFault(429, 'Rate limit reached', busy), 'engine-busy'],
  ['500', openAiFault(500, 'Internal'), 'engine-fault'],
  ['503', openAiFault(503, 'Overloaded', { headers: { 'retry-after': 'soon' } }), 'engine-fault'],
  ['a reset', { type: 'reset' }, 'engine-interrupted'],
  ['a page of something else', { type: 'body', body: '<html>', contentType: 'text/html' }, 'engine-unreadable'],
  ['JSON of something else', { type: 'body', body: '{"error":"?"}' }, 'engine-unreadable'],
  ['a body that is no JSON', { type: 'body', body: '{"choices":' }, 'engine-unreadable'],
]
for (const [what, fault, code] of passing) {
  test(`${what} passes: it is tried again, and given up after a while`, async () => {
    const engine = await ready()
    loopback.fail(fault, fault)
    assert.deepEqual(targetsOf(await replies(engine, [spring])), { 'b1.s1': 'Spring has come.' })
    const before = loopback.requests.length
    loopback.fail(fault, fault, fault)
    const [refusal] = await replies(engine, [spring])
    assert.ok(isRefusal(refusal))
    assert.equal(refusal.code, code)
    assert.equal(refusal.params.host, `127.0.0.1:${loopback.port}`)
    assert.equal(loopback.requests.length - before, 3)
  })
}

test('what does not pass is asked once, before any sentence: an empty account, a wrong key, a wrong model', async () => {
  const { settings } = loopback
  const cases: readonly [OpenAiSettings, Fault | null, RefusalCode, string][] = [
    [settings, openAiFault(429, 'You exceeded your quota', { code: 'insufficient_quota' }), 'engine-quota', '429'],
    [settings, openAiFault(402, 'Insufficient Balance'), 'engine-quota', '402'],
    [{ ...settings, key: 'wrong' }, null, 'engine-key', '401'],
    [{ ...settings, key: '' }, null, 'engine-key', '401'],
    [{ ...settings, model: 'none-such' }, null, 'engine-model', '404'],
  ]
  for (const [wanted, fault, code, status] of cases) {
    const before = loopback.requests.length
    if (fault) loopback.fail(fault)
    const [refusal] = await replies(await open(wanted), [spring])
    assert.ok(isRefusal(refusal))
    assert.deepEqual([refusal.code, refusal.params.status, refusal.params.model], [code, status, wanted.model])
    assert.equal(loopback.requests.length - before, 1)
  }
})

test('where nothing answers, a run is refused at once, by the address', async () => {
  const server = await startOpenAiLoopback({ write: knows })
  await server.stop()
  const [refusal] = await replies(await open(server.settings), [spring])
  assert.ok(isRefusal(refusal))
  assert.deepEqual([refusal.code, refusal.params.host], ['engine-unreachable', `127.0.0.1:${server.port}`])
})

test('a model that a template breaks is refused before any sentence', async (t) => {
  for (const dialect of promptDialects) {
    const server = await startOpenAiLoopback({ dialect, write: () => 'onse }}', isBroken: true })
    t.after(() => server.stop())
    const [refusal] = await replies(await open(server.settings), [spring])
    assert.ok(isRefusal(refusal) && refusal.code === 'engine-unreadable', dialect)
    assert.deepEqual(server.inputs.length, 1)
  }
})

test('every refusal of a server has words of its own in both languages', () => {
  const codes = ['key', 'model', 'busy', 'fault', 'unreadable', 'unreachable', 'interrupted', 'quota', 'refused']
  for (const language of ['en', 'zh-CN']) {
    const file = new URL(`../../../locales/${language}/refusals.json`, import.meta.url)
    const words: Record<string, string> = JSON.parse(readFileSync(file, 'utf8'))
    assert.equal(new Set(codes.map((code) => words[`engine-${code}`])).size, codes.length)
    for (const code of codes.slice(0, 7)) assert.match(words[`engine-${code}`] ?? '', /\{\{host\}\}/)
  }
})

test('what looking at the server used is counted once, into the first call', async (t) => {
  const server = await startOpenAiLoopback({ dialect: 'hy-mt', write: knowing(knownTranslations, 'hy-mt') })
  t.after(() => server.stop())
  const engine = await open(server.settings)
  const { signal } = new AbortController()
  await engine.prepare([], signal)
  const call = { means: 'prompt', requests: [spring] } as const
  const used = [(await engine.call(call, signal)).usage, (await engine.call(call, signal)).usage]
  assert.deepEqual(
    used.map(({ requests, characters }) => [requests, characters]),
    [
      [3, 10],
      [1, 5],
    ],
  )
  assert.equal(server.requests.length, 4)
  assert.ok(used.every(({ inputTokens, outputTokens }) => inputTokens > 0 && outputTokens > 0))
})

test('the key is in no detail, whatever the server repeats of it', async () => {
  const { settings } = loopback
  loopback.fail(openAiFault(401, `Incorrect API key provided: ${settings.key}.`))
  const [refusal] = await replies(await open(), [spring])
  assert.ok(isRefusal(refusal))
  assert.ok(!JSON.stringify(refusal).includes(settings.key))
})

test('a refusal comes after what was had before it, and ends the asking', async () => {
  const engine = await open()
  loopback.fail(null, null, openAiFault(402, 'Insufficient Balance'))
  const many = Array.from({ length: 60 }, (_, at) => requestFor(`s${at}`, '春天来了。'))
  const answers = await replies(engine, many)
  assert.equal(answers.length, 21)
  assert.ok(isRefusal(answers.at(-1)))
})

test('stopped while the server is silent, it ends at once', async () => {
  const engine = await ready()
  loopback.fail({ type: 'silence' })
  const abort = new AbortController()
  const before = loopback.requests.length
  const waiting = replies(engine, [spring], abort.signal)
  while (loopback.requests.length === before) await new Promise(setImmediate)
  abort.abort()
  await assert.rejects(waiting)
})

test('without an address or a model it is not available', () => {
  const { settings } = loopback
  const lacking = ['', 'localhost:1234', 'file:///etc/passwd', 'not an address'].map((baseUrl) => ({
    ...settings,
    baseUrl,
  }))
  for (const wrong of [...lacking, { ...settings, model: '' }]) {
    const refusal = createOpenAiEngine(wrong)
    assert.ok(isRefusal(refusal))
    assert.equal(refusal.code, 'engine-unavailable')
  }
})
