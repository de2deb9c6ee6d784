import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { GoogleSettings } from '../../model/engine.ts'
import { isRefusal } from '../../model/refusal.ts'
import type { Engine } from '../../ports/engine.ts'
import { engineConformance, knownTranslations, replies, requestFor, targetsOf } from '../conformance.ts'
import { startGoogleLoopback } from '../loopback/google.ts'
import { googleFault } from '../loopback/google-failure.ts'
import type { Fault, LoopbackRequest } from '../loopback/server.ts'
import { createGoogleEngine } from './engine.ts'

// The tests must not look for credentials elsewhere, nor find those of the person who runs them.
process.env.METADATA_SERVER_DETECTION = 'none'
delete process.env.GOOGLE_APPLICATION_CREDENTIALS
const home = mkdtempSync(join(tmpdir(), 'duizhao-home-'))
for (const name of ['HOME', 'APPDATA', 'CLOUDSDK_CONFIG']) process.env[name] = home

const glossary = 'projects/office/locations/us-central1/glossaries/duizhao-1'
let loopback: Awaited<ReturnType<typeof startGoogleLoopback>>

before(async () => {
  loopback = await startGoogleLoopback({ translations: knownTranslations })
  const entries = new Map([['春天来了。', 'Spring is here.']])
  loopback.store.glossaries.set(glossary, { entries, inputUri: 'gs://office/terms.csv', submitted: 0 })
})
after(async () => {
  await loopback.stop()
  rmSync(home, { recursive: true })
})

async function open(settings: Partial<GoogleSettings> = {}): Promise<Engine> {
  const all = { project: 'office', location: '', glossary: '', ...settings }
  const engine = createGoogleEngine(all, loopback.connection)
  assert.ok(!isRefusal(engine))
  return engine
}

engineConformance('google engine', open)

/** The requests that some asking made. */
async function during(ask: () => Promise<unknown>): Promise<readonly LoopbackRequest[]> {
  const before = loopback.requests.length
  await ask()
  return loopback.requests.slice(before)
}

test('what goes over the wire is plain text, from Chinese to English, by a model that is named', async () => {
  const engine = await open()
  const [request, ...others] = await during(() => replies(engine, [requestFor('s1', '春天来了。')]))
  assert.equal(others.length, 0)
  assert.equal(request?.path, '/v3/projects/office/locations/global:translateText')
  assert.equal(decodeURIComponent(request.query), '$alt=json;enum-encoding=int')
  assert.deepEqual(request.body, {
    contents: ['春天来了。'],
    labels: {},
    mimeType: 'text/plain',
    sourceLanguageCode: 'zh-CN',
    targetLanguageCode: 'en',
    model: 'projects/office/locations/global/models/general/nmt',
  })
  const [reply] = await replies(engine, [requestFor('s1', '春天来了。')])
  assert.deepEqual(reply, {
    id: 's1',
    target: 'Spring has come.',
    origin: { type: 'machine', engine: 'google', version: 'general/nmt' },
  })
})

test('a glossary is asked for by its full name in a region, and its rendering goes before the plain one', async () => {
  for (const name of ['duizhao-1', glossary]) {
    const engine = await open({ glossary: name })
    const answers = await replies(engine, [requestFor('s1', '春天来了。'), requestFor('s2', '河水涨了三尺。')])
    assert.deepEqual(targetsOf(answers), { s1: 'Spring is here.', s2: 'The river has risen by three chi.' })
    const [reply] = answers
    assert.ok(reply && !isRefusal(reply) && reply.target !== undefined && reply.origin.type === 'machine')
    assert.equal(reply.origin.version, 'general/nmt, glossary duizhao-1')
  }
})

test('where the glossary has no rendering the plain one is left, and is told as such', async () => {
  const engine = await open({ glossary: 'duizhao-1' })
  const answer = { translations: [{ translatedText: 'Plain.' }, {}], glossaryTranslations: [{}] }
  loopback.fail({ type: 'body', body: JSON.stringify(answer) })
  const answers = await replies(engine, [requestFor('s1', '甲。'), requestFor('s2', '乙。'), requestFor('s3', '丙。')])
  assert.deepEqual(targetsOf(answers), { s1: 'Plain.', s2: null, s3: null })
  const [reply] = answers
  assert.ok(reply && !isRefusal(reply) && reply.target !== undefined && reply.origin.type === 'machine')
  assert.equal(reply.origin.version, 'general/nmt')
})

test('a call holds at most 1,024 items and 5,000 code points, or one longer text of at most 30,000', async () => {
  const engine = await open()
  const bodies = async (sources: readonly string[]) => {
    const requests = sources.map((source, at) => requestFor(`s${at}`, source))
    const calls = await during(async () => assert.equal((await replies(engine, requests)).length, sources.length))
    return calls.map(({ body }) => (body as { contents: string[] }).contents.length)
  }
  assert.deepEqual(await bodies(Array.from({ length: 2049 }, () => '河')), [1024, 1024, 1])
  assert.deepEqual(await bodies(Array.from({ length: 5 }, () => '𠮷'.repeat(2000))), [2, 2, 1])
  assert.deepEqual(await bodies(['𠮷'.repeat(30_000), '河']), [1, 1])
})

