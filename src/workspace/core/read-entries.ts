import type * as z from 'zod'
import type { Entry, Event } from '../../model/event.ts'
import { type Damage, DamagedJournal } from '../../ports/journal.ts'
import { misfitOf } from '../../schemas/misfit.ts'

/**
 * Entries as a journal has them, each with an event of this kind. The entries are the very ones that were stored: their
 * hashes cover members that the schema does not know. Throws `DamagedJournal` for the first that is no such event.
 */
export function readEntries<E extends Event>(
  journal: string,
  entries: readonly Entry[],
  event: z.ZodType<E>,
): readonly Entry<E>[] {
  for (const entry of entries) {
    const damage = damageOf(entry.event, event)
    if (damage) throw new DamagedJournal(journal, entry.sequence, damage)
  }
  // The schema has held for every event.
  return entries as readonly Entry<E>[]
}

/** Why this is no event of a kind; null where it is one. An unknown kind or version is a newer programme's. */
export function damageOf(event: unknown, schema: z.ZodType): Exclude<Damage, { readonly type: 'altered' }> | null {
  const misfit = misfitOf(schema, event)
  if (misfit === null) return null
  if (misfit.member === 'type' || misfit.member === 'v') return { type: 'newer' }
  return { type: 'malformed', member: ['event', misfit.member].filter((part) => part !== '').join('.') }
}
