import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { isRefusal } from '../model/refusal.ts'
import type { Term } from '../model/term.ts'
import type { Engine, EngineRequest } from '../ports/engine.ts'
import { engineConformance, knownTranslations, replies, requestFor, targetsOf } from './conformance.ts'
import {
  knowing,
  type ModelInput,
  modelInputOf,
  openAiFault,
  startOpenAiLoopback,
  translations,
} from './loopback/openai.ts'
import type { Fault } from './loopback/server.ts'
import { createOpenAiEngine } from './openai-compatible.ts'
import type { OpenAiSettings } from './openai-connection.ts'
import { readReply } from './prompt.ts'

const knows = knowing(knownTranslations)
/** What the model writes; a test that lets it write something else puts it back. */
let write = knows
let loopback: Awaited<ReturnType<typeof startOpenAiLoopback>>

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

/** What the model was asked, call by call, while it wrote something of its own. */
async function asking(requests: readonly EngineRequest[], writing: (asked: ModelInput) => string = knows) {
  const engine = await open()
  const before = loopback.requests.length
  write = writing
  try {
    const answers = await replies(engine, requests)
    return { answers, asked: loopback.requests.slice(before).map(modelInputOf) }
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
    '[{"id":"s1","target":"Good."}]',
    '{"translations":[null,1,{"id":1,"target":"x"},{"id":"s1"},{"id":"s1","target":"Good."},{"id":"s2","target":2}]}',
  ]
  for (const text of wrapped) assert.deepEqual([...readReply(text)], [['s1', 'Good.']], text)
  for (const text of ['', '{', '}{', '[[[', 'null', '{"translations":{"s1":"Good."}}', body.slice(0, -3)]) {
    assert.deepEqual([...readReply(text)], [], text)
  }
})

test('the answer is bound to a schema, to JSON, or to nothing: as the server can, found out once', async () => {
  const expected: readonly [readonly string[], readonly (string | undefined)[]][] = [
    [
      ['json_schema', 'json_object'],
      ['json_schema', 'json_schema'],
    ],
    [['json_object'], ['json_schema', 'json_object', 'json_object']],
    [[], ['json_schema', 'json_object', undefined, undefined]],
  ]
  for (const [forms, types] of expected) {
    const server = await startOpenAiLoopback({ write: knows, forms })
    const engine = await open(server.settings)
    for (const request of [spring, river]) {
      assert.equal(targetsOf(await replies(engine, [request]))[request.id], knownTranslations.get(request.source))
    }
    const sent = server.requests.map(({ body }) => (body as { response_format?: { type: string } }).response_format)
    assert.deepEqual(
      sent.map((format) => format?.type),
      types,
    )
    await server.stop()
  }
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

const passing: readonly [string, Fault, string][] = [
  ['429', openAiFault(429, 'Rate limit reached', { headers: { 'retry-after': '0.001' } }), 'engine-quota'],
  ['500', openAiFault(500, 'Internal'), 'engine-unavailable'],
  ['503', openAiFault(503, 'Overloaded', { headers: { 'retry-after': 'soon' } }), 'engine-unavailable'],
  ['a reset', { type: 'reset' }, 'engine-unavailable'],
  ['a page of something else', { type: 'body', body: '<html>', contentType: 'text/html' }, 'engine-unavailable'],
  ['JSON of something else', { type: 'body', body: '{"error":"?"}' }, 'engine-unavailable'],
  ['a body that is no JSON', { type: 'body', body: '{"choices":' }, 'engine-unavailable'],
]
for (const [what, fault, code] of passing) {
  test(`${what} passes: it is tried again, and given up after a while`, async () => {
    const engine = await open()
    loopback.fail(fault, fault)
    assert.deepEqual(targetsOf(await replies(engine, [spring])), { 'b1.s1': 'Spring has come.' })
    const before = loopback.requests.length
    loopback.fail(fault, fault, fault)
    const [refusal] = await replies(engine, [spring])
    assert.ok(isRefusal(refusal))
    assert.equal(refusal.code, code)
    assert.equal(loopback.requests.length - before, 3)
  })
}

test('what does not pass is asked once: an empty account, a wrong key, a wrong model', async () => {
  const { settings } = loopback
  const cases: readonly [OpenAiSettings, Fault | null, string][] = [
    [settings, openAiFault(429, 'You exceeded your quota', { code: 'insufficient_quota' }), 'engine-quota'],
    [settings, openAiFault(402, 'Insufficient Balance'), 'engine-quota'],
    [{ ...settings, key: 'wrong' }, null, 'engine-unavailable'],
    [{ ...settings, key: '' }, null, 'engine-unavailable'],
  ]
  for (const [wanted, fault, code] of cases) {
    const before = loopback.requests.length
    if (fault) loopback.fail(fault)
    const [refusal] = await replies(await open(wanted), [spring])
    assert.ok(isRefusal(refusal))
    assert.equal(refusal.code, code)
    assert.equal(loopback.requests.length - before, 1)
  }
  const before = loopback.requests.length
  const [refusal] = await replies(await open({ ...settings, model: 'none-such' }), [spring])
  assert.equal(loopback.requests.length - before, 1)
  assert.ok(isRefusal(refusal) && refusal.code === 'engine-refused')
  assert.match(refusal.params.detail ?? '', /none-such does not exist/)
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
  loopback.fail(null, openAiFault(402, 'Insufficient Balance'))
  const many = Array.from({ length: 60 }, (_, at) => requestFor(`s${at}`, '春天来了。'))
  const answers = await replies(engine, many)
  assert.equal(answers.length, 21)
  assert.ok(isRefusal(answers.at(-1)))
})

test('stopped while the server is silent, it ends at once', async () => {
  const engine = await open()
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
