import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type AnswerToJudge, type JudgedAnswer, type Judges, judgesHere } from '../drafting/judging.ts'
import type { Pause } from '../ports/world.ts'
import { digest } from './digest.ts'
import { judgingList } from './judging-list.ts'
import { workerUrl, youngMegabytes } from './workers.ts'

/** Fewer answers than these are judged here, since to send them to a thread takes as long. */
const few = 8

/** Milliseconds without work after which the threads end. */
const quiet = 5_000

type Judged = readonly (JudgedAnswer | null)[]

export interface JudgingThreads extends Judges {
  /** Ends the threads. */
  close(): void
}

/**
 * Judges in threads of its own, by default in all cores but the server's: they start with the first work and end after
 * seconds without any. What a thread that ends early leaves undone is judged here.
 */
export function createJudgingThreads(
  pause: Pause,
  { threads = Math.max(1, availableParallelism() - 1), url = workerUrl('judging-worker') } = {},
): JudgingThreads {
  const here = judgesHere(pause, digest)
  const idle: Worker[] = []
  const waiting: ((worker: Worker) => void)[] = []
  let started = 0
  let ending: NodeJS.Timeout | undefined

  function start(): Worker {
    const worker = new Worker(url, { resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes } })
    started += 1
    const drop = () => {
      const at = idle.indexOf(worker)
      if (at >= 0) idle.splice(at, 1)
    }
    // Whoever takes a worker hears of its faults, too.
    worker.on('error', drop)
    worker.once('exit', () => {
      drop()
      started -= 1
      // One that waits for a thread may start another.
      const next = waiting.shift()
      if (next) next(start())
    })
    return worker
  }

  function takeWorker(): Promise<Worker> {
    clearTimeout(ending)
    const worker = idle.pop() ?? (started < threads ? start() : undefined)
    return worker ? Promise.resolve(worker) : new Promise((resolve) => waiting.push(resolve))
  }

  function giveBack(worker: Worker): void {
    const next = waiting.shift()
    if (next) {
      next(worker)
      return
    }
    // Idle threads do not keep the process alive.
    worker.unref()
    idle.push(worker)
    if (idle.length === started) ending = setTimeout(close, quiet).unref()
  }

  function close(): void {
    clearTimeout(ending)
    for (const worker of idle.splice(0)) void worker.terminate()
  }

  return {
    width: threads,
    async judge(answers, signal) {
      if (answers.length < few) return here.judge(answers, signal)
      const worker = await takeWorker()
      const judged = await ask(worker, answers)
      if (judged === null) return here.judge(answers, signal)
      giveBack(worker)
      signal.throwIfAborted()
      return judged
    },
    close,
  }
}

/** The judgements of a worker; null where it ends before it gives them. */
function ask(worker: Worker, answers: readonly AnswerToJudge[]): Promise<Judged | null> {
  return new Promise((resolve) => {
    const take = (judged: Judged) => settle(judged)
    const give = () => settle(null)
    function settle(judged: Judged | null): void {
      worker.off('message', take).off('error', give).off('exit', give)
      resolve(judged)
    }
    worker.ref()
    worker.on('message', take).on('error', give).on('exit', give)
    worker.postMessage(judgingList(answers))
  })
}
