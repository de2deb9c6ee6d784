import type pg from 'pg'
import { NewerTables } from './faults.ts'

/** The version of the tables. A newer programme may know more of them, and lifts what it finds. */
const version = 1

/** The key of the lock under which tables are made: any number that nothing else of the programme takes. */
const lockKey = 6_871_270_951

/**
 * A row an entry, whose canonical JSON stays text, so that it comes back to the byte; and a row a value of the catalogue,
 * whose name is in JSON since it may hold what text cannot. An entry is never changed.
 */
const tables = `
  create schema duizhao;
  create table duizhao.entry (
    journal text collate "C" not null,
    sequence integer not null check (sequence > 0),
    hash text not null,
    body text not null,
    primary key (journal, sequence)
  );
  create index entry_first on duizhao.entry (journal) where sequence = 1;
  create table duizhao.catalogue (name text collate "C" primary key, value text not null);
  create table duizhao.version (version integer not null);
  insert into duizhao.version values (${version});
`

/** Makes the tables in one transaction where there are none. Servers that begin at once wait for one another. */
export async function prepareSchema(pool: pg.Pool): Promise<void> {
  if ((await versionOf(pool)) === null) {
    const client = await pool.connect()
    try {
      await client.query('begin')
      await client.query('select pg_advisory_xact_lock($1)', [lockKey])
      if ((await versionOf(client)) === null) await client.query(tables)
      await client.query('commit')
    } catch (error) {
      await client.query('rollback').catch(() => {})
      throw error
    } finally {
      client.release()
    }
  }
  if (((await versionOf(pool)) ?? 0) > version)
    throw new NewerTables('a newer version of the programme made the tables')
}

async function versionOf(connection: pg.Pool | pg.PoolClient): Promise<number | null> {
  // The catalogue as this statement sees it: what looks a name up may remember that it was not there.
  const { rows: found } = await connection.query(
    `select from pg_class join pg_namespace on pg_namespace.oid = relnamespace
     where nspname = 'duizhao' and relname = 'version'`,
  )
  if (found.length === 0) return null
  const { rows } = await connection.query('select max(version) as version from duizhao.version')
  return Number(rows[0]?.version)
}
