import type * as z from 'zod'
import type { DocumentEvent, Entry, Event } from '../../model/event.ts'
import type { ChainHead } from '../../model/head.ts'
import type { Refusal } from '../../model/refusal.ts'
import { atOnce, type Steps } from '../../model/steps.ts'
import { DamagedJournal, type Journal } from '../../ports/journal.ts'
import { type Clock, type Digest, inSlices, type Pause } from '../../ports/world.ts'
import { verifyChain } from '../../review/chain.ts'
import { headFaults } from '../../review/heads.ts'
import { type Decide, groupCommit } from './group-commit.ts'
import { type Page, pageOf } from './page.ts'
import { readEntries } from './read-entries.ts'

/**
 * One journal with its fold in memory: read once, then advanced by what is appended. Entries of another writer are
 * picked up when an append meets them.
 */
export interface Book<S, E extends Event = DocumentEvent> {
  read(): Promise<Page<S, E>>
  /** What is known without asking the store; nothing before the first read. */
  peek(): Page<S, E> | undefined
  /**
   * Appends what `decide` makes of the present page, and gives the entries once the store has them. Writers of this
   * process wait for one another: each decides on what those before it decided, and those who wait together share one
   * append. Decided anew when the journal has grown elsewhere meanwhile.
   */
  write(by: string, decide: Decide<S, E>): Promise<readonly Entry<E>[] | Refusal>
}

export function openBook<S, E extends Event>(
  world: { readonly journals: Journal; readonly clock: Clock; readonly digest: Digest; readonly pause: Pause },
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

  /** The page after what others have appended since. */
  async function catchUp(before: Page<S, E>): Promise<Page<S, E>> {
    const others = readEntries(name, await world.journals.read(name, before.last?.sequence ?? 0), event)
    if (others.length === 0) return before
    // Nothing is added where the fold throws.
    const state = await inSlices(fold(before.state, others), world.pause)
    return turnTo(before, state, others)
  }

  function turnTo(before: Page<S, E>, state: S, added: readonly Entry<E>[]): Page<S, E> {
    const after = pageAfter(state, added)
    page = after
    grown(added, before.state, after.state)
    return after
  }

  function pageAfter(state: S, added: readonly Entry<E>[]): Page<S, E> {
    for (const entry of added) written.push(entry)
    return pageOf(state, written, damage)
  }

  const append = (added: readonly Entry<E>[]) => world.journals.append(name, added)
  const write = groupCommit<S, E>({ world, known, fold, read, append, turnTo, catchUp })
  return { read, peek: () => page, write }
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
