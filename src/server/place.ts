import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Catalogue } from '../ports/catalogue.ts'
import type { Coordination } from '../ports/coordination.ts'
import type { Journal } from '../ports/journal.ts'
import { openDiskSnapshots } from '../stores/disk/snapshots.ts'
import { createHub } from '../stores/in-memory/coordination.ts'
import type { JournalReport } from '../stores/lowdb/adapter.ts'
import { openLowdbCatalogue } from '../stores/lowdb/catalogue.ts'
import { openLowdbJournal } from '../stores/lowdb/journal.ts'
import { type Holder, lockWorkspace } from '../stores/lowdb/lock.ts'
import { digest } from './digest.ts'
import { createPause } from './pause.ts'
import { usable } from './unusable.ts'
import { databaseMark, markAsInDatabase, WrongStore } from './wrong-store.ts'

/** Where a workspace has its journals and settings: in its folder, for one server, or in a database, for several. */
export interface Place {
  readonly type: 'place'
  readonly journals: Journal
  readonly settings: Catalogue
  readonly coordination: Coordination
  /** Says where this server listens, for commands of this machine that go through it. */
  announce(address: string): void
  /** Lets others have the workspace, or this server's part in it. */
  close(): Promise<void>
}

export interface PlaceOptions {
  readonly folder: string
  /** The address of a PostgreSQL, with the password. */
  readonly database?: string
  /** Whether no other server may have it open meanwhile; one that is in its folder is never open to another. */
  readonly alone?: true
  readonly onReport: (journal: string, report: JournalReport) => void
}

export type Held = { readonly type: 'held'; readonly holder: Holder | null }

/**
 * Opens the stores of a workspace, or says who holds it. Throws `Unusable`, `WrongStore`, the errors of the system, and
 * `StoreUnavailable` for a database that does not answer.
 */
export async function openPlace({ database, ...options }: PlaceOptions): Promise<Place | Held> {
  if (database !== undefined) return openInDatabase(database, options)
  if (existsSync(join(options.folder, databaseMark))) throw new WrongStore(options.folder, 'in-database')
  return openFolder(options)
}

/** Opens the stores in a folder, whether the workspace is there or not. */
export async function openFolder({ folder, onReport }: Omit<PlaceOptions, 'database'>): Promise<Place | Held> {
  const lock = await usable(join(folder, 'lock.sqlite'), () => lockWorkspace(folder))
  if (lock.type === 'held') return lock
  try {
    const settingsFile = join(folder, 'settings.json')
    const settings = await usable(settingsFile, () => openLowdbCatalogue(settingsFile))
    const snapshots = openDiskSnapshots(join(folder, 'snapshots'))
    const journals = openLowdbJournal(folder, { digest, pause: createPause(), snapshots, onReport })
    return {
      type: 'place',
      journals,
      settings,
      coordination: createHub(false).join(),
      announce: (address) => lock.announce(address),
      async close() {
        await journals.close()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** What other servers of the workspace use in common, besides the database, is its folder: they share it. */
async function openInDatabase(url: string, { folder, alone, onReport }: PlaceOptions): Promise<Place | Held> {
  if (existsSync(join(folder, 'journals'))) throw new WrongStore(folder, 'in-folder')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // Loaded only here: most workspaces need no driver.
  const { openPostgresStores } = await import('../stores/postgres/open.ts')
  const stores = await openPostgresStores(url, {
    digest,
    pause: createPause(),
    how: alone ? 'alone' : 'shared',
    onDamage: (journal, damage) => onReport(journal, { type: 'damaged', damage }),
  })
  if (stores === null) return { type: 'held', holder: null }
  markAsInDatabase(folder)
  return { type: 'place', ...stores, announce: () => {} }
}
