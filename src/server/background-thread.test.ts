import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Worker } from 'node:worker_threads'
import { workerUrl } from './workers.ts'

/** The niceness of each thread of this process, by its id; the fields after the name are those of proc(5). */
function nicenesses(): ReadonlyMap<string, number> {
  return new Map(
    readdirSync('/proc/self/task').map((id) => {
      const stat = readFileSync(`/proc/self/task/${id}/stat`, 'utf8')
      return [id, Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16])]
    }),
  )
}

test('a thread for files yields to the main thread, and no other thread does', async (t) => {
  if (process.platform !== 'linux') return t.skip('threads have a niceness of their own only on Linux')
  const before = nicenesses()
  const worker = new Worker(workerUrl('file-worker'))
  t.after(() => worker.terminate())
  // It answers once it has run its first lines.
  worker.postMessage({ type: 'check', most: Number.MAX_SAFE_INTEGER })
  await new Promise((resolve) => worker.once('message', resolve))
  const after = nicenesses()
  const own = before.get(String(process.pid)) ?? assert.fail('the main thread is a thread')
  assert.equal(after.get(String(process.pid)), own)
  const yielding = [...after].filter(([, niceness]) => niceness > own)
  assert.equal(yielding.length, 1)
  assert.ok([...before].every(([id, niceness]) => after.get(id) === niceness))
})
