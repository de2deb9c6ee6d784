import { randomUUID } from 'node:crypto'
import type { Catalogue } from '../../ports/catalogue.ts'
import type { Coordination } from '../../ports/coordination.ts'
import type { Journal } from '../../ports/journal.ts'
import { openPostgresCatalogue } from './catalogue.ts'
import { openPostgresCoordination } from './coordination.ts'
import { openDatabase } from './database.ts'
import { InUse } from './faults.ts'
import { openPostgresJournal, type PostgresJournalOptions } from './journal.ts'

/** The stores of one server of a workspace. */
export interface PostgresStores {
  readonly journals: Journal
  readonly settings: Catalogue
  readonly coordination: Coordination
  /** Puts the tables aside, under another name in the same database, which it gives. Nobody else may have them open. */
  putAside(): Promise<string>
  close(): Promise<void>
}

/**
 * Opens the stores of one more server, or those of a workspace that nobody else may have open meanwhile; null where that
 * cannot be. Throws `StoreUnavailable`, and
 * `NewerTables`.
 */
export async function openPostgresStores(
  url: string,
  { how = 'shared', ...options }: Omit<PostgresJournalOptions, 'server'> & { readonly how?: 'shared' | 'alone' },
): Promise<PostgresStores | null> {
  const database = await openDatabase(url)
  const server = randomUUID()
  try {
    const coordination = await openPostgresCoordination(database, server, how)
    return {
      journals: openPostgresJournal(database, { ...options, server }),
      settings: openPostgresCatalogue(database, server),
      coordination,
      async putAside() {
        // Digits alone.
        const name = `duizhao_${new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)}`
        await database.run({ text: `alter schema duizhao rename to ${name}`, values: [] })
        return name
      },
      async close() {
        await coordination.close()
        await database.close()
      },
    }
  } catch (error) {
    await database.close()
    if (error instanceof InUse) return null
    throw error
  }
}
