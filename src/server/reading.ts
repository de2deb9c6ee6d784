import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { isRefusal, type Refusal, refuse } from '../model/refusal.ts'
import type { IncomingFile } from '../ports/format.ts'
import type { ReadFile, Reading, ReadingKind, Readings } from '../workspace/core/reading.ts'
import { workerUrl } from './workers.ts'

/** The input of a reading worker. */
export interface ReadingJob {
  readonly kind: ReadingKind
  readonly file: IncomingFile
}

/** A message of the worker: the refusal of the file; some items; or, after the last items, the rest of the reading. */
export type ReadingMessage =
  | Refusal
  | { readonly type: 'items'; readonly items: readonly unknown[] }
  | { readonly type: 'end'; readonly sha256: string; readonly head: unknown }

/** The limits for one file. */
export interface ReadingLimits {
  readonly seconds: number
  /** Megabytes of the heap of its thread. */
  readonly megabytes: number
}

const readingLimits: ReadingLimits = { seconds: 30, megabytes: 768 }

/** How many files are read at the same time, and how many wait; each waiting file occupies its bytes. */
const running = Math.max(1, Math.min(2, availableParallelism() - 1))
const waiting = 20

/**
 * Reads files, each in its own worker thread, with limits of memory and time: a hostile file leaves nothing behind, and
 * the server keeps answering. Refuses `file-too-slow` and `file-too-demanding` beyond a limit, and `reading-busy` if too
 * many files are waiting.
 */
export function createReadApart(limits: ReadingLimits = readingLimits): ReadFile {
  const turns: (() => void)[] = []
  let busy = 0
  const begin = async (): Promise<void> => {
    if (busy < running) busy++
    else await new Promise<void>((resolve) => turns.push(resolve))
  }
  const end = () => {
    const next = turns.shift()
    if (next) next()
    else busy--
  }
  return async <Kind extends ReadingKind>(kind: Kind, file: IncomingFile) => {
    if (turns.length >= waiting) return refuse('reading-busy')
    await begin()
    try {
      // biome-ignore lint/plugin/no-cast: the worker reads with the same function, so its answer is of the requested kind
      return (await readInWorker({ kind, file }, limits)) as Readings[Kind] | Refusal
    } finally {
      end()
    }
  }
}

async function readInWorker(
  { kind, file }: ReadingJob,
  { seconds, megabytes }: ReadingLimits,
): Promise<Reading<unknown, unknown> | Refusal> {
  const bytes = new Uint8Array(file.bytes)
  const worker = new Worker(workerUrl('reading-worker'), {
    workerData: { kind, file: { filename: file.filename, bytes } } satisfies ReadingJob,
    transferList: [bytes.buffer],
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  })
  // A server that stops does not wait for the worker.
  worker.unref()
  let timer: NodeJS.Timeout | undefined
  try {
    return await Promise.race([
      received(worker, megabytes),
      new Promise<Refusal>((resolve) => {
        timer = setTimeout(() => resolve(refuse('file-too-slow', { seconds: String(seconds) })), seconds * 1000).unref()
      }),
    ])
  } finally {
    clearTimeout(timer)
    void worker.terminate()
  }
}

/** Assembles the worker's messages; other tasks run between two slices. */
function received(worker: Worker, megabytes: number): Promise<Reading<unknown, unknown> | Refusal> {
  return new Promise((resolve, reject) => {
    const items: unknown[] = []
    worker.on('message', (message: ReadingMessage) => {
      if (isRefusal(message)) resolve(message)
      else if (message.type === 'items') {
        for (const item of message.items) items.push(item)
        setImmediate(() => worker.postMessage('more'))
      } else resolve({ type: 'reading', sha256: message.sha256, head: message.head, items })
    })
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
        resolve(refuse('file-too-demanding', { megabytes: String(megabytes) }))
      } else reject(error)
    })
    worker.once('exit', (code) => reject(new Error(`the reading of a file ended early (${code})`)))
  })
}
