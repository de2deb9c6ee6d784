import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { StoreUnavailable } from '../../ports/store-unavailable.ts'
import { createTurns } from '../../ports/turns.ts'
import { placeOf } from './address.ts'
import type { Database, Rows } from './database.ts'
import { isCut, portError } from './faults.ts'
import { channel } from './notices.ts'

/** How often the connection is tried, in milliseconds, and how long its answer may take. */
const beat = 1000
const answerWithin = 3000

/** A connection without a sign of life for so long lets go what it holds: its server is frozen, or cut off. */
const silence = '15s'

/** How long whoever needs a connection waits for it, looking again and again, in milliseconds. */
const patience = 5000
const again = 10

/** One connection that is held open: what it holds goes when it breaks, and it hears notices. */
export interface Session {
  /** Runs a statement on the connection that is there now, or comes about soon. Throws `StoreUnavailable`. */
  run(text: string, values: readonly unknown[]): Promise<Rows>
  close(): Promise<void>
}

export interface SessionHandlers {
  notice(payload: string): void
  /** The connection broke. */
  lost(): void
  /** There is a connection again. Meanwhile notices were lost. */
  found(): void
}

/**
 * Opens a connection and opens it again whenever it breaks. `prepare` is run on each before anybody else; where it
 * throws, the connection is given up and tried anew.
 */
export async function openSession(
  database: Database,
  prepare: (client: pg.Client) => Promise<void>,
  handlers: SessionHandlers,
): Promise<Session> {
  const turns = createTurns()
  let current: pg.Client | null = null
  let closed = false

  async function connect(): Promise<void> {
    const client = database.client()
    client.on('notification', ({ payload }) => handlers.notice(payload ?? ''))
    for (const event of ['error', 'end'] as const) client.on(event, () => drop(client))
    try {
      await client.connect()
      await client.query(settings)
      await prepare(client)
      await client.query(`listen ${channel}`)
    } catch (error) {
      void client.end().catch(() => {})
      throw portError(error, database.url)
    }
    if (closed) await client.end()
    else current = client
  }

  function drop(client: pg.Client): void {
    if (current !== client) return
    current = null
    handlers.lost()
    void client.end().catch(() => {})
    void reconnect()
  }

  async function reconnect(): Promise<void> {
    for (let pause = 20; !closed; pause = Math.min(pause * 2, 1000)) {
      try {
        await connect()
        if (!closed) handlers.found()
        return
      } catch {
        await wait(pause, undefined, { ref: false })
      }
    }
  }

  async function runNow(text: string, values: readonly unknown[]): Promise<Rows> {
    for (let waited = 0; current === null && waited < patience; waited += again) await wait(again)
    const client = current
    if (client === null) throw new StoreUnavailable('unreachable', `database ${placeOf(database.url)}: no connection`)
    try {
      return (await answered(client.query(text, [...values]))).rows
    } catch (error) {
      // What it holds is not known any more where an answer is missing.
      if (isCut(error)) drop(client)
      throw portError(error, database.url)
    }
  }

  // The driver sends one statement at a time.
  const run: Session['run'] = (text, values) => turns.take('session', () => runNow(text, values))
  await connect()
  const heart = setInterval(() => current && run('select 1', []).catch(() => {}), beat).unref()
  return {
    run,
    async close() {
      closed = true
      clearInterval(heart)
      const client = current
      current = null
      // One that breaks at this moment may never say that it has ended.
      const ended = client?.end().catch(() => {})
      await Promise.race([ended, wait(answerWithin, undefined, { ref: false })])
    },
  }
}

/** A broken connection is noticed by the other end soon, whatever broke it, and what it holds let go. */
const settings = `
  set idle_session_timeout = '${silence}';
  set tcp_keepalives_idle = 5;
  set tcp_keepalives_interval = 5;
  set tcp_keepalives_count = 2`

async function answered<T>(answer: Promise<T>): Promise<T> {
  const late = new AbortController()
  const refused = wait(answerWithin, undefined, { signal: late.signal, ref: false }).then(() => {
    throw new Error('no answer')
  })
  try {
    return await Promise.race([answer, refused])
  } finally {
    late.abort()
    refused.catch(() => {})
  }
}
