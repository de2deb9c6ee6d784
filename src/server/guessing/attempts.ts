import { createHash } from 'node:crypto'
import type { Store } from 'express-rate-limit'
import * as z from 'zod'
import type { Catalogue } from '../../ports/catalogue.ts'
import type { Coordination } from '../../ports/coordination.ts'

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

export interface AttemptDoors {
  readonly catalogue: Catalogue
  readonly coordination: Coordination
  readonly now: () => number
}

const name = 'attempts'

/** Each change is made on what all servers have counted so far. */
export function createAttempts(
  { catalogue, coordination, now }: AttemptDoors,
  report: (fault: unknown) => void,
): Attempts {
  /** What the catalogue does not take: where the disk is full, one can sign in all the same. */
  let unwritten: Map<string, Count> | null = null
  let last: Promise<unknown> = Promise.resolve()

  async function read(): Promise<Map<string, Count>> {
    const parsed = storedCounts.safeParse((await catalogue.get(name)) ?? {})
    return new Map(Object.entries(parsed.success ? parsed.data : {}))
  }

  function change<T>(act: (all: Map<string, Count>) => T): Promise<T> {
    const mine = coordination.take(name, async () => {
      const all = unwritten ?? (await read())
      const result = act(all)
      trim(all)
      try {
        await catalogue.set(name, Object.fromEntries(all))
        unwritten = null
      } catch (fault) {
        unwritten = all
        report(fault)
      }
      return result
    })
    last = mine.catch(() => undefined)
    return mine
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
        increment: (key) =>
          change((all) => {
            const present = all.get(nameOf(key))
            const isOpen = present !== undefined && present.until > now()
            const count = isOpen ? { ...present, tries: present.tries + 1 } : { tries: 1, until: now() + windowMs }
            all.set(nameOf(key), count)
            return { totalHits: count.tries, resetTime: new Date(count.until) }
          }),
        decrement: (key) =>
          change((all) => {
            const count = all.get(nameOf(key))
            if (count !== undefined) all.set(nameOf(key), { ...count, tries: Math.max(0, count.tries - 1) })
          }),
        resetKey: (key) => change((all) => void all.delete(nameOf(key))),
      }
    },
    written: async () => {
      await last
    },
  }
}
