import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { GoogleSettings } from '../../model/engine.ts'
import type { MemoryPair } from '../../model/match.ts'
import { membersOf } from '../../model/names.ts'
import { isRefusal } from '../../model/refusal.ts'
import type { Engine, EngineAnswer, SentRequest } from '../../ports/engine.ts'
import { engineConformance, knownTranslations, requestFor } from '../conformance.ts'
import { type GoogleLoopback, type GoogleOptions, startGoogleLoopback } from '../loopback/google.ts'
import { googleFault } from '../loopback/google-failure.ts'
import { createGoogleEngine } from './engine.ts'

process.env.METADATA_SERVER_DETECTION = 'none'

const started: GoogleLoopback[] = []
after(() => Promise.all(started.map((loopback) => loopback.stop())))

async function open(
  options: Partial<GoogleOptions> = {},
  settings: Partial<GoogleSettings> = {},
): Promise<{ readonly engine: Engine; readonly loopback: GoogleLoopback }> {
  const loopback = await startGoogleLoopback({ translations: knownTranslations, ...options })
  started.push(loopback)
  const all = { project: 'office', location: '', glossary: '', model: 'adaptive', ...settings } as const
  const engine = createGoogleEngine(all, loopback.connection)
  assert.ok(!isRefusal(engine))
  return { engine, loopback }
}

engineConformance('google engine, adaptive', async () => (await open()).engine)

const { signal } = new AbortController()
const pair = (source: string, target: string): MemoryPair => ({ source, target, origin: 'pairs.tmx' })

function ask(engine: Engine, source: string, examples: readonly MemoryPair[]): Promise<EngineAnswer> {
  return engine.call({ means: 'prompt', requests: [{ ...requestFor('s1', source), examples }] }, signal)
}

test('a sentence goes with its pairs, and the draft says how many', async () => {
  const { engine, loopback } = await open()
  const examples = [pair('春天来了。', 'Spring is upon us.'), pair('秋天来了。', 'Autumn is upon us.')]
  const answer = await ask(engine, '春天来了。', examples)
  assert.deepEqual(answer, {
    type: 'answered',
    targets: new Map([
      [
        's1',
        {
          target: 'Spring is upon us.',
          origin: { type: 'machine', engine: 'google', version: 'adaptive, 2 of the memory' },
        },
      ],
    ]),
    usage: { requests: 1, characters: 5, inputTokens: 0, outputTokens: 0 },
  })
  const [request] = loopback.requests
  assert.equal(request?.path, '/v3/projects/office/locations/us-central1:adaptiveMtTranslate')
  assert.deepEqual(request.body, {
    content: ['春天来了。'],
    mimeType: 'text/plain',
    referenceSentenceConfig: {
      sourceLanguageCode: 'zh-CN',
      targetLanguageCode: 'en',
      referenceSentencePairLists: [
        {
          referenceSentencePairs: examples.map(({ source, target }) => ({
            sourceSentence: source,
            targetSentence: target,
          })),
        },
      ],
    },
  })
})

test('what is told as sent is what was sent', async () => {
  const { engine, loopback } = await open()
  const sent: SentRequest[] = []
  for (const examples of [[pair('秋天来了。', 'Autumn is upon us.')], []]) {
    const request = { ...requestFor('s1', '春天来了。'), examples }
    await engine.call({ means: 'prompt', requests: [request] }, signal, (one) => sent.push(one))
  }
  assert.equal(sent.length, loopback.requests.length)
  for (const [at, { address, body }] of sent.entries()) {
    const received = loopback.requests[at]
    assert.equal(new URL(address).pathname, received?.path)
    // The path names the parent, and the client library adds labels to the one.
    const { parent, ...members } = JSON.parse(body)
    assert.ok(received?.path.includes(parent))
    assert.deepEqual({ labels: {}, ...members }, { labels: {}, ...membersOf(received?.body) })
  }
})

test('beside a text in HTML the pairs are HTML', async () => {
  const { engine, loopback } = await open()
  const request = { ...requestFor('s1', '春天来了。'), examples: [pair('研发<中心>', 'R&D <Centre>')] }
  await engine.call({ means: 'markup', requests: [request] }, signal)
  const text = JSON.stringify(loopback.requests[0]?.body)
  assert.ok(text.includes('研发&lt;中心&gt;') && text.includes('R&amp;D &lt;Centre&gt;'), text)
})

test('no more than five pairs are sent, and none that is longer than the service takes', async () => {
  const { engine, loopback } = await open()
  const short = Array.from({ length: 7 }, (_, at) => pair(`第${at}条。`, `Item ${at}.`))
  await ask(engine, '春天来了。', [pair('长'.repeat(300), 'l'.repeat(213)), ...short])
  const text = JSON.stringify(loopback.requests[0]?.body)
  assert.ok(!text.includes('长长'))
  assert.deepEqual(text.match(/Item \d/g), ['Item 0', 'Item 1', 'Item 2', 'Item 3', 'Item 4'])
})

test('a sentence without pairs goes to the language model, and the draft says so', async () => {
  const { engine, loopback } = await open()
  const answer = await ask(engine, '春天来了。', [])
  assert.ok(answer.type === 'answered')
  const origin = answer.targets.get('s1')?.origin
  assert.deepEqual(origin, { type: 'machine', engine: 'google', version: 'general/translation-llm' })
  assert.equal(loopback.requests[0]?.path, '/v3/projects/office/locations/us-central1:translateText')
})

test('where the service takes no pairs inline the language model translates; it is not asked for it again, and all is counted', async () => {
  const { engine, loopback } = await open({ pairs: 'refuses' })
  const examples = [pair('秋天来了。', 'Autumn is upon us.')]
  const first = await ask(engine, '春天来了。', examples)
  const second = await ask(engine, '河水涨了三尺。', examples)
  assert.ok(first.type === 'answered' && second.type === 'answered')
  assert.equal(first.targets.get('s1')?.target, 'Spring has come.')
  assert.deepEqual([first.usage.requests, second.usage.requests], [2, 1])
  assert.equal(loopback.requests.length, 3)
})

test('a glossary holds with pairs too, and other failures stay what they are', async () => {
  const name = 'projects/office/locations/us-central1/glossaries/duizhao-1'
  const { engine, loopback } = await open({}, { glossary: 'duizhao-1' })
  loopback.store.glossaries.set(name, {
    entries: new Map([['春天来了。', 'Spring is here.']]),
    inputUri: 'gs://office/terms.csv',
    submitted: 0,
  })
  const request = { ...requestFor('s1', '春天来了。'), examples: [pair('秋天来了。', 'Autumn is upon us.')] }
  const answer = await engine.call({ means: 'glossary', requests: [request] }, signal)
  assert.ok(answer.type === 'answered')
  assert.deepEqual(answer.targets.get('s1'), {
    target: 'Spring is here.',
    origin: { type: 'machine', engine: 'google', version: 'adaptive, 1 of the memory, glossary duizhao-1' },
  })
  loopback.fail(googleFault(429, 'Quota exceeded for quota metric'))
  const failed = await engine.call({ means: 'prompt', requests: [request] }, signal)
  assert.ok(failed.type === 'failed' && failed.again && failed.refusal.code === 'engine-quota')
})
