import type { Entry, Event } from '../../model/event.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import { DamagedJournal, type Journal } from '../../ports/journal.ts'
import { type Clock, type Digest, inSlices, type Pause } from '../../ports/world.ts'
import { chainStart, chainSteps, verifyChain } from '../../review/chain.ts'
import type { Turns } from './turns.ts'

/** A journal as this process knows it: its entries and what they fold to. */
export interface Page<S> {
  readonly entries: readonly Entry[]
  readonly state: S
}

/**
 * One journal with its fold in memory: read once, then advanced by what is appended. Entries of another writer are
 * picked up when an append meets them.
 */
export interface Book<S> {
  read(): Promise<Page<S>>
  /** What is known without asking the store; nothing before the first read. */
  peek(): Page<S> | undefined
  /**
   * Appends what `decide` makes of the present page, and gives the entries. Decided anew when the journal has grown
   * elsewhere meanwhile; writers of this process wait for one another.
   */
  write(
    by: string,
    decide: (page: Page<S>) => readonly Event[] | Refusal | Promise<readonly Event[] | Refusal>,
  ): Promise<readonly Entry[] | Refusal>
}

/** How often a decision is made anew before the writer is told that the journal does not hold still. */
const mostTries = 50

export function openBook<S>(
  world: { readonly journals: Journal; readonly clock: Clock; readonly digest: Digest; readonly pause: Pause },
  turns: Turns,
  {
    name,
    whole = false,
    fold,
    grown,
  }: {
    readonly name: string
    /** Whether a damaged journal is thrown, or folded as far as that goes. */
    readonly whole?: boolean
    /** The state after `added`; `before` and `entries` are those up to it. */
    readonly fold: (before: S | undefined, added: readonly Entry[], all: readonly Entry[]) => S
    readonly grown: (added: readonly Entry[], before: S, after: S) => void
  },
): Book<S> {
  let page: Page<S> | undefined
  let loading: Promise<Page<S>> | undefined

  function read(): Promise<Page<S>> {
    if (page) return Promise.resolve(page)
    loading ??= world.journals
      .read(name, 0)
      .then((entries) => {
        page ??= { entries, state: folded(entries) }
        return page
      })
      .finally(() => {
        loading = undefined
      })
    return loading
  }

  /** Entries that were altered may not fold: then that is what is told, and not where the fold stumbled over it. */
  function folded(entries: readonly Entry[]): S {
    const verdict = verifyChain(entries, world.digest)
    const damaged = verdict.type === 'broken' ? new DamagedJournal(name, verdict.sequence) : null
    if (damaged && whole) throw damaged
    try {
      return fold(undefined, entries, entries)
    } catch (fault) {
      throw damaged ?? fault
    }
  }

  function take(before: Page<S>, added: readonly Entry[]): Page<S> {
    if (added.length === 0) return before
    const entries = [...before.entries, ...added]
    const after = { entries, state: fold(before.state, added, entries) }
    page = after
    grown(added, before.state, after.state)
    return after
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
          const { digest } = world
          const linking = { at: world.clock(), by, digest }
          const added = await inSlices(chainSteps(present.entries.at(-1) ?? chainStart, events, linking), world.pause)
          if ((await world.journals.append(name, added)) === 'appended') {
            take(present, added)
            return added
          }
          present = take(present, await world.journals.read(name, present.entries.length))
        }
        return refuse('journal-conflict')
      }),
  }
}
