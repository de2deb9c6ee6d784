import type { Entry } from '../model/event.ts'

/**
 * What is wrong with a journal. `altered`: an entry was changed after it was written, or one is missing in between.
 * `malformed`: an unchanged entry is not an event. `newer`: a newer version of the programme wrote the event. `missing`:
 * entries up to `until` were recorded, and the journal ends before.
 */
export type Damage =
  | { readonly type: 'altered' }
  | { readonly type: 'malformed'; readonly member: string }
  | { readonly type: 'newer' }
  | { readonly type: 'missing'; readonly until: number }

/** Thrown for a journal whose entries fail verification or cannot be read; `entry` is the first of them. The journal is not changed. */
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
    case 'missing':
      return `is missing, and so is what followed up to entry ${damage.until}`
  }
}

/**
 * An append-only store of hash-chained entries, with one journal per name (`document/d1`, `termbase`, `people`).
 * Entries for which `append` answered `'appended'` survive a crash of the process and of the machine.
 */
export interface Journal {
  /**
   * The entries after sequence number `after` (0 for all), in order; at most `most` of them where that is given. An
   * unknown name is an empty journal.
   */
  read(name: string, after: number, most?: number): Promise<readonly Entry[]>
  /**
   * Adds entries; the first continues the chain as it is now. `'conflict'`: the journal has grown since, and nothing was
   * written. Throws if the store could not write, and `DamagedJournal` if the entries in the store fail verification; it
   * stores nothing then either. A crash before the answer may leave the first entries of a batch without the rest, so
   * each entry has to make sense without those after it.
   */
  append(name: string, entries: readonly Entry[]): Promise<'appended' | 'conflict'>
  /**
   * Removes the entries before the one with sequence number `first`, which holds all that they came to (`beginsAnew` in
   * `review/chain`): the journal begins with it from then on. Throws a `RangeError` for an entry that does not, or is not
   * there. A crash leaves the journal whole or shortened.
   */
  shorten(name: string, first: number): Promise<void>
  /** Names of all journals that begin with `prefix`, sorted. */
  names(prefix: string): Promise<readonly string[]>
  /**
   * A mark of each journal whose name begins with `prefix`, which is another one after an append: what the store can tell
   * of thousands of journals without reading them. One that is being appended to may be missing.
   */
  marks(prefix: string): Promise<ReadonlyMap<string, JournalMark>>
}

export interface JournalMark {
  /** Means nothing outside the store. Entries that were altered in place may leave it as it is. */
  readonly mark: string
  /** How many entries the journal has, where the store knows. */
  readonly length: number | null
}
