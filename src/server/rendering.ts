import type { Worker } from 'node:worker_threads'
import type { PartContents } from '../publishing/site-parts.ts'
import type { RenderPart } from '../workspace/releases/render-part.ts'
import type { FileJob, FileThreads } from './file-threads.ts'
import { sendContents } from './writing.ts'

/** A message of the worker: one file; or, after the last, the rest of the contents. */
export type RenderingMessage =
  | { readonly type: 'file'; readonly path: string; readonly content: string }
  | ({ readonly type: 'end' } & Omit<PartContents, 'files'>)

/**
 * Renders parts of the site, each in its own worker thread. Refuses `export-too-slow` and `export-too-demanding` beyond a
 * limit, and `export-busy` if too many are waiting.
 */
export function createRenderApart(threads: FileThreads): RenderPart {
  const apart = threads.queue({ slow: 'export-too-slow', demanding: 'export-too-demanding', busy: 'export-busy' })
  return (job) =>
    apart(async (worker) => {
      const contents = received(worker)
      worker.postMessage({ type: 'render' } satisfies FileJob)
      await sendContents(worker, job)
      return contents
    })
}

/** Assembles the worker's messages; other tasks run between two files. */
function received(worker: Worker): Promise<PartContents> {
  return new Promise((resolve) => {
    const files = new Map<string, string>()
    worker.on('message', (message: RenderingMessage) => {
      if (message.type === 'end') {
        const { type: _, ...rest } = message
        resolve({ ...rest, files })
      } else {
        files.set(message.path, message.content)
        setImmediate(() => worker.postMessage('more'))
      }
    })
  })
}
