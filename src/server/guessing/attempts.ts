import { createHash } from 'node:crypto'
import type { Store } from 'express-rate-limit'
import * as z from 'zod'
import type { Catalogue } from '../../ports/catalogue.ts'

interface Count {
  tries: number
  /** When the count begins anew, in milliseconds since 1970. */
  until: number
}

const storedCounts = z.record(z.string(), z.object({ tries: z.int().min(0), until: z.number() }))

/** How many counts are kept; beyond, those go first that would end first. */
const mostCounts = 10_000

/** Counts of tries, kept in the catalogue, so that a restart clears none. Keys are kept as hashes. */
export interface Attempts {
  /** Counts of one kind, for one limit. */
  store(kind: string): Store
  /** Waits until all counts are written. */
  written(): Promise<void>
}

export function createAttempts(catalogue: Catalogue, now: () => number, report: (fault: unknown) => void): Attempts {
  let counts: Promise<Map<string, Count>> | undefined
  let writing: Promise<void> | null = null
  let isBehind = false

  function read(): Promise<Map<string, Count>> {
    counts ??= catalogue.get('attempts').then((stored) => {
      const parsed = storedCounts.safeParse(stored ?? {})
      return new Map(Object.entries(parsed.success ? parsed.data : {}))
    })
    return counts
  }

  /** Nobody waits for the disk: where it is full, one can sign in all the same. Changes meanwhile are written next. */
  function write(): void {
    isBehind = true
    writing ??= writeAll()
  }

  async function writeAll(): Promise<void> {
    try {
      while (isBehind) {
        const all = await read()
        isBehind = false
        await catalogue.set('attempts', Object.fromEntries(all))
      }
    } catch (fault) {
      report(fault)
    } finally {
      writing = null
    }
  }

  function trim(all: Map<string, Count>): void {
    for (const [key, { tries, until }] of all) if (until <= now() || tries === 0) all.delete(key)
    if (all.size <= mostCounts) return
    const first = [...all].sort(([, a], [, b]) => a.until - b.until).slice(0, all.size - mostCounts)
    for (const [key] of first) all.delete(key)
  }

  return {
    store(kind) {
      let windowMs = 0
      const nameOf = (key: string) => createHash('sha256').update(`${kind}\n${key}`).digest('base64url').slice(0, 22)
      return {
        init(options) {
          windowMs = options.windowMs
        },
        async increment(key) {
          const all = await read()
          const name = nameOf(key)
          const present = all.get(name)
          const count = present !== undefined && present.until > now() ? present : { tries: 0, until: now() + windowMs }
          count.tries += 1
          all.set(name, count)
          trim(all)
          write()
          return { totalHits: count.tries, resetTime: new Date(count.until) }
        },
        async decrement(key) {
          const count = (await read()).get(nameOf(key))
          if (count === undefined) return
          count.tries = Math.max(0, count.tries - 1)
          write()
        },
        async resetKey(key) {
          ;(await read()).delete(nameOf(key))
          write()
        },
      }
    },
    written: async () => {
      await writing
    },
  }
}
