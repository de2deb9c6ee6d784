import { Worker } from 'node:worker_threads'
import type { Match, MemoryPair } from '../model/match.ts'
import type { HostedMemory, MemoryHost } from '../ports/memory-host.ts'
import type { Pause } from '../ports/world.ts'
import type { MemoryAnswer, MemoryMessage } from './memory-messages.ts'
import { workerUrl, youngMegabytes } from './workers.ts'

/** Pairs from which a memory is packed into a file: a smaller one is indexed as fast as its file would be opened. */
const packedFrom = 5_000
/** Pairs sent to a thread at once: a few milliseconds of copying. */
const pairsAMessage = 1_000

export interface MemoryThread extends MemoryHost {
  close(): void
}

/**
 * Memories in a worker thread, so that lookups and long searches never delay the server. Large ones are packed into files
 * of `folder` by a second thread, which ends with its work. If the thread ends, all calls fail until `hold` starts
 * another.
 */
export function createMemoryThread(folder: string, pause: Pause): MemoryThread {
  let thread: Thread | undefined
  const running = () => {
    if (thread === undefined || thread.isOver()) throw new Error('no memory is held')
    return thread
  }
  /** Sends pairs in pieces. */
  async function send(
    to: Thread,
    { pairs }: HostedMemory,
    wrap: (pairs: readonly MemoryPair[]) => MemoryMessage,
  ): Promise<void> {
    for await (const some of pairs()) {
      for (let from = 0; from < some.length; from += pairsAMessage) {
        void to.call(wrap(some.slice(from, from + pairsAMessage))).catch(() => {})
        const others = pause()
        if (others) await others
      }
    }
  }
  async function pack(memory: HostedMemory): Promise<void> {
    const packer = startThread(folder)
    try {
      await send(packer, memory, (piece) => ({ type: 'collect', pairs: piece }))
      await packer.call({ type: 'pack', name: memory.name })
    } finally {
      packer.end()
    }
  }
  async function begin(to: Thread, memory: HostedMemory): Promise<void> {
    const { id, name, size, changes } = memory
    const open = () => to.call({ type: 'open', id, name })
    let opened = await open()
    if (opened === 'held') return
    if (opened === 'missing' && size >= packedFrom) {
      // A disk that is full or cannot be written is no harm: the memory is indexed instead.
      await pack(memory).catch(() => {})
      opened = await open()
    }
    if (opened === 'missing') {
      // Lookups go to the memory that had the id until this one is whole.
      const growing = `${id} growing`
      void to.call({ type: 'begin', id: growing, name }).catch(() => {})
      await send(to, memory, (added) => ({ type: 'change', id: growing, change: { removed: [], added } }))
      await to.call({ type: 'rename', from: growing, id })
    }
    for (const change of changes) await to.call({ type: 'change', id, change })
  }
  return {
    async hold(memories) {
      const to = thread === undefined || thread.isOver() ? startThread(folder) : thread
      thread = to
      for (const memory of memories) await begin(to, memory)
      const standing = memories.map(({ id, name, penalty, rank }) => ({ id, name, penalty, rank }))
      await to.call({ type: 'settle', memories: standing })
    },
    // A thread that has ended is told everything anew.
    change: (id, change) => void thread?.call({ type: 'change', id, change }).catch(() => {}),
    // biome-ignore-start lint/plugin/no-cast: the thread answers each message with the result of its kind
    lookup: async (queries) => (await running().call({ type: 'lookup', queries })) as readonly (readonly Match[])[],
    exact: async (queries) => (await running().call({ type: 'exact', queries })) as readonly (Match | null)[],
    size: async () => (await running().call({ type: 'size' })) as number,
    search: async (text, limit) => (await running().call({ type: 'search', text, limit })) as readonly MemoryPair[],
    // biome-ignore-end lint/plugin/no-cast: see above
    close: () => thread?.end(),
  }
}

interface Thread {
  call(message: MemoryMessage): Promise<MemoryAnswer['result']>
  isOver(): boolean
  end(): void
}

function startThread(folder: string): Thread {
  const worker = new Worker(workerUrl('memory-worker'), {
    workerData: { folder },
    resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes },
  })
  const waiting = new Map<
    number,
    { readonly resolve: (result: MemoryAnswer['result']) => void; readonly reject: (fault: unknown) => void }
  >()
  let calls = 0
  let fault: unknown
  let isOver = false
  const end = (reason: unknown) => {
    isOver = true
    fault ??= reason
    for (const { reject } of waiting.values()) reject(fault)
    waiting.clear()
    worker.unref()
  }
  worker.unref()
  worker.on('message', ({ call, result }: MemoryAnswer) => {
    const asked = waiting.get(call)
    waiting.delete(call)
    if (waiting.size === 0) worker.unref()
    asked?.resolve(result)
  })
  worker.on('error', end)
  worker.on('exit', (code) => end(new Error(`the thread of the memory ended (${code})`)))
  return {
    call: (message) =>
      new Promise((resolve, reject) => {
        if (isOver) return reject(fault)
        const call = ++calls
        waiting.set(call, { resolve, reject })
        // A command waits for its answer; an idle thread does not keep a process alive.
        worker.ref()
        worker.postMessage({ call, message })
      }),
    isOver: () => isOver,
    end: () => void worker.terminate(),
  }
}
