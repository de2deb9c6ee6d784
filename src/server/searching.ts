import { Worker } from 'node:worker_threads'
import { type Refusal, refuse } from '../model/refusal.ts'
import type { ReplacePlace } from '../model/search.ts'
import type { Pause } from '../ports/world.ts'
import { type RunSearch, type SearchJob, searchHere } from '../workspace/documents/searching.ts'
import { workerUrl, youngMegabytes } from './workers.ts'

/** What the thread is given. `progress`: the number of the text it is at, from 1; 0 before it begins. */
export interface SearchTask extends SearchJob {
  readonly progress: Int32Array
}

/** Milliseconds that an expression may take over one text, and over all of them once it has begun. */
interface SearchLimits {
  readonly text: number
  readonly whole: number
}

/** How many wait for the one that is looked for. */
const mostWaiting = 10

const beat = 50

/**
 * Searches for words here; for an expression in a thread of its own, which is stopped where the expression takes too long:
 * one that repeats inside a repetition can take for ever on a short text, and nothing inside a thread can stop it. One
 * expression at a time, so that many take one processor at most.
 */
export function searchApart(pause: Pause, limits: SearchLimits = { text: 1_000, whole: 3_000 }): RunSearch {
  const here = searchHere(pause)
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  return async (job) => {
    if (job.search.mode !== 'expression') return here(job)
    if (waiting > mostWaiting) return refuse('search-busy')
    waiting += 1
    const found = last.then(() => searchInThread(job, limits))
    last = found.catch(() => undefined).finally(() => (waiting -= 1))
    return found
  }
}

type Found = readonly (readonly ReplacePlace[])[] | Refusal

function searchInThread(job: SearchJob, limits: SearchLimits): Promise<Found> {
  const progress = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const task: SearchTask = { ...job, progress }
  const worker = new Worker(workerUrl('search-worker'), {
    workerData: task,
    resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes, maxOldGenerationSizeMb: 256 },
  })
  return new Promise<Found>((resolve, reject) => {
    const watch = watchProgress(progress, limits, (index) => resolve(tooSlow(job.texts[index] ?? '')))
    worker.once('message', resolve)
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(refuse('search-too-much'))
      else reject(error)
    })
    worker.once('exit', (code) => reject(new Error(`the search ended early (${code})`)))
    worker.once('exit', () => clearInterval(watch))
  }).finally(() => worker.terminate())
}

/** Tells of the text at which a search has stayed too long. */
function watchProgress(progress: Int32Array, limits: SearchLimits, tell: (index: number) => void): NodeJS.Timeout {
  let at = 0
  let since = performance.now()
  let begun = since
  return setInterval(() => {
    const now = performance.now()
    const reached = Atomics.load(progress, 0)
    if (at === 0 && reached > 0) begun = now
    if (reached !== at) {
      at = reached
      since = now
    }
    // Before the first text the thread is being started.
    if (at > 0 && (now - since > limits.text || now - begun > limits.whole)) tell(at - 1)
  }, beat)
}

function tooSlow(text: string): Refusal {
  return refuse('expression-slow', { text: text.length > 40 ? `${text.slice(0, 40)}…` : text })
}
