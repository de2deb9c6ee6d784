import type { Entry } from '../model/event.ts'

/**
 * What is wrong with a journal. `altered`: an entry was changed from outside, or entries are missing. `malformed`: an
 * entry is as it was written and is no event. `newer`: it is an event that a newer version of the programme wrote.
 */
export type Damage =
  | { readonly type: 'altered' }
  | { readonly type: 'malformed'; readonly member: string }
  | { readonly type: 'newer' }

/** Thrown for a journal that does not hold or cannot be read; `entry` is the first such. The journal stays as it is. */
export class DamagedJournal extends Error {
  readonly journal: string
  readonly entry: number
  readonly damage: Damage

  constructor(journal: string, entry: number, damage: Damage = { type: 'altered' }) {
    super(`journal ${journal}, entry ${entry}: ${wordsOf(damage)}`)
    this.journal = journal
    this.entry = entry
    this.damage = damage
  }
}

function wordsOf(damage: Damage): string {
  switch (damage.type) {
    case 'altered':
      return 'does not hold; the journal is damaged'
    case 'malformed':
      return `${damage.member} is not what an event has there; the journal is damaged`
    case 'newer':
      return 'was written by a newer version of the programme'
  }
}

/**
 * An append-only store of hash-chained entries, one journal a name (`document/d1`, `termbase`, `people`).
 * What `append` has answered `'appended'` for survives a crash of process and machine.
 */
export interface Journal {
  /** The entries after sequence number `after` (0 for all), in order. An unknown name is an empty journal. */
  read(name: string, after: number): Promise<readonly Entry[]>
  /**
   * Adds entries whose first continues the chain as it now is. `'conflict'`: the journal has grown since; nothing
   * was written. Throws when the store could not write, and `DamagedJournal` where it knows that what is there does not
   * hold; then, too, nothing is kept. A crash before the answer may
   * leave the first entries of a batch and not the rest: each has to make sense without those after it.
   */
  append(name: string, entries: readonly Entry[]): Promise<'appended' | 'conflict'>
  /** Names of all journals that begin with `prefix`, sorted. */
  names(prefix: string): Promise<readonly string[]>
}
