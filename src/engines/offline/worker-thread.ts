import { Worker } from 'node:worker_threads'
import { membersOf } from '../../model/names.ts'
import type { TranslationThread } from './protocol.ts'

/** Megabytes of a thread's heap of JavaScript; what WebAssembly has is not in it. */
const usualMegabytes = 512

/** Starts the worker of a file as a thread that translates. It does not keep the process alive. */
export function startWorkerThread(file: URL, megabytes = usualMegabytes): TranslationThread {
  // What the module prints when it panics comes as a reply.
  const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: megabytes }, stdout: true, stderr: true })
  worker.unref()
  return {
    post: (request) => worker.postMessage(request),
    hear(reply, end) {
      worker.on('message', reply)
      worker.once('error', (error) => {
        const isMemory = membersOf(error).code === 'ERR_WORKER_OUT_OF_MEMORY'
        end({ reason: isMemory ? 'memory' : 'crashed', detail: error instanceof Error ? error.message : String(error) })
      })
      worker.once('exit', (code) => end({ reason: 'crashed', detail: `the thread ended (${code})` }))
    },
    stop() {
      worker.removeAllListeners()
      // Without a listener an error would end the process.
      worker.on('error', () => undefined)
      void worker.terminate()
    },
  }
}
