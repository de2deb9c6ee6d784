import { dirname } from 'node:path'
import type { Adapter } from 'lowdb'
import type { Entry } from '../../model/event.ts'
import { type Digest, inSlices, type Pause } from '../../ports/world.ts'
import { hashHoldsSteps } from '../../review/chain.ts'
import type { Disk, DiskFile } from '../disk/disk.ts'
import { type Damage, lineEnd, linesSteps, readJournalFile } from './lines.ts'

/** What was found on opening a journal and is not as it should be. Nothing of it was deleted. */
export type JournalReport =
  /** An append that was cut off in mid-write: its bytes were moved to `file`, and the journal goes on before them. */
  | { readonly type: 'tail-moved'; readonly file: string; readonly bytes: number }
  /** Entries that were altered after they were written: the file is left as it is and takes no more. */
  | { readonly type: 'damaged'; readonly damage: readonly Damage[] }

export interface AdapterOptions {
  /** The folder, above the file at whatever height, from which on names have to reach the disk. */
  readonly root: string
  readonly disk: Disk
  readonly digest: Digest
  readonly pause: Pause
  readonly onReport: (report: JournalReport) => void
}

/**
 * A lowdb adapter over a file that only ever grows: `write` takes the list as last written or read with entries added
 * at the end, and appends those. It resolves when they have reached the disk. After a failed write or flush the file
 * is cut back to what it held; when that fails too, every later write throws until the file is read anew.
 */
export function appendingAdapter(
  path: string,
  { root, disk, digest, pause, onReport }: AdapterOptions,
): Adapter<readonly Entry[]> {
  let entries: readonly Entry[] = []
  /** Bytes known to be on the disk and to be entries. */
  let length = 0
  let exists = false
  /** Whether the names of the file and of its folders are known to be on the disk. */
  let named = false
  let closed: string | null = 'it was not read yet'

  async function moveTailAside(bytes: Uint8Array, file: DiskFile): Promise<string> {
    const stem = path.replace(/\.jsonl$/, '')
    let number = 1
    while ((await disk.read(`${stem}.${number}.tail`)) !== null) number += 1
    const aside = `${stem}.${number}.tail`
    const copy = await disk.open(aside, 'new')
    try {
      await copy.write(bytes, 0)
      await copy.flush('all')
    } finally {
      await copy.close()
    }
    await disk.flushFolder(dirname(path))
    await file.cut(length)
    return aside
  }

  /** Mends the end of the file, and makes sure that what is read is on the disk and not only on its way there. */
  async function settle(bytes: Uint8Array, unended: boolean): Promise<void> {
    const file = await disk.open(path, 'existing')
    let moved: JournalReport | null = null
    try {
      if (length < bytes.length) {
        const tail = bytes.subarray(length)
        moved = { type: 'tail-moved', file: await moveTailAside(tail, file), bytes: tail.length }
      }
      if (unended) {
        await file.write(lineEnd, length)
        length += lineEnd.length
      }
      await file.flush('all')
    } finally {
      await file.close()
    }
    if (moved) onReport(moved)
  }

  async function flushNames(): Promise<void> {
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      await disk.flushFolder(folder)
      if (folder === root || folder === dirname(folder)) return
    }
  }

  async function cutBack(file: DiskFile): Promise<void> {
    try {
      await file.cut(length)
      await file.flush('all')
    } catch {
      closed = 'a failed append could not be taken back'
    }
  }

  async function append(bytes: Uint8Array): Promise<void> {
    if (!named) await disk.makeFolder(dirname(path))
    const file = await disk.open(path, exists ? 'existing' : 'new')
    exists = true
    try {
      if ((await file.size()) !== length) {
        closed = 'somebody else has written to it'
        throw new Error(`journal ${path}: ${closed}`)
      }
      try {
        await file.write(bytes, length)
        await file.flush('data')
        if (!named) await flushNames()
      } catch (error) {
        await cutBack(file)
        throw error
      }
      named = true
      length += bytes.length
    } finally {
      // What counts has been flushed or cut back by now; that the handle would not close changes neither.
      await file.close().catch(() => undefined)
    }
  }

  return {
    async read() {
      closed = 'it could not be read'
      const bytes = await disk.read(path)
      const found = readJournalFile(bytes ?? new Uint8Array(), digest)
      exists = bytes !== null
      entries = found.entries
      length = found.kept
      if (found.damage.length > 0) {
        closed = `line ${found.damage[0]?.line} is damaged`
        onReport({ type: 'damaged', damage: found.damage })
        return entries
      }
      if (bytes !== null) await settle(bytes, found.unended)
      closed = null
      return entries
    },
    async write(grown) {
      if (closed !== null) throw new Error(`journal ${path} takes no entries: ${closed}`)
      if (grown.length < entries.length || entries.at(-1)?.hash !== grown[entries.length - 1]?.hash) {
        throw new Error(`journal ${path} only grows`)
      }
      const added = grown.slice(entries.length)
      for (const entry of added) {
        if (await inSlices(hashHoldsSteps(entry, digest), pause)) continue
        throw new Error(`entry ${entry.sequence} for journal ${path} has a hash that is not its own`)
      }
      if (added.length > 0) await append(await inSlices(linesSteps(added), pause))
      entries = grown
    },
  }
}
