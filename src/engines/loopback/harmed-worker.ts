import { parentPort } from 'node:worker_threads'
import { serveThread } from '../offline/serve-thread.ts'

/** What a text does to the thread that translates it. Any other is answered with its length. */
const harms: Readonly<Record<string, () => void>> = {
  trap: () => {
    throw new Error('unreachable')
  },
  memory: () => {
    const kept: number[][] = []
    for (;;) kept.push(new Array<number>(100_000).fill(kept.length))
  },
  exit: () => process.exit(3),
  silence: () => {
    for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000)
  },
}

if (parentPort) {
  serveThread(parentPort, async (files) => {
    if (files.model.path === 'broken') throw new Error('no model')
    return (text) => {
      harms[text]?.()
      return `${text.length} letters`
    }
  })
}
