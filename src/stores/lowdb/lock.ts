import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { membersOf } from '../../model/names.ts'
import { lockHolder } from '../../schemas/stored.ts'

/** The process that has a workspace open. `address` is where it listens, once it does; `since` is UTC, ISO 8601. */
export interface Holder {
  readonly pid: number
  readonly address: string | null
  readonly since: string
}

export interface Lock {
  readonly type: 'lock'
  /** Publishes the address at which the holder can be reached. */
  announce(address: string): void
  release(): void
}

const sqliteBusy = 5
/** What is in the file is none of SQLite's: SQLITE_CORRUPT, SQLITE_NOTADB. */
const sqliteOfContents = [11, 26]

/** Databases with a held lock: without a reference one would be collected and closed, and its lock lost. */
const holding = new Set<DatabaseSync>()

function readHolder(path: string): Holder | null {
  try {
    return lockHolder.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return null
  }
}

/** Writes a file. The error of the system for writing, unlike that for opening, does not name the file: the path is added. */
function writeNamed(path: string, text: string): void {
  try {
    writeFileSync(path, text, { mode: 0o600 })
  } catch (error) {
    throw error instanceof Error ? Object.assign(error, { path }) : error
  }
}

function begin(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 0 })
  try {
    database.exec('BEGIN EXCLUSIVE')
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/**
 * Locks a workspace for this process alone. The lock is an exclusive SQLite transaction on `lock.sqlite` that is never
 * ended. Under it is a lock of the operating system on that file (fcntl, LockFileEx), which the kernel releases when the
 * process ends in any way, kill -9 and power loss included. `holder.json` beside it only names the holder, and is
 * trusted only while the lock is held.
 *
 * On POSIX a process loses the lock if it opens and closes `lock.sqlite` in any other way: leave the file alone.
 * Network file systems may not support such locks: put a workspace on a local disk.
 */
export function lockWorkspace(dir: string): Lock | { readonly type: 'held'; readonly holder: Holder | null } {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const holderPath = join(dir, 'holder.json')
  const since = new Date().toISOString()
  function write(address: string | null): void {
    const holder: Holder = { pid: process.pid, address, since }
    const aside = `${holderPath}.new`
    writeNamed(aside, `${JSON.stringify(holder)}\n`)
    renameSync(aside, holderPath)
  }

  let database: DatabaseSync
  try {
    database = begin(join(dir, 'lock.sqlite'))
  } catch (error) {
    // The low byte is the code; SQLite puts details in the others.
    const code = Number(membersOf(error).errcode ?? 0) % 256
    if (code === sqliteBusy) return { type: 'held', holder: readHolder(holderPath) }
    // SQLite says that it failed, but of a disk that takes nothing not why: writing beside it does.
    if (!sqliteOfContents.includes(code)) writeNamed(`${holderPath}.new`, '\n')
    throw error
  }

  try {
    write(null)
  } catch (error) {
    database.close()
    throw error
  }
  holding.add(database)
  return {
    type: 'lock',
    announce: write,
    release() {
      if (!holding.delete(database)) return
      rmSync(holderPath, { force: true })
      database.close()
    },
  }
}
