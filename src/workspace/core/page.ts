import type { DocumentEvent, Entry, Event } from '../../model/event.ts'
import type { DamagedJournal } from '../../ports/journal.ts'

/** A journal as this process knows it: its entries and what they fold to. */
export interface Page<S, E extends Event = DocumentEvent> {
  readonly state: S
  readonly last: Entry<E> | undefined
  /** What is wrong with the journal: it is folded as far as that goes, and takes no entries. */
  readonly damage: DamagedJournal | null
  /** The entries up to this page, listed when first asked for: most readers need the state alone. */
  entries(): readonly Entry<E>[]
}

/** A page of the entries `before` and of those that `list` holds now: it may grow later. */
export function pageOf<S, E extends Event>(
  state: S,
  list: readonly Entry<E>[],
  damage: DamagedJournal | null,
  before: () => readonly Entry<E>[] = () => [],
): Page<S, E> {
  const { length } = list
  let listed: readonly Entry<E>[] | undefined
  return {
    state,
    last: list.at(-1),
    damage,
    entries() {
      listed ??= [...before(), ...list.slice(0, length)]
      return listed
    },
  }
}
