import type { Adapter } from 'lowdb'
import type { Entry } from '../../model/event.ts'
import { type Digest, inSlices, type Pause } from '../../ports/world.ts'
import type { Disk } from '../disk/disk.ts'
import { appendBytes, type MovedTail, settle, unreadJournalFile } from './journal-file.ts'
import { type Damage, linesSteps, readJournalFile } from './lines.ts'

/** What is not as it should be in a journal that was opened. Nothing of it was deleted. */
export type JournalReport =
  /** An append that was cut off in mid-write: its bytes were moved to `file`, and the journal goes on before them. */
  | ({ readonly type: 'tail-moved' } & MovedTail)
  /** Entries that were altered after they were written: the file is left as it is and takes no more. */
  | { readonly type: 'damaged'; readonly damage: readonly Damage[] }

/** What lowdb hands over to be written: the entries that are in the file, and those that go to its end. */
export interface Growth {
  readonly held: readonly Entry[]
  readonly added: readonly Entry[]
}

export interface AdapterOptions {
  /** The folder, above the file at whatever height, from which on names have to reach the disk. */
  readonly root: string
  readonly disk: Disk
  readonly digest: Digest
  readonly pause: Pause
  readonly onReport: (report: JournalReport) => void
}

/**
 * A lowdb adapter over a file that only ever grows: `write` takes what the file holds and what is to be added, and
 * appends the latter; of the former it looks at the end alone. It resolves when the entries have reached the disk.
 * After a failed write or flush the file is cut back to what it held; when that fails too, every later write throws
 * until the file is read anew.
 */
export function appendingAdapter(
  path: string,
  { root, disk, digest, pause, onReport }: AdapterOptions,
): Adapter<Growth> {
  const file = unreadJournalFile(path, root, disk)
  /** How many entries are in the file, and the hash of the last. */
  let count = 0
  let lastHash: string | undefined

  return {
    async read() {
      file.closed = 'it could not be read'
      const bytes = await disk.read(path)
      const contents = readJournalFile(bytes ?? new Uint8Array(), digest)
      file.exists = bytes !== null
      file.length = contents.entryBytes
      const held = contents.entries
      count = held.length
      lastHash = held.at(-1)?.hash
      if (contents.damage.length > 0) {
        file.closed = `line ${contents.damage[0]?.line} is damaged`
        onReport({ type: 'damaged', damage: contents.damage })
        return { held, added: [] }
      }
      const moved = bytes === null ? null : await settle(file, bytes, contents.unended)
      if (moved) onReport({ type: 'tail-moved', ...moved })
      file.closed = null
      return { held, added: [] }
    },
    async write({ held, added }) {
      if (file.closed !== null) throw new Error(`journal ${path} takes no entries: ${file.closed}`)
      if (held.length !== count || held.at(-1)?.hash !== lastHash) {
        throw new Error(`journal ${path} only grows`)
      }
      if (added.length > 0) await appendBytes(file, await inSlices(linesSteps(added, digest), pause))
      count += added.length
      lastHash = added.at(-1)?.hash ?? lastHash
    },
  }
}
