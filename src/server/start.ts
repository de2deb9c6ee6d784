import { openFaults, type Tell } from './notices.ts'
import { type Held, openPlace } from './place.ts'
import { beginWorkspace } from './start/begin.ts'
import type { StartOptions } from './start/options.ts'
import { type RunningServer, serve } from './start/serve.ts'
import { openThreads } from './start/threads.ts'

/**
 * Opens a workspace and serves it on loopback; or returns who holds it. Throws `Unusable`, `WrongStore`, `DamagedJournal`
 * and `KeyLost` for files that are not valid, `StoreUnavailable` for a database that does not answer, and the errors of
 * the system if the folder or the port is not available.
 */
export async function startServer(options: StartOptions): Promise<RunningServer | Held> {
  const { workspace: folder, database, log } = options
  const tell: Tell = log === 'silent' ? () => {} : log
  const damaged = new Set<string>()
  const place = await openPlace({
    folder,
    ...(database !== undefined && { database }),
    onReport(journal, report) {
      if (report.type === 'damaged') damaged.add(journal)
      tell({ type: 'journal', journal, report })
    },
  })
  if (place.type === 'held') return place
  const faults = openFaults(folder, tell)
  const threads = openThreads(folder)
  try {
    // Servers that begin at once fill a workspace one after the other.
    const begun = await place.coordination.take('start', () =>
      beginWorkspace(options, place, { threads, faults, damaged, tell }),
    )
    return await serve(options, place, begun, { threads, faults, tell })
  } catch (error) {
    threads.close()
    await place.close()
    throw error
  }
}
