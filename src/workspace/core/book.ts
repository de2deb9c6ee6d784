import type * as z from 'zod'
import type { DocumentEvent, Entry, Event } from '../../model/event.ts'
import type { ChainHead } from '../../model/head.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import { atOnce, type Steps } from '../../model/steps.ts'
import { DamagedJournal, type Journal } from '../../ports/journal.ts'
import { type Clock, type Digest, inSlices, type Pause } from '../../ports/world.ts'
import { chainStart, chainSteps, verifyChain } from '../../review/chain.ts'
import { writtenAt } from '../../review/clock.ts'
import { headFaults } from '../../review/heads.ts'
import { readEntries } from './read-entries.ts'
import type { Turns } from './turns.ts'

/** A journal as this process knows it: its entries and what they fold to. */
export interface Page<S, E extends Event = DocumentEvent> {
  readonly state: S
  readonly last: Entry<E> | undefined
  /** What is wrong with the journal: it is folded as far as that goes, and takes no entries. */
  readonly damage: DamagedJournal | null
  /** The entries up to this page, listed when first asked for: most readers need the state alone. */
  entries(): readonly Entry<E>[]
}

/**
 * One journal with its fold in memory: read once, then advanced by what is appended. Entries of another writer are
 * picked up when an append meets them.
 */
export interface Book<S, E extends Event = DocumentEvent> {
  read(): Promise<Page<S, E>>
  /** What is known without asking the store; nothing before the first read. */
  peek(): Page<S, E> | undefined
  /**
   * Appends what `decide` makes of the present page, and gives the entries. Decided anew when the journal has grown
   * elsewhere meanwhile; writers of this process wait for one another.
   */
  write(
    by: string,
    decide: (page: Page<S, E>) => readonly E[] | Refusal | Promise<readonly E[] | Refusal>,
  ): Promise<readonly Entry<E>[] | Refusal>
}

/** How often a decision is repeated on the grown journal before the write fails. */
const mostTries = 50

export function openBook<S, E extends Event>(
  world: { readonly journals: Journal; readonly clock: Clock; readonly digest: Digest; readonly pause: Pause },
  turns: Turns,
  {
    name,
    event,
    whole = false,
    recorded = async () => undefined,
    known = async () => undefined,
    fold,
    grown,
  }: {
    readonly name: string
    /** What its events look like. */
    readonly event: z.ZodType<E>
    /** Whether a damaged journal is thrown, or folded as far as that goes. */
    readonly whole?: boolean
    /** The head that was recorded of it last. A journal that does not hold to it takes no entries. */
    readonly recorded?: () => Promise<ChainHead | undefined>
    /** The newest time that other journals know of. */
    readonly known?: () => Promise<string | undefined>
    /** The state after `added`. */
    readonly fold: (before: S | undefined, added: readonly Entry<E>[]) => Steps<S>
    readonly grown: (added: readonly Entry<E>[], before: S, after: S) => void
  },
): Book<S, E> {
  /** The entries of the present page. It only grows, so that an append costs what it adds. */
  const written: Entry<E>[] = []
  let page: Page<S, E> | undefined
  let loading: Promise<Page<S, E>> | undefined
  let damage: DamagedJournal | null = null

  function read(): Promise<Page<S, E>> {
    if (page) return Promise.resolve(page)
    loading ??= load().finally(() => {
      loading = undefined
    })
    return loading
  }

  async function load(): Promise<Page<S, E>> {
    const head = await recorded()
    const entries = await world.journals.read(name, 0)
    page ??= loaded(entries, head)
    return page
  }

  /** Altered entries may not fold. The error then names the altered entry instead of the place where the fold failed. */
  function loaded(stored: readonly Entry[], head: ChainHead | undefined): Page<S, E> {
    const damaged = damageIn(name, stored, head, world.digest)
    if (damaged && whole) throw damaged
    damage = damaged
    try {
      const entries = readEntries(name, stored, event)
      return pageAfter(atOnce(fold(undefined, entries)), entries)
    } catch (fault) {
      throw damaged ?? fault
    }
  }

  async function take(before: Page<S, E>, added: readonly Entry<E>[]): Promise<Page<S, E>> {
    if (added.length === 0) return before
    // Nothing is added where the fold throws.
    const state = await inSlices(fold(before.state, added), world.pause)
    const after = pageAfter(state, added)
    page = after
    grown(added, before.state, after.state)
    return after
  }

  function pageAfter(state: S, added: readonly Entry<E>[]): Page<S, E> {
    for (const entry of added) written.push(entry)
    const { length } = written
    let listed: readonly Entry<E>[] | undefined
    return {
      state,
      last: written.at(-1),
      damage,
      entries() {
        listed ??= written.slice(0, length)
        return listed
      },
    }
  }

  return {
    read,
    peek: () => page,
    write: (by, decide) =>
      turns.take(name, async () => {
        let present = await read()
        for (let tries = 0; tries < mostTries; tries++) {
          const events = await decide(present)
          if (isRefusal(events)) return events
          if (events.length === 0) return []
          if (damage) throw damage
          const { digest } = world
          const linking = { ...writtenAt(world.clock(), present.last, await known()), by, digest }
          const added = await inSlices(chainSteps(present.last ?? chainStart, events, linking), world.pause)
          if ((await world.journals.append(name, added)) === 'appended') {
            await take(present, added)
            return added
          }
          const others = await world.journals.read(name, present.last?.sequence ?? 0)
          present = await take(present, readEntries(name, others, event))
        }
        return refuse('journal-conflict')
      }),
  }
}

/** What the chain of a journal shows of itself, and what the head that was recorded of it shows. */
function damageIn(
  name: string,
  stored: readonly Entry[],
  head: ChainHead | undefined,
  digest: Digest,
): DamagedJournal | null {
  const verdict = verifyChain(stored, digest)
  if (verdict.type === 'broken') return new DamagedJournal(name, verdict.sequence)
  if (head === undefined) return null
  const recorded = [{ ...head, witness: { type: 'record', entry: 0 } as const }]
  const [fault] = headFaults(new Map([[name, { entries: stored, verdict }]]), recorded)
  if (fault === undefined) return null
  return fault.reason === 'missing'
    ? new DamagedJournal(name, fault.entry, { type: 'missing', until: fault.to })
    : new DamagedJournal(name, fault.to)
}

/** A fold of entries that are small and few, all of them in one step. */
export function inOneStep<S, E extends Event>(
  fold: (before: S | undefined, added: readonly Entry<E>[]) => S,
): (before: S | undefined, added: readonly Entry<E>[]) => Steps<S> {
  // biome-ignore lint/correctness/useYield: one step, after which there is none
  return function* (before, added) {
    return fold(before, added)
  }
}
