import type * as z from 'zod'
import type { Entry, Event } from '../../model/event.ts'
import { type Damage, DamagedJournal } from '../../ports/journal.ts'
import { misfitOf } from '../../schemas/misfit.ts'

/**
 * The entries of a journal, each with an event of this kind. Gives the stored objects themselves, since their hashes
 * cover members that the schema does not know. Throws `DamagedJournal` for the first entry whose event does not match.
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
  // biome-ignore lint/plugin/no-cast: the schema has accepted every event
  return entries as readonly Entry<E>[]
}

/** The damage of an event that does not match the schema; null if it does. A newer version writes unknown kinds. */
export function damageOf(
  event: unknown,
  schema: z.ZodType,
): Exclude<Damage, { readonly type: 'altered' | 'missing' }> | null {
  const misfit = misfitOf(schema, event)
  if (misfit === null) return null
  if (misfit.member === 'type' || misfit.member === 'v') return { type: 'newer' }
  return { type: 'malformed', member: ['event', misfit.member].filter((part) => part !== '').join('.') }
}
