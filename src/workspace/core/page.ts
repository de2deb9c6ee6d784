import type { DocumentEvent, Entry, Event } from '../../model/event.ts'
import type { DamagedJournal } from '../../ports/journal.ts'

/** A journal as this process knows it: its entries and what they fold to. */
export interface Page<S, E extends Event = DocumentEvent> {
  readonly state: S
  readonly last: Entry<E> | undefined
  /** What is wrong with the journal: it is folded as far as that goes, and takes no entries. */
  readonly damage: DamagedJournal | null
  /**
   * The entries up to this page, after sequence number `after` where it is given, and no more than `most` of them. Most
   * readers need the state alone.
   */
  entries(after?: number, most?: number): Promise<readonly Entry<E>[]>
}

/** A page after `before`, to which `list` was added as it is now: it may grow later. */
export function pageAfter<S, E extends Event>(state: S, before: Page<S, E>, list: readonly Entry<E>[]): Page<S, E> {
  const { length } = list
  return {
    state,
    last: list.at(-1) ?? before.last,
    damage: before.damage,
    async entries(after = 0, most = Infinity) {
      const added = list.slice(0, length).filter(({ sequence }) => sequence > after)
      return [...(await before.entries(after, most)), ...added].slice(0, most)
    },
  }
}
