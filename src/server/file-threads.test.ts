import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { createFileThreads } from './file-threads.ts'

test('after a job a worker is started in advance, and the next job gets it', async () => {
  const threads = createFileThreads()
  const apart = threads.queue({ slow: 'file-too-slow', demanding: 'file-too-demanding', busy: 'reading-busy' })
  const threadOfJob = () => apart(async ({ threadId }) => threadId)
  await threadOfJob()
  // Threads are numbered in the order in which they start.
  for (let inAdvance = false; !inAdvance; ) {
    await wait(500)
    const marker = new Worker('', { eval: true })
    inAdvance = Number(await threadOfJob()) < marker.threadId
    await marker.terminate()
  }
  threads.close()
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
