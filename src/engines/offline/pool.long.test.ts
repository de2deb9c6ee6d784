import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { isRefusal } from '../../model/refusal.ts'
import { replies, requestFor, targetsOf } from '../conformance.ts'
import { createOfflineEngine, type OfflineModel } from './engine.ts'
import { createThreadPool, type PoolOptions, type ThreadPool } from './pool.ts'
import type { TranslationThread } from './protocol.ts'
import { startWorkerThread } from './worker-thread.ts'

const file = { path: 'model', sha256: '' }
const files = { model: file, sourceVocabulary: file, targetVocabulary: file, shortlist: null }
const model: OfflineModel = { id: 'm', version: 'harmed', files }
const { signal } = new AbortController()
const times = { loading: 60_000, text: 60_000 }

const opened: ThreadPool[] = []
after(() => {
  for (const pool of opened) pool.close()
})

/** A pool of real threads that some texts harm, and how many were started and stopped. */
function harmedPool(options: Partial<PoolOptions> = {}) {
  const counts = { started: 0, stopped: 0 }
  const start = (): TranslationThread => {
    counts.started += 1
    const thread = startWorkerThread(new URL('../loopback/harmed-worker.ts', import.meta.url), 32)
    return {
      ...thread,
      stop() {
        counts.stopped += 1
        thread.stop()
      },
    }
  }
  const pool = createThreadPool({ start, size: 1, idle: 60_000, times, ...options })
  opened.push(pool)
  return { pool, counts }
}

const harms = [
  ['trap', 'offline-crashed', {}],
  ['memory', 'offline-memory', {}],
  ['exit', 'offline-crashed', {}],
  ['silence', 'offline-slow', { times: { ...times, text: 1500 } }],
] as const

for (const [harm, code, options] of harms) {
  test(`${harm}: one call is lost with one refusal, the next has a fresh thread, and then the others are translated`, async () => {
    const { pool, counts } = harmedPool(options)
    const engine = createOfflineEngine(model, pool)
    assert.ok(!isRefusal(engine))
    const call = {
      means: 'placeholder',
      requests: ['four', harm, 'seven'].map((source) => requestFor(source, source)),
    } as const
    for (const _ of [1, 2]) {
      const lost = await engine.call(call, signal)
      assert.ok(lost.type === 'failed' && lost.again, harm)
      assert.equal(lost.refusal.code, code)
    }
    assert.deepEqual(counts, { started: 2, stopped: 2 })
    // What ends a thread twice is left out, and holds up no other.
    const answers = targetsOf(await replies(engine, call.requests))
    assert.deepEqual(answers, { four: '4 letters', [harm]: null, seven: '5 letters' })
    assert.equal(counts.started, 3)
  })
}

test('in a run a harmful sentence costs two tries, and everything else is drafted', async () => {
  const { pool } = harmedPool({ size: 2 })
  const engine = createOfflineEngine(model, pool)
  assert.ok(!isRefusal(engine))
  const requests = Array.from({ length: 20 }, (_, at) => requestFor(`s${at}`, at === 7 ? 'trap' : `text ${at}`))
  const answers = targetsOf(await replies(engine, requests))
  assert.equal(answers.s7, null)
  assert.equal(Object.values(answers).filter((target) => target !== null).length, 19)
})

test('a model that cannot be loaded is a refusal for good, each time with a thread of its own', async () => {
  const { pool, counts } = harmedPool()
  const broken = { ...model, files: { ...files, model: { path: 'broken', sha256: '' } } }
  const engine = createOfflineEngine(broken, pool)
  assert.ok(!isRefusal(engine))
  const refusal = await engine.prepare([], signal)
  assert.ok(isRefusal(refusal) && refusal.code === 'offline-broken' && refusal.params.detail === 'no model')
  const answer = await engine.call({ means: 'placeholder', requests: [requestFor('s', 'text')] }, signal)
  assert.ok(answer.type === 'failed' && !answer.again)
  assert.deepEqual(counts, { started: 2, stopped: 2 })
})

test('there are never more threads than wanted, they are used again, and stop when they are idle', async () => {
  const { pool, counts } = harmedPool({ size: 2, idle: 50 })
  const answers = await Promise.all(Array.from({ length: 12 }, (_, at) => pool.translate(model, [`${at}`], signal)))
  assert.ok(answers.every(({ type }) => type === 'translated'))
  assert.equal(counts.started, 2)
  while (counts.stopped < 2) await wait(10)
  const again = await pool.translate(model, ['again'], signal)
  assert.deepEqual(again, { type: 'translated', texts: ['5 letters'] })
  assert.equal(counts.started, 3)
})

test('a thread with another model makes room for one with the model wanted', async () => {
  const { pool, counts } = harmedPool()
  await pool.translate(model, ['a'], signal)
  await pool.translate({ ...model, id: 'other' }, ['b'], signal)
  assert.deepEqual(counts, { started: 2, stopped: 1 })
})

test('whoever is stopped waits no longer, and those behind get their turn', async () => {
  const { pool } = harmedPool({ times: { ...times, text: 1500 } })
  const stuck = pool.translate(model, ['silence'], signal)
  const abort = new AbortController()
  const stopped = pool.translate(model, ['stopped'], abort.signal)
  const behind = pool.translate(model, ['behind'], signal)
  abort.abort()
  await assert.rejects(stopped, { name: 'AbortError' })
  const answer = await stuck
  assert.ok(answer.type === 'failed' && answer.reason === 'slow')
  assert.deepEqual(await behind, { type: 'translated', texts: ['6 letters'] })
})

test('a closed pool stops its threads, those at work as well', async () => {
  const { pool, counts } = harmedPool()
  const stuck = pool.translate(model, ['silence'], signal)
  await wait(100)
  pool.close()
  assert.equal(counts.stopped, counts.started)
  assert.equal((await stuck).type, 'failed')
  await assert.rejects(pool.translate(model, ['late'], signal), /stopped/)
  assert.equal(counts.stopped, counts.started)
})
