import type pg from 'pg'
import type { Coordination, News } from '../../ports/coordination.ts'
import { createTurns } from '../../ports/turns.ts'
import type { Database } from './database.ts'
import { InUse } from './faults.ts'
import { createLocks, lockKey } from './locks.ts'
import { channel, fitsChannel, newsIn, noticeOf } from './notices.ts'
import { openSession, type Session } from './session.ts'

/** The lock that every server of a workspace shares; whoever moves the workspace or replaces its key has it alone. */
const serversLock = 'servers'

export interface PostgresCoordination extends Coordination {
  close(): Promise<void>
}

/**
 * Locks and notices of a database, over one connection: when that breaks, all that this server holds is let go, and may
 * be another's. Throws `StoreUnavailable`; and `InUse` where somebody has the workspace alone, or
 * others have it where it was to be `alone`.
 */
export async function openPostgresCoordination(
  database: Database,
  server: string,
  how: 'shared' | 'alone' = 'shared',
): Promise<PostgresCoordination> {
  const listeners = new Set<(news: News) => void>()
  const spread = (news: News) => {
    for (const listener of [...listeners]) listener(news)
  }
  const locks = createLocks((text, values) => session.run(text, values))
  const session: Session = await openSession(database, (client) => join(client, how), {
    notice(payload) {
      const news = newsIn(payload, server)
      if (news) spread(news)
    },
    lost: locks.lose,
    found: () => spread({ type: 'gap' }),
  })
  const turns = createTurns()
  return {
    shared: true,
    take: (name, task) =>
      turns.take(name, async () => {
        const lock = await locks.wait(name)
        try {
          return await task()
        } finally {
          await lock.release()
        }
      }),
    hold: locks.hold,
    tell(topic, body) {
      const payload = noticeOf({ type: 'message', server, topic, body })
      if (fitsChannel(payload)) session.run(`select pg_notify('${channel}', $1)`, [payload]).catch(() => {})
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => session.close(),
  }
}

async function join(client: pg.Client, how: 'shared' | 'alone'): Promise<void> {
  const lock = how === 'alone' ? 'pg_try_advisory_lock' : 'pg_try_advisory_lock_shared'
  const { rows } = await client.query(`select ${lock}($1::bigint) as got`, [lockKey(serversLock)])
  if (rows[0]?.got !== true) throw new InUse()
}
