import { once } from 'node:events'
import { setImmediate as othersFirst } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import type { WriteFile } from '../workspace/core/writing.ts'
import type { FileJob, FileThreads } from './file-threads.ts'
import { type Piece, piecesOf } from './pieces.ts'

/** What follows the job: the contents in pieces, and their end. */
export type WritingMessage = Piece | 'end'

/**
 * Writes files, each in its own worker thread. Refuses `export-too-slow` and `export-too-demanding` beyond a limit, and
 * `export-busy` if too many files are waiting.
 */
export function createWriteApart(threads: FileThreads): WriteFile {
  const apart = threads.queue({ slow: 'export-too-slow', demanding: 'export-too-demanding', busy: 'export-busy' })
  return ({ target, contents }) =>
    apart(async (worker) => {
      const answer = once(worker, 'message')
      worker.postMessage({ type: 'write', target } satisfies FileJob)
      await Promise.race([sendContents(worker, contents), answer])
      const [content] = await answer
      return content
    })
}

/** Sends the contents; other tasks run between two pieces. */
export async function sendContents(worker: Worker, contents: unknown): Promise<void> {
  const post = (message: WritingMessage) => worker.postMessage(message)
  // Of a worker that has ended, at a limit, the thread id is -1.
  for (const piece of piecesOf(contents)) {
    if (worker.threadId === -1) return
    post(piece)
    await othersFirst()
  }
  post('end')
}
