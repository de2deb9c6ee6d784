import { randomUUID } from 'node:crypto'
import { after } from 'node:test'
import type { Catalogue } from '../../../ports/catalogue.ts'
import type { Journal } from '../../../ports/journal.ts'
import { sha256 } from '../../conformance.ts'
import { openPostgresCatalogue } from '../catalogue.ts'
import { openPostgresCoordination, type PostgresCoordination } from '../coordination.ts'
import { type Database, openDatabase } from '../database.ts'
import { openPostgresJournal } from '../journal.ts'
import type { RowDamage } from '../rows.ts'

/** The stores of one server on a database of tests. */
export interface TestStores {
  readonly database: Database
  readonly journal: Journal
  readonly catalogue: Catalogue
  readonly damage: readonly { readonly name: string; readonly damage: readonly RowDamage[] }[]
  /** Joins the servers of the database. */
  join(): Promise<PostgresCoordination>
}

/** Opens the stores of one more server; they are closed after the tests. */
export async function openStores(url: string): Promise<TestStores> {
  const database = await openDatabase(url)
  const server = randomUUID()
  const damage: { name: string; damage: readonly RowDamage[] }[] = []
  const joined: PostgresCoordination[] = []
  after(async () => {
    await Promise.all(joined.map((coordination) => coordination.close()))
    await database.close()
  })
  return {
    database,
    journal: openPostgresJournal(database, {
      digest: sha256,
      server,
      onDamage: (name, rows) => damage.push({ name, damage: rows }),
    }),
    catalogue: openPostgresCatalogue(database, server),
    damage,
    async join() {
      const coordination = await openPostgresCoordination(database, server)
      joined.push(coordination)
      return coordination
    },
  }
}
