import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type Refusal, type RefusalCode, refuse } from '../model/refusal.ts'
import type { IncomingFile } from '../ports/format.ts'
import type { ReadingKind } from '../workspace/core/reading.ts'
import type { Writing } from '../workspace/core/writing.ts'
import { workerUrl, youngMegabytes } from './workers.ts'

/**
 * What a file worker is asked to do: to read a file; to write one, or to render a part of the site, from contents that
 * follow in pieces.
 */
export type FileJob =
  | { readonly type: 'read'; readonly kind: ReadingKind; readonly file: IncomingFile }
  | { readonly type: 'write'; readonly target: Writing['target'] }
  | { readonly type: 'render' }

/** After a job a worker is asked whether it is fit for another one, holding so many bytes at most: it answers `ready`, or ends. */
export interface WorkerCheck {
  readonly type: 'check'
  readonly most: number
}
export const ready = 'ready'

/** The limits for one file. */
export interface ThreadLimits {
  readonly seconds: number
  /** Megabytes of the heap of its thread. */
  readonly megabytes: number
  /** Megabytes that a thread may still hold after a file and be given another one. */
  readonly held: number
}

export const fileThreadLimits: ThreadLimits = { seconds: 30, megabytes: 768, held: 40 }

/** How many files are worked on at the same time, and how many wait; each waiting file occupies its contents. */
const running = Math.max(1, Math.min(2, availableParallelism() - 1))
const waiting = 20

/** How long a worker may take to say that it is fit: it has nothing else to do. */
const checkMilliseconds = 5_000

/** Milliseconds without work after which the spare worker ends: it holds 50 MB. */
const quiet = 5_000

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
 * Worker threads for files, with limits of memory and time for each file: the server keeps answering whatever is in it.
 * A worker that answered, and holds little memory, waits for the next file of a batch, which saves that 0.4 seconds of
 * processor time; one that met a limit or a fault is gone with all it held. None of them keeps the process alive.
 */
export function createFileThreads(limits: ThreadLimits = fileThreadLimits): FileThreads {
  let spare: Worker | undefined
  let ending: NodeJS.Timeout | undefined
  let closed = false

  function take(): Worker {
    clearTimeout(ending)
    const worker = spare ?? startWorker(limits)
    spare = undefined
    // Whoever takes a worker hears of its faults.
    stopListening(worker)
    return worker
  }

  function keep(worker: Worker): void {
    stopListening(worker)
    if (spare !== undefined || closed) return void worker.terminate()
    spare = worker
    const drop = () => {
      if (spare === worker) spare = undefined
    }
    worker.once('error', drop).once('exit', drop)
    ending = setTimeout(endSpare, quiet).unref()
  }

  function endSpare(): void {
    clearTimeout(ending)
    const worker = spare
    // One that is ending is nobody's: its end is heard of a moment later, and a job may come in between.
    spare = undefined
    void worker?.terminate()
  }

  return {
    queue(refusals) {
      const turn = createTurns()
      return async (converse) => {
        const end = await turn()
        if (end === 'busy') return refuse(refusals.busy)
        const worker = take()
        try {
          const ended = await withinLimits(worker, limits, refusals, converse)
          if (ended.type === 'answer') void checked(worker, limits.held).then(keep, () => worker.terminate())
          else void worker.terminate()
          return ended.answer
        } catch (fault) {
          void worker.terminate()
          throw fault
        } finally {
          end()
        }
      }
    },
    close() {
      closed = true
      endSpare()
    },
  }
}

/** Takes off what a job or a check has put on: Node.js has listeners of its own there, which keep a process at work alive. */
function stopListening(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event)
}

/** Asks a worker that has answered whether it is fit for another job; rejects when it ends, or says nothing. */
function checked(worker: Worker, held: number): Promise<Worker> {
  stopListening(worker)
  return new Promise((resolve, reject) => {
    const patience = setTimeout(reject, checkMilliseconds).unref()
    const over = (act: () => void) => () => {
      clearTimeout(patience)
      act()
    }
    worker.once(
      'message',
      over(() => resolve(worker)),
    )
    for (const event of ['error', 'exit']) worker.once(event, over(reject))
    worker.postMessage({ type: 'check', most: held * 1e6 } satisfies WorkerCheck)
  })
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
  const worker = new Worker(workerUrl('file-worker'), {
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: youngMegabytes },
  })
  // A server that stops does not wait for the worker.
  worker.unref()
  return worker
}

async function withinLimits<T>(
  worker: Worker,
  { seconds, megabytes }: ThreadLimits,
  refusals: LimitRefusals,
  converse: (worker: Worker) => Promise<T>,
): Promise<{ readonly type: 'answer'; readonly answer: T } | { readonly type: 'limit'; readonly answer: Refusal }> {
  let timer: NodeJS.Timeout | undefined
  const limit = (answer: Refusal) => ({ type: 'limit', answer }) as const
  const late = new Promise<ReturnType<typeof limit>>((resolve) => {
    const refusal = refuse(refusals.slow, { seconds: String(seconds) })
    timer = setTimeout(() => resolve(limit(refusal)), seconds * 1000).unref()
  })
  const ended = new Promise<ReturnType<typeof limit>>((resolve, reject) => {
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') reject(error)
      else resolve(limit(refuse(refusals.demanding, { megabytes: String(megabytes) })))
    })
    worker.once('exit', (code) => reject(new Error(`the work on a file ended early (${code})`)))
  })
  try {
    const answered = converse(worker).then((answer) => ({ type: 'answer', answer }) as const)
    return await Promise.race([answered, ended, late])
  } finally {
    clearTimeout(timer)
  }
}
