import type * as z from 'zod'
import type { Entry, Event } from '../../model/event.ts'
import { atOnce, type Steps } from '../../model/steps.ts'
import { type Damage, DamagedJournal } from '../../ports/journal.ts'
import { type Misfit, misfitOf, misfitSteps } from '../../schemas/misfit.ts'

/**
 * The entries of a journal, each with an event of this kind. Gives the stored objects themselves, since their hashes
 * cover members that the schema does not know. Throws `DamagedJournal` for the first entry whose event does not match.
 */
export function readEntries<E extends Event>(
  journal: string,
  entries: readonly Entry[],
  event: z.ZodType<E>,
): readonly Entry<E>[] {
  return atOnce(readEntriesSteps(journal, entries, event))
}

/** The same step by step, for entries of which some may be large. */
export function* readEntriesSteps<E extends Event>(
  journal: string,
  entries: readonly Entry[],
  event: z.ZodType<E>,
): Steps<readonly Entry<E>[]> {
  for (const entry of entries) {
    yield
    const damage = damageBy(yield* misfitSteps(event, entry.event))
    if (damage) throw new DamagedJournal(journal, entry.sequence, damage)
  }
  yield
  // biome-ignore lint/plugin/no-cast: the schema has accepted every event
  return entries as readonly Entry<E>[]
}

/** The damage of an event that does not match the schema; null if it does. A newer version writes unknown kinds. */
export function damageOf(event: unknown, schema: z.ZodType): MisfitDamage | null {
  return damageBy(misfitOf(schema, event))
}

type MisfitDamage = Exclude<Damage, { readonly type: 'altered' | 'missing' }>

function damageBy(misfit: Misfit | null): MisfitDamage | null {
  if (misfit === null) return null
  if (misfit.member === 'type' || misfit.member === 'v') return { type: 'newer' }
  return { type: 'malformed', member: ['event', misfit.member].filter((part) => part !== '').join('.') }
}
