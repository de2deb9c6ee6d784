import type { HostedMemory, MemoryChange, MemoryHost } from '../../ports/memory-host.ts'

/** Keeps a host told what to hold. */
export interface Holding {
  /** Asks the host; tells it everything anew if its thread has ended. */
  ask<T>(call: (host: MemoryHost) => Promise<T>): Promise<T>
  /** Changes a memory that the host holds, or will. What is read meanwhile has the change, or is read again. */
  correct(id: string, change: MemoryChange): void
  /** The same for a change that whoever reads takes account of: nothing is read again for it. */
  change(id: string, change: MemoryChange): void
  /** Whether what there is is being read. */
  isReading(): boolean
  /** Tells the host anew, in the background: what it holds already goes on to be found until then. */
  renew(): void
  /** Resolves when the host holds what there is now. */
  current(): Promise<void>
}

/** Changed pairs after which the host is told anew, so that it packs them. */
const mostChanged = 20_000

/** What `read` comes to gives the memories as they are when it is called. */
export function createHolding(host: MemoryHost, read: () => Promise<() => readonly HostedMemory[]>): Holding {
  /** Whether the host can be asked. */
  let held = false
  /** Whether it has to be told anew what to hold. */
  let stale = true
  let preparing: Promise<void> | undefined
  /** Changes that came while it was being told. */
  let waiting: { readonly id: string; readonly change: MemoryChange }[] = []
  /** Counts corrections: what was corrected while it was read is read again. */
  let corrections = 0
  let reading = false
  /** Pairs changed since it was last told. */
  let changedPairs = 0

  async function prepare(): Promise<void> {
    while (stale) {
      const begun = corrections
      reading = true
      try {
        const memories = await read()
        if (begun !== corrections) continue
        stale = false
        waiting = []
        changedPairs = 0
        const present = memories()
        reading = false
        await host.hold(present)
      } catch (fault) {
        reading = false
        lose()
        throw fault
      }
      for (const { id, change } of waiting) host.change(id, change)
      held = true
    }
  }

  function lose(): void {
    held = false
    stale = true
  }

  function current(): Promise<void> {
    if (!stale && !preparing) return Promise.resolve()
    preparing ??= prepare().finally(() => {
      preparing = undefined
    })
    return preparing
  }

  async function ask<T>(call: (host: MemoryHost) => Promise<T>): Promise<T> {
    if (!held) await current()
    try {
      return await call(host)
    } catch {
      lose()
      await current()
      return call(host)
    }
  }

  function change(id: string, made: MemoryChange): void {
    changedPairs += made.added.length + made.removed.length
    if (preparing) waiting.push({ id, change: made })
    if (held) host.change(id, made)
    if (changedPairs > mostChanged) renew()
  }

  function correct(id: string, made: MemoryChange): void {
    corrections++
    change(id, made)
  }

  function renew(): void {
    corrections++
    stale = true
    // Whoever asks next tries again.
    if (held) void current().catch(() => {})
  }

  return { ask, change, correct, isReading: () => reading, renew, current }
}
