import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { isCut, portError } from './faults.ts'
import { prepareSchema } from './schema.ts'

/** Connections of one server for statements; what it holds and hears goes over one more. */
const mostConnections = 10

/** How long a statement over a broken connection is tried again, in milliseconds between the tries. */
const pauses = [20, 100, 400, 1000, 2000]

/** How long a connection may take to come about, and a statement to be answered, in milliseconds. */
const connectWithin = 5000
const answerWithin = 60_000

/** The rows of an answer, by column. */
export type Rows = readonly Readonly<Record<string, unknown>>[]

/** A statement. One with a name is planned once a connection. */
export interface Statement {
  readonly name?: string
  readonly text: string
  readonly values: readonly unknown[]
}

/** A PostgreSQL with the tables of a workspace. */
export interface Database {
  /** Its address, with the password. */
  readonly url: string
  /**
   * Runs a statement of which two runs come to the same as one: over a broken connection it is run again. Throws
   * `StoreUnavailable` where the database does not serve. `onError` may answer in place of an error, and learns of each try
   * that fails.
   */
  run(statement: Statement, onError?: (error: unknown) => Rows | null): Promise<Rows>
  /** A connection of its own, not yet open. It has to be ended. */
  client(): pg.Client
  close(): Promise<void>
}

/** How connections are made: the address says where, as whom, and by `sslmode` how it is proven that it is there. */
function settingsOf(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    fallback_application_name: 'duizhao',
    connectionTimeoutMillis: connectWithin,
    query_timeout: answerWithin,
    keepAlive: true,
  }
}

/**
 * Opens a database and makes its tables where there are none. Throws `StoreUnavailable` where it cannot be reached, and
 * an error where a newer version has made them.
 */
export async function openDatabase(url: string): Promise<Database> {
  const pool = newPool(url)
  // A connection that breaks while nobody uses it is replaced when the next is needed.
  pool.on('error', () => {})

  async function run(
    { text, values, name }: Statement,
    onError: (error: unknown) => Rows | null = () => null,
  ): Promise<Rows> {
    const query = () => pool.query({ text, values: [...values], ...(name !== undefined && { name }) })
    return again(url, async () => {
      try {
        return (await query()).rows
      } catch (error) {
        const answer = onError(error)
        if (answer !== null) return answer
        throw error
      }
    })
  }

  try {
    await again(url, () => prepareSchema(pool))
  } catch (error) {
    await pool.end()
    throw error
  }
  return { url, run, client: () => new pg.Client(settingsOf(url)), close: () => pool.end() }
}

/** Tries again what a broken connection has cut. Throws errors as the ports know them. */
async function again<T>(url: string, attempt: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await attempt()
    } catch (error) {
      const pause = pauses[tries]
      if (!isCut(error) || pause === undefined) throw portError(error, url)
      await wait(pause)
    }
  }
}

/** The driver names the address, password included, in its error for one that it cannot read. */
function newPool(url: string): pg.Pool {
  try {
    return new pg.Pool({
      ...settingsOf(url),
      max: mostConnections,
      // Whatever the database is set to: what was acknowledged is on its disk. The pool waits for it.
      onConnect: (client) => client.query('set synchronous_commit = on'),
    })
  } catch (error) {
    throw portError(error instanceof Error ? new Error(error.message) : error, url)
  }
}
