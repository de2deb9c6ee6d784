import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Hold } from '../../ports/coordination.ts'
import { StoreUnavailable } from '../../ports/store-unavailable.ts'
import type { Session } from './session.ts'

/** How long to wait before a lock that another server holds is tried again, in milliseconds. */
const again = 15

/** Advisory locks that one connection holds. */
export interface Locks {
  /** Null if another server or a task here has it. */
  hold(name: string): Promise<Hold | null>
  /** Waits until nobody else has it. */
  wait(name: string): Promise<Hold>
  /** The connection is gone, and all that it held. */
  lose(): void
}

export function createLocks(run: Session['run']): Locks {
  const holds = new Map<string, AbortController>()
  /** What is just being let go. */
  const releases = new Map<string, Promise<void>>()

  async function holdNow(name: string): Promise<Hold | null> {
    await releases.get(name)
    if (holds.has(name)) return null
    const controller = new AbortController()
    // Before the answer: a session may hold one lock twice, and would say yes to the next who asks.
    holds.set(name, controller)
    let got = false
    try {
      const rows = await run('select pg_try_advisory_lock($1::bigint) as got', [lockKey(name)])
      got = rows[0]?.got === true && !controller.signal.aborted
      // Given by the connection that came after the one that broke meanwhile.
      if (rows[0]?.got === true && !got) await unlock(name)
    } finally {
      if (!got && holds.get(name) === controller) holds.delete(name)
    }
    return got ? { lost: controller.signal, release: () => release(name, controller) } : null
  }

  /** Tried once more where the connection breaks meanwhile: what was got over the one before is gone. */
  async function hold(name: string): Promise<Hold | null> {
    try {
      return await holdNow(name)
    } catch (error) {
      if (error instanceof StoreUnavailable) return holdNow(name)
      throw error
    }
  }

  async function release(name: string, controller: AbortController): Promise<void> {
    if (holds.get(name) !== controller) return releases.get(name)
    const unlocked = unlock(name)
    releases.set(name, unlocked)
    await unlocked
    releases.delete(name)
    if (holds.get(name) === controller) holds.delete(name)
  }

  /** Where the connection is gone, so is the lock. */
  async function unlock(name: string): Promise<void> {
    await run('select pg_advisory_unlock($1::bigint)', [lockKey(name)]).catch(() => {})
  }

  return {
    hold,
    async wait(name) {
      for (;;) {
        const got = await hold(name)
        if (got) return got
        await pause(again)
      }
    },
    lose() {
      for (const controller of holds.values()) controller.abort()
      holds.clear()
    },
  }
}

/** The number under which the database knows a lock: the first 64 bits of a hash of its name, as it takes numbers alone. */
export function lockKey(name: string): string {
  return createHash('sha256').update(`duizhao ${name}`).digest().readBigInt64BE().toString()
}
