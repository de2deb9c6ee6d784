import { setTimeout as pause } from 'node:timers/promises'
import type { Refusal } from '../model/refusal.ts'

/** How often a request is tried, and how long to wait between, in milliseconds: `first`, then twice as long each time. */
export interface Patience {
  readonly attempts: number
  readonly first: number
  readonly most: number
}

export const usualPatience: Patience = { attempts: 5, first: 1000, most: 30_000 }

/** What an error of a service comes to. `again`: it may pass; the refusal holds when it does not. */
export interface Verdict {
  readonly again: boolean
  readonly refusal: Refusal
  /** How long the service asks to be left alone, in milliseconds. */
  readonly after?: number
}

/**
 * Tries until it succeeds, the error is one that does not pass, or patience is at its end. Throws when aborted, and
 * what `judge` throws.
 */
export async function persist<T>(
  attempt: () => Promise<T>,
  judge: (error: unknown) => Verdict,
  { attempts, first, most }: Patience,
  signal: AbortSignal,
): Promise<T | Refusal> {
  for (let tried = 1; ; tried += 1) {
    signal.throwIfAborted()
    try {
      return await attempt()
    } catch (error) {
      signal.throwIfAborted()
      const { again, refusal, after = 0 } = judge(error)
      if (!again || tried === attempts) return refusal
      await pause(Math.min(most, Math.max(after, first * 2 ** (tried - 1))), undefined, { signal })
    }
  }
}
