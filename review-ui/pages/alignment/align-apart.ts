import type { Link } from '../../../src/alignment/alignment.ts'
import { base } from '../../base.ts'
import type { AlignRequest } from './worker.ts'

/** Aligns two texts in a worker. Null where it was called off, or no worker runs. */
export function alignApart(request: AlignRequest, signal: AbortSignal): Promise<readonly Link[] | null> {
  return new Promise((resolve) => {
    const worker = new Worker(`${base}/aligner.js`, { type: 'module' })
    const end = (links: readonly Link[] | null) => {
      worker.terminate()
      resolve(links)
    }
    signal.addEventListener('abort', () => end(null))
    worker.addEventListener('error', () => end(null))
    worker.addEventListener('message', ({ data }: MessageEvent<readonly Link[]>) => end(data))
    worker.postMessage(request)
  })
}
