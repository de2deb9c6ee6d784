import type * as z from 'zod'
import type { Entry, Event } from '../../model/event.ts'
import type { ChainHead } from '../../model/head.ts'
import type { Steps } from '../../model/steps.ts'
import type { ChainEnd } from '../../review/chain.ts'

/** What a book is of. */
export interface BookOptions<S, E extends Event> {
  readonly name: string
  /** What its events look like. */
  readonly event: z.ZodType<E>
  /**
   * `state`: the entries stay in the store, and a damaged journal is thrown. `entries`: they are in memory, and a damaged
   * journal is folded as far as that goes. `fold`: they stay in the store, and a damaged journal is folded all the same.
   */
  readonly holds: 'state' | 'entries' | 'fold'
  /** Entries that are read at once, where they are large. */
  readonly together?: number
  /** The head that was recorded of it last. A journal that does not hold to it takes no entries. */
  readonly recorded?: () => Promise<ChainHead | undefined>
  /** What its first entries folded to when they were read before. It is never trusted over the journal. */
  readonly folded?: () => Promise<(ChainEnd & { readonly state: S }) | null>
  /** Told when the journal was read. */
  readonly loaded?: (state: S) => void
  /** The newest time that other journals know of. */
  readonly known?: () => Promise<string | undefined>
  /** The state after `added`. */
  readonly fold: (before: S | undefined, added: readonly Entry<E>[]) => Steps<S>
  readonly grown: (added: readonly Entry<E>[], before: S, after: S) => void
}
