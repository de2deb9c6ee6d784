import { type Failure, type LoadedThread, loadedThread, type ThreadTimes } from './loaded-thread.ts'
import type { ModelFiles, TranslationThread } from './protocol.ts'

/** The translations of some texts in order; or what ended the thread, and the text it had at the time, if any. */
export type PoolAnswer =
  | { readonly type: 'translated'; readonly texts: readonly string[] }
  | (Failure & { readonly text: string | null })

/** A model by an id that changes with its files. */
export interface PoolModel {
  readonly id: string
  readonly files: ModelFiles
}

/** Threads that translate, each with a model in its own memory. All runs of a server share them. */
export interface ThreadPool {
  /** How many threads there may be. */
  readonly size: number
  /**
   * Has a thread translate texts, one after the other, as soon as one is free. After a failure the thread is gone, and
   * whoever comes next gets a fresh one. Without texts it only loads the model. Throws when aborted; the thread then
   * ends the text it has, and stays.
   */
  translate(model: PoolModel, texts: readonly string[], signal: AbortSignal): Promise<PoolAnswer>
  /** Stops all threads; what they were asked fails, and nothing can be asked any more. */
  close(): void
}

export interface PoolOptions {
  readonly start: () => TranslationThread
  readonly size: number
  /** Milliseconds after which a thread without work stops, and gives its memory back. */
  readonly idle: number
  readonly times: ThreadTimes
}

interface Member {
  readonly model: string
  readonly thread: LoadedThread
  idle?: NodeJS.Timeout
}

export function createThreadPool({ start, size, idle, times }: PoolOptions): ThreadPool {
  const members = new Set<Member>()
  const free: Member[] = []
  const waiting: (() => void)[] = []
  let isClosed = false
  const next = () => waiting.shift()?.()

  function drop(member: Member): void {
    // A thread that ends may say so twice.
    if (!members.delete(member)) return
    clearTimeout(member.idle)
    const at = free.indexOf(member)
    if (at >= 0) free.splice(at, 1)
    member.thread.stop()
    next()
  }

  function enter(model: string): Member {
    const member: Member = { model, thread: loadedThread(start(), times, () => drop(member)) }
    members.add(member)
    return member
  }

  async function acquire(model: string, signal: AbortSignal): Promise<Member> {
    for (;;) {
      if (isClosed || signal.aborted) {
        // The turn is passed on to whoever waits next.
        next()
        signal.throwIfAborted()
        throw new Error('the threads have been stopped')
      }
      const ready = free.findIndex((member) => member.model === model)
      const [member] = ready >= 0 ? free.splice(ready, 1) : []
      if (member) {
        clearTimeout(member.idle)
        return member
      }
      // A thread without work that has another model makes room.
      const [other] = free
      if (other && members.size >= size) drop(other)
      if (members.size < size) return enter(model)
      await new Promise<void>((resolve) => waiting.push(resolve))
    }
  }

  function release(member: Member): void {
    if (!members.has(member)) return
    free.push(member)
    member.idle = setTimeout(drop, idle, member).unref()
    next()
  }

  return {
    size,
    async translate(model, texts, signal) {
      const member = await acquire(model.id, signal)
      const answer = await work(member.thread, model, texts, signal)
      if (answer.type === 'failed') drop(member)
      else release(member)
      signal.throwIfAborted()
      return answer
    },
    close() {
      isClosed = true
      for (const member of [...members]) drop(member)
    },
  }
}

async function work(
  thread: LoadedThread,
  { files }: PoolModel,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<PoolAnswer> {
  const unloaded = signal.aborted ? null : await thread.load(files)
  if (unloaded) return { ...unloaded, text: null }
  const translated: string[] = []
  for (const text of texts) {
    if (signal.aborted) break
    const target = await thread.translate(text)
    if (typeof target !== 'string') return { ...target, text }
    translated.push(target)
  }
  return { type: 'translated', texts: translated }
}