const passing: readonly [string, Fault, string][] = [
  ['429', googleFault(429, 'Quota exceeded for quota metric'), 'engine-quota'],
  ['403 with a rate limit', googleFault(403, 'User Rate Limit Exceeded'), 'engine-quota'],
  ['500', googleFault(500, 'Internal error encountered.'), 'engine-fault'],
  ['503', googleFault(503, 'The service is currently unavailable.'), 'engine-fault'],
  ['504', googleFault(504, 'Deadline exceeded'), 'engine-fault'],
  ['a reset', { type: 'reset' }, 'engine-interrupted'],
  ['a body that is no JSON', { type: 'body', body: '<html>' }, 'engine-interrupted'],
]
for (const [what, fault, code] of passing) {
  test(`${what} passes: it is tried again, and given up after a while`, async () => {
    const engine = await open()
    loopback.fail(fault, fault)
    assert.deepEqual(targetsOf(await replies(engine, [requestFor('s1', '春天来了。')])), { s1: 'Spring has come.' })

    loopback.fail(fault, fault, fault)
    const calls = await during(async () => {
      const [refusal] = await replies(engine, [requestFor('s1', '春天来了。')])
      assert.ok(isRefusal(refusal))
      assert.equal(refusal.code, code)
      assert.equal(refusal.params.engine, 'google')
    })
    assert.equal(calls.length, 3)
  })
}

const lasting: readonly [string, Fault, string][] = [
  ['403 with a daily limit', googleFault(403, 'Daily Limit Exceeded'), 'google-daily-limit'],
  ['403', googleFault(403, 'Cloud Translation API has not been used in project'), 'google-permission'],
  ['401', googleFault(401, 'Request had invalid authentication credentials.'), 'google-credentials'],
  ['400', googleFault(400, 'Invalid model'), 'engine-refused'],
  ['404', googleFault(404, 'Glossary not found'), 'google-unknown'],
]
for (const [what, fault, code] of lasting) {
  test(`${what} does not pass: it is asked once, and refused as ${code}`, async () => {
    const engine = await open()
    loopback.fail(fault)
    const calls = await during(async () => {
      const [refusal] = await replies(engine, [requestFor('s1', '春天来了。')])
      assert.ok(isRefusal(refusal))
      assert.equal(refusal.code, code)
      assert.equal(refusal.params.detail, (fault as { body: { error: { message: string } } }).body.error.message)
    })
    assert.equal(calls.length, 1)
  })
}

test('a refusal comes after what was had before it, and ends the asking', async () => {
  const engine = await open()
  loopback.fail(null, googleFault(403, 'Daily Limit Exceeded'))
  const requests = Array.from({ length: 3000 }, (_, at) => requestFor(`s${at}`, '春'))
  const answers = await replies(engine, requests)
  assert.equal(answers.length, 1025)
  assert.ok(isRefusal(answers.at(-1)))
  assert.equal(Object.keys(targetsOf(answers.slice(0, -1))).length, 1024)
})

test('stopped while the service is silent, it ends at once', async () => {
  const engine = await open()
  loopback.fail({ type: 'silence' })
  const abort = new AbortController()
  const asking = replies(engine, [requestFor('s1', '春天来了。')], abort.signal)
  const before = loopback.requests.length
  while (loopback.requests.length === before) await new Promise(setImmediate)
  abort.abort()
  await assert.rejects(asking, { name: 'AbortError' })
})

test('without a project it is not available, and without credentials neither: said, never thrown', async (t) => {
  assert.deepEqual(createGoogleEngine({ project: '', location: '', glossary: '' }), {
    type: 'refusal',
    code: 'engine-unavailable',
    params: { engine: 'google', detail: 'no project' },
  })
  const stray: unknown[] = []
  const keep = (reason: unknown) => stray.push(reason)
  process.on('unhandledRejection', keep)
  t.after(() => process.off('unhandledRejection', keep))
  const engine = createGoogleEngine({ project: 'office', location: '', glossary: '' }, {})
  assert.ok(!isRefusal(engine))
  for (let time = 0; time < 2; time += 1) {
    const [refusal] = await replies(engine, [requestFor('s1', '春天来了。')])
    assert.ok(isRefusal(refusal))
    assert.equal(refusal.code, 'google-credentials')
    assert.match(refusal.params.detail ?? '', /credentials/)
  }
  await new Promise(setImmediate)
  assert.deepEqual(stray, [])
})

test('where nothing listens it is not available', async () => {
  const gone = await startGoogleLoopback({ translations: knownTranslations })
  await gone.stop()
  const engine = createGoogleEngine({ project: 'office', location: '', glossary: '' }, gone.connection)
  assert.ok(!isRefusal(engine))
  const [refusal] = await replies(engine, [requestFor('s1', '春天来了。')])
  assert.ok(isRefusal(refusal))
  assert.equal(refusal.code, 'engine-unreachable')
})
