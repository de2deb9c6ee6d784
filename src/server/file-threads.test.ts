import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import { createFileThreads, fileThreadLimits, type RunApart } from './file-threads.ts'

const refusals = { slow: 'file-too-slow', demanding: 'file-too-demanding', busy: 'reading-busy' } as const

/** The thread of a job; `job` is what it does. */
async function threadOf(apart: RunApart, job: (worker: Worker) => Promise<unknown> = async () => 0): Promise<Worker> {
  let thread: Worker | undefined
  await apart(async (worker) => {
    thread = worker
    return job(worker)
  })
  return thread ?? assert.fail('the job had no thread')
}

/** Whether a thread that has answered comes to wait for a job; a busy machine may take too long to say that it is fit. */
async function waits(thread: Worker): Promise<boolean> {
  // One that waits is listened to for its faults, and for no message.
  while (thread.listenerCount('message') > 0 || thread.listenerCount('error') === 0) {
    if (thread.threadId === -1) return false
    await wait(20)
  }
  return true
}

/** Asks for jobs until two in a row are done by one thread. */
async function share(one: RunApart, other: RunApart): Promise<boolean> {
  for (let tries = 0; tries < 10; tries++) {
    const thread = await threadOf(one)
    if ((await waits(thread)) && (await threadOf(other)) === thread) return true
  }
  return false
}

test('a worker that answered gets the next job, whatever the kind of work', async (t) => {
  const threads = createFileThreads()
  t.after(() => threads.close())
  const apart = threads.queue(refusals)
  assert.ok(await share(apart, apart))
  assert.ok(await share(apart, threads.queue(refusals)))
})

/** Resolves when a thread has ended; one that ends is given no job. */
const ended = (thread: Worker) => (thread.threadId === -1 ? undefined : once(thread, 'exit'))

test('one that met the limit of time gets none', async (t) => {
  const threads = createFileThreads({ ...fileThreadLimits, seconds: 0.1 })
  t.after(() => threads.close())
  const slow = await threadOf(threads.queue(refusals), () => wait(200))
  await ended(slow)
})

test('one that met a fault, or holds much, gets none', async (t) => {
  const threads = createFileThreads({ ...fileThreadLimits, held: 1 })
  t.after(() => threads.close())
  const apart = threads.queue(refusals)
  let broken: Worker | undefined
  await assert.rejects(
    apart(async (worker) => {
      broken = worker
      throw new Error('a fault')
    }),
  )
  await ended(broken ?? assert.fail('the job had no thread'))
  // Any thread holds more than a megabyte.
  const full = await threadOf(apart)
  assert.notEqual(full, broken)
  await ended(full)
})

test('a job that comes while the worker that waited is ending has a worker of its own', async () => {
  const threads = createFileThreads()
  const apart = threads.queue(refusals)
  let first = await threadOf(apart)
  while (!(await waits(first))) first = await threadOf(apart)
  threads.close()
  assert.notEqual(await threadOf(apart, () => wait(100)), first)
})

test('work on a file keeps the process alive, the first time and with a worker that is used again', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-threads-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const here = (name: string) => JSON.stringify(new URL(name, import.meta.url))
  const script = `
    import { createFileThreads, fileThreadLimits } from ${here('./file-threads.ts')}
    import { createReadApart } from ${here('./reading.ts')}
    const read = createReadApart(createFileThreads())
    const bytes = new TextEncoder().encode('今天开工。')
    for (let at = 0; at < 3; at++) console.log((await read('document', { filename: 'a.txt', bytes })).type)`
  writeFileSync(join(folder, 'read.mjs'), script)
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(folder, 'read.mjs')])
  assert.equal(await text(child.stdout), 'reading\n'.repeat(3))
})

test('a worker that waits for work does not keep the process alive', async () => {
  const script = `
    import { setTimeout as wait } from 'node:timers/promises'
    import { createFileThreads, fileThreadLimits } from './file-threads.ts'
    const apart = createFileThreads().queue({ slow: 'file-too-slow', demanding: 'file-too-demanding', busy: 'reading-busy' })
    await apart(async () => 'done')
    await wait(2_000)
    console.log('done')`
  const flags = ['--disable-warning=ExperimentalWarning', '--input-type=module', '--eval', script]
  const child = spawn(process.execPath, flags, { cwd: import.meta.dirname, stdio: ['ignore', 'pipe', 'inherit'] })
  const [[code], [output]] = await Promise.all([once(child, 'exit'), once(child.stdout, 'data')])
  assert.deepEqual([code, String(output)], [0, 'done\n'])
})
