import type { Worker } from 'node:worker_threads'
import { isRefusal, type Refusal } from '../model/refusal.ts'
import type { ReadFile, Reading, ReadingKind, Readings } from '../workspace/core/reading.ts'
import type { FileJob, FileThreads } from './file-threads.ts'

/** A message of the worker: the refusal of the file; some items; or, after the last items, the rest of the reading. */
export type ReadingMessage =
  | Refusal
  | { readonly type: 'items'; readonly items: readonly unknown[] }
  | { readonly type: 'end'; readonly sha256: string; readonly head: unknown }

/**
 * Reads files, each in its own worker thread. Refuses `file-too-slow` and `file-too-demanding` beyond a limit, and
 * `reading-busy` if too many files are waiting.
 */
export function createReadApart(threads: FileThreads): ReadFile {
  const apart = threads.queue({ slow: 'file-too-slow', demanding: 'file-too-demanding', busy: 'reading-busy' })
  return async <Kind extends ReadingKind>(kind: Kind, file: Parameters<ReadFile>[1]) => {
    const job: FileJob = { type: 'read', kind, file }
    const reading = await apart((worker) => {
      worker.postMessage(job)
      return received(worker)
    })
    // biome-ignore lint/plugin/no-cast: the worker reads with the same function, so its answer is of the requested kind
    return reading as Readings[Kind] | Refusal
  }
}

/** Assembles the worker's messages; other tasks run between two slices. */
function received(worker: Worker): Promise<Reading<unknown, unknown> | Refusal> {
  return new Promise((resolve) => {
    const items: unknown[] = []
    worker.on('message', (message: ReadingMessage) => {
      if (isRefusal(message)) resolve(message)
      else if (message.type === 'items') {
        for (const item of message.items) items.push(item)
        setImmediate(() => worker.postMessage('more'))
      } else resolve({ type: 'reading', sha256: message.sha256, head: message.head, items })
    })
  })
}
