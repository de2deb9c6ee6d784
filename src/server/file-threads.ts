import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type Refusal, type RefusalCode, refuse } from '../model/refusal.ts'
import type { IncomingFile } from '../ports/format.ts'
import type { ReadingKind } from '../workspace/core/reading.ts'
import type { Writing } from '../workspace/core/writing.ts'
import { workerUrl } from './workers.ts'

/** What a file worker is asked to do: to read a file, or to write one from contents that follow in pieces. */
export type FileJob =
  | { readonly type: 'read'; readonly kind: ReadingKind; readonly file: IncomingFile }
  | { readonly type: 'write'; readonly target: Writing['target'] }

/** The limits for one file. */
export interface ThreadLimits {
  readonly seconds: number
  /** Megabytes of the heap of its thread. */
  readonly megabytes: number
}

const fileThreadLimits: ThreadLimits = { seconds: 30, megabytes: 768 }

/** How many files are worked on at the same time, and how many wait; each waiting file occupies its contents. */
const running = Math.max(1, Math.min(2, availableParallelism() - 1))
const waiting = 20

/** Milliseconds after a job until the next worker is started: the reply comes first, and a burst of jobs. */
const quiet = 1_000

/** The refusals of work that takes too long or too much memory, or that too many ask for. */
export interface LimitRefusals {
  readonly slow: RefusalCode
  readonly demanding: RefusalCode
  readonly busy: RefusalCode
}

/** Work in a worker of its own: `converse` sends it the job and resolves with its answer. */
export type RunApart = <T>(converse: (worker: Worker) => Promise<T>) => Promise<T | Refusal>

export interface FileThreads {
  /** A queue of its own for one kind of work. */
  queue(refusals: LimitRefusals): RunApart
  /** Ends the spare worker. */
  close(): void
}

/**
 * Worker threads for files, one a file, with limits of memory and time: a hostile file leaves nothing behind, and the
 * server keeps answering. After a job one worker is started in advance, which saves the next file 0.2 seconds; none of
 * them keeps the process alive.
 */
export function createFileThreads(limits: ThreadLimits = fileThreadLimits): FileThreads {
  let spare: Worker | undefined
  let starting: NodeJS.Timeout | undefined

  function take(): Worker {
    const worker = spare ?? startWorker(limits)
    spare = undefined
    return worker
  }

  function startSpare(): void {
    starting = undefined
    const worker = startWorker(limits)
    const drop = () => {
      if (spare === worker) spare = undefined
    }
    // Whoever takes a worker hears of its faults; one that fails unused is started anew by the next job.
    worker.once('error', drop).once('exit', drop)
    spare = worker
  }

  return {
    queue(refusals) {
      const turn = createTurns()
      return async (converse) => {
        const end = await turn()
        if (end === 'busy') return refuse(refusals.busy)
        const worker = take()
        try {
          return await withinLimits(worker, limits, refusals, converse)
        } finally {
          void worker.terminate()
          end()
          if (spare === undefined) starting ??= setTimeout(startSpare, quiet).unref()
        }
      }
    },
    close() {
      clearTimeout(starting)
      void spare?.terminate()
    },
  }
}

/** Gives turns: resolves with what ends the turn, or at once with `busy` if too many are waiting. */
function createTurns(): () => Promise<'busy' | (() => void)> {
  const waiters: (() => void)[] = []
  let busy = 0
  const end = () => {
    const next = waiters.shift()
    if (next) next()
    else busy--
  }
  return async () => {
    if (waiters.length >= waiting) return 'busy'
    if (busy < running) busy++
    else await new Promise<void>((resolve) => waiters.push(resolve))
    return end
  }
}

function startWorker({ megabytes }: ThreadLimits): Worker {
  const worker = new Worker(workerUrl('file-worker'), { resourceLimits: { maxOldGenerationSizeMb: megabytes } })
  // A server that stops does not wait for the worker.
  worker.unref()
  return worker
}

async function withinLimits<T>(
  worker: Worker,
  { seconds, megabytes }: ThreadLimits,
  refusals: LimitRefusals,
  converse: (worker: Worker) => Promise<T>,
): Promise<T | Refusal> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Refusal>((resolve) => {
    const refusal = refuse(refusals.slow, { seconds: String(seconds) })
    timer = setTimeout(() => resolve(refusal), seconds * 1000).unref()
  })
  const ended = new Promise<Refusal>((resolve, reject) => {
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') reject(error)
      else resolve(refuse(refusals.demanding, { megabytes: String(megabytes) }))
    })
    worker.once('exit', (code) => reject(new Error(`the work on a file ended early (${code})`)))
  })
  try {
    return await Promise.race([converse(worker), ended, late])
  } finally {
    clearTimeout(timer)
  }
}
