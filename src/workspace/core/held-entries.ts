import type { Entry, Event } from '../../model/event.ts'

/** Entries of a journal in memory. They only become more. */
export interface HeldEntries<E extends Event> {
  /** Costs no more for many entries than for few: a long list is held as it is, and must not change afterwards. */
  add(added: readonly Entry<E>[]): void
  /** How many there are. */
  count(): number
  /** The first `count` of them, those whose sequence number is above `after`. */
  first(count: number, after: number): readonly Entry<E>[]
}

/** A list up to this length is copied, so that the many short ones of a journal do not each remain a list. */
const mostCopied = 256

export function holdEntries<E extends Event>(): HeldEntries<E> {
  const lists: (readonly Entry<E>[])[] = []
  let open: Entry<E>[] = []
  let count = 0

  function openList(): Entry<E>[] {
    if (lists.at(-1) !== open) lists.push(open)
    return open
  }

  return {
    add(added) {
      count += added.length
      if (added.length <= mostCopied) {
        openList().push(...added)
        return
      }
      lists.push(added)
      open = []
    },
    count: () => count,
    first(most, after) {
      const found: Entry<E>[] = []
      let seen = 0
      for (const list of lists) {
        const taken = Math.min(list.length, most - seen)
        for (let at = 0; at < taken; at++) {
          const entry = list[at]
          if (entry !== undefined && entry.sequence > after) found.push(entry)
        }
        seen += taken
        if (seen === most) break
      }
      return found
    },
  }
}
