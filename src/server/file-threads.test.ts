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
import { isRefusal } from '../model/refusal.ts'
import { createFileThreads, type RunApart } from './file-threads.ts'
import { createReadApart } from './reading.ts'

const refusals = { slow: 'file-too-slow', demanding: 'file-too-demanding', busy: 'reading-busy' } as const

/** The thread of a job, once it is idle again: what is asked of it is answered before the next job is taken. */
async function threadOf(apart: RunApart, job: (worker: Worker) => Promise<unknown> = async () => 0): Promise<number> {
  let id = -1
  await apart(async (worker) => {
    id = worker.threadId
    return job(worker)
  })
  // A thread that is still starting says only then that it is fit.
  await wait(2_500)
  return id
}

test('a worker that answered gets the next job', async (t) => {
  const threads = createFileThreads()
  t.after(() => threads.close())
  const apart = threads.queue(refusals)
  const first = await threadOf(apart)
  assert.equal(await threadOf(apart), first)
  assert.equal(await threadOf(threads.queue(refusals)), first, 'whatever the kind of work')
})

test('one that met the limit of time gets none', async (t) => {
  const threads = createFileThreads({ seconds: 0.1, megabytes: 768 })
  t.after(() => threads.close())
  const apart = threads.queue(refusals)
  const slow = await threadOf(apart, () => wait(200))
  assert.notEqual(await threadOf(apart), slow)
})

test('one that met a fault, or holds much, gets none', async (t) => {
  const threads = createFileThreads()
  t.after(() => threads.close())
  const apart = threads.queue(refusals)
  let broken = -1
  await assert.rejects(
    apart(async ({ threadId }) => {
      broken = threadId
      throw new Error('a fault')
    }),
  )
  const next = await threadOf(apart)
  assert.notEqual(next, broken)
  // What was read stays in its heap for some time.
  const unit = (at: number) =>
    `<tu><tuv xml:lang="zh"><seg>今天修了${at}条渠道。</seg></tuv><tuv xml:lang="en"><seg>${at} canals.</seg></tuv></tu>`
  const units = Array.from({ length: 150_000 }, (_, at) => unit(at)).join('')
  const tmx = `<tmx version="1.4"><header srclang="zh"/><body>${units}</body></tmx>`
  const read = createReadApart(threads)
  assert.ok(!isRefusal(await read('memory', { filename: 'long.tmx', bytes: new TextEncoder().encode(tmx) })))
  await wait(500)
  assert.notEqual(await threadOf(apart), next)
})

test('work on a file keeps the process alive, the first time and with a worker that is used again', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-threads-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const here = (name: string) => JSON.stringify(new URL(name, import.meta.url))
  const script = `
    import { createFileThreads } from ${here('./file-threads.ts')}
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
    import { createFileThreads } from './file-threads.ts'
    const apart = createFileThreads().queue({ slow: 'file-too-slow', demanding: 'file-too-demanding', busy: 'reading-busy' })
    await apart(async () => 'done')
    await wait(2_000)
    console.log('done')`
  const flags = ['--disable-warning=ExperimentalWarning', '--input-type=module', '--eval', script]
  const child = spawn(process.execPath, flags, { cwd: import.meta.dirname, stdio: ['ignore', 'pipe', 'inherit'] })
  const [[code], [output]] = await Promise.all([once(child, 'exit'), once(child.stdout, 'data')])
  assert.deepEqual([code, String(output)], [0, 'done\n'])
})
