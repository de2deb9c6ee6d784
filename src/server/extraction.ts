import { Worker } from 'node:worker_threads'
import type { Extracted, ExtractionJob } from '../workspace/glossary/extraction.ts'
import { workerUrl } from './workers.ts'

/** Runs an extraction in a worker thread: it takes seconds on a long text, and the server must keep answering. */
export function extractApart(job: ExtractionJob): Promise<Extracted> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerUrl('extraction-worker'), { workerData: job })
    // A server that stops does not wait for the worker.
    worker.unref()
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the extraction ended early (${code})`)))
  })
}
