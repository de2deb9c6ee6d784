import type { Entry } from '../model/event.ts'

/** Thrown for a journal that was altered from outside or lost entries; `entry` is the first that does not hold. */
export class DamagedJournal extends Error {
  readonly journal: string
  readonly entry: number

  constructor(journal: string, entry: number) {
    super(`journal ${journal} is damaged: entry ${entry} does not hold`)
    this.journal = journal
    this.entry = entry
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
