import type { DocumentEvent, Entry, Event } from '../../model/event.ts'
import type { Refusal } from '../../model/refusal.ts'
import type { Steps } from '../../model/steps.ts'
import type { Coordination } from '../../ports/coordination.ts'
import type { DamagedJournal, Journal } from '../../ports/journal.ts'
import { type Clock, type Digest, inSlices, type Pause } from '../../ports/world.ts'
import type { BookOptions } from './book-options.ts'
import { type Decide, groupCommit } from './group-commit.ts'
import { holdEntries } from './held-entries.ts'
import { loadJournal } from './load-journal.ts'
import type { Page } from './page.ts'
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
  /** Takes up what other servers have appended, up to `until` at least, unless it is known. */
  follow(until: number): Promise<void>
}

interface BookWorld {
  readonly journals: Journal
  readonly clock: Clock
  readonly digest: Digest
  readonly pause: Pause
  /** None where nobody else can write. */
  readonly coordination?: Pick<Coordination, 'shared'>
}

export function openBook<S, E extends Event>(world: BookWorld, options: BookOptions<S, E>): Book<S, E> {
  const { name, event, holds, known = async () => undefined, fold, grown } = options
  /** The entries of the present page, where they are held. */
  const written = holdEntries<E>()
  let page: Page<S, E> | undefined
  let loading: Promise<Page<S, E>> | undefined

  function read(): Promise<Page<S, E>> {
    if (page) return Promise.resolve(page)
    loading ??= load().finally(() => {
      loading = undefined
    })
    return loading
  }

  async function load(): Promise<Page<S, E>> {
    const { state, last, damage, entries } = await loadJournal(world, options)
    if (page) return page
    if (holds === 'entries') written.add(entries)
    page = turned(state, last, damage)
    options.loaded?.(state)
    return page
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
    if (holds === 'entries') written.add(added)
    const after = turned(state, added.at(-1), before.damage)
    page = after
    grown(added, before.state, after.state)
    return after
  }

  function turned(state: S, last: Entry<E> | undefined, damage: DamagedJournal | null): Page<S, E> {
    const length = last?.sequence ?? 0
    const count = written.count()
    return {
      state,
      last,
      damage,
      entries: async (after = 0, most = Infinity) =>
        holds === 'entries'
          ? written.first(count, after).slice(0, most)
          : // biome-ignore lint/plugin/no-cast: the schema accepted every event when they were read or written
            ((await world.journals.read(name, after, Math.min(length - after, most))) as readonly Entry<E>[]),
    }
  }

  const append = (added: readonly Entry<E>[]) => world.journals.append(name, added)
  const fresh = async (before: Page<S, E>) => (world.coordination?.shared ? catchUp(before) : before)
  const { write, follow } = groupCommit<S, E>({ world, known, fold, read, append, turnTo, catchUp, fresh })
  return { read, peek: () => page, write, follow }
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
