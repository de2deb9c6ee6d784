import type { Entry } from '../model/event.ts'

/**
 * How far apart clocks may be, in milliseconds, without a word: those of two servers on one store, or one that was put
 * right. NTP keeps them within a second.
 */
const tolerance = 60_000

/** When an entry is written, as it says: `at`, and what the clock said where that cannot be right. */
export interface WrittenAt {
  readonly at: string
  readonly clock?: string
}

/**
 * The time of an entry, UTC, ISO 8601. In a chain it never runs backwards: a clock behind the last entry gives the time
 * of that. A clock that is behind by more than servers differ is recorded beside it; `known` is the newest time that the
 * workspace knows of, which a new chain does not show.
 */
export function writtenAt(now: string, last: Pick<Entry, 'at'> | undefined, known: string | undefined): WrittenAt {
  const at = notBefore(now, last)
  const newest = known !== undefined && known > at ? known : at
  return isBehind(now, newest) ? { at, clock: now } : { at }
}

/** An instant, but never before the last entry. */
export function notBefore(now: string, last: Pick<Entry, 'at'> | undefined): string {
  return last !== undefined && last.at > now ? last.at : now
}

/** Whether a clock is behind an instant by more than clocks differ. */
export function isBehind(now: string, than: string): boolean {
  return Date.parse(than) - Date.parse(now) > tolerance
}

/**
 * Entries whose times are in doubt, the neighbours among them in one. `behind`: the clock was behind, and said `clock`
 * where `at` is written. `backwards`: the time is before that of the entry before, as versions wrote it that did not see to
 * it. Neither says that the ledger was altered.
 */
export interface ClockNote {
  readonly journal: string
  readonly reason: 'behind' | 'backwards'
  readonly entry: number
  readonly to: number
  readonly at: string
  readonly clock: string
}

export function clockNotes(journal: string, entries: readonly Entry[]): readonly ClockNote[] {
  const notes: ClockNote[] = []
  for (const [index, entry] of entries.entries()) {
    const note = noteOf(journal, entry, entries[index - 1])
    const before = notes.at(-1)
    if (note === null) continue
    if (before?.reason === note.reason && before.to === note.entry - 1)
      notes[notes.length - 1] = { ...before, to: note.to }
    else notes.push(note)
  }
  return notes
}

function noteOf(journal: string, { sequence, at, clock }: Entry, before: Entry | undefined): ClockNote | null {
  const place = { journal, entry: sequence, to: sequence }
  if (clock !== undefined) return { ...place, reason: 'behind', at, clock }
  return before !== undefined && isBehind(at, before.at)
    ? { ...place, reason: 'backwards', at: before.at, clock: at }
    : null
}
