import { dirname } from 'node:path'
import type { Disk, DiskFile } from '../disk/disk.ts'
import type { OpenFiles } from '../disk/open-files.ts'
import { lineEnd } from './lines.ts'

/** The state of a journal's file, as known to its only writer. */
export interface JournalFile {
  readonly path: string
  /** An ancestor folder of the file: the names of the folders below it and of the file are flushed to the disk. */
  readonly root: string
  readonly disk: Disk
  readonly files: OpenFiles
  /** The number of bytes that are entries and are known to be on the disk. */
  length: number
  exists: boolean
  /** Whether the names of the file and of its folders are known to be on the disk. */
  named: boolean
  /** Why the file accepts no entries; null if it does. */
  closed: string | null
}

export function unreadJournalFile(place: Pick<JournalFile, 'path' | 'root' | 'disk' | 'files'>): JournalFile {
  return { ...place, length: 0, exists: false, named: false, closed: 'it was not read yet' }
}

/** Bytes after the last entry that were moved into another file. */
export interface MovedTail {
  readonly file: string
  readonly bytes: number
}

/**
 * Repairs the end of a file, and flushes it, since what was read may not be on the disk yet. `tail` is what comes after
 * the last entry; `unended`: the last entry lacks its line feed.
 */
export async function settle(journal: JournalFile, tail: Uint8Array, unended: boolean): Promise<MovedTail | null> {
  const file = await journal.disk.open(journal.path, 'existing')
  try {
    let moved: MovedTail | null = null
    if (tail.length > 0) moved = { file: await moveTailAside(journal, tail, file), bytes: tail.length }
    if (unended) {
      await file.write(lineEnd, journal.length)
      journal.length += lineEnd.length
    }
    await file.flush('all')
    return moved
  } finally {
    await file.close()
  }
}

/** Copies the tail into a new file before it cuts it off. */
async function moveTailAside({ path, disk, length }: JournalFile, tail: Uint8Array, file: DiskFile): Promise<string> {
  const stem = path.replace(/\.jsonl$/, '')
  let number = 1
  while ((await disk.read(`${stem}.${number}.tail`)) !== null) number += 1
  const aside = `${stem}.${number}.tail`
  const copy = await disk.open(aside, 'new')
  try {
    await copy.write(tail, 0)
    await copy.flush('all')
  } finally {
    await copy.close()
  }
  await disk.flushFolder(dirname(path))
  await file.cut(length)
  return aside
}

/**
 * Appends lines; resolves when they have reached the disk. After a failed write or flush the file is cut back to what
 * it held, and the error thrown. The file stays open for the next append only if nothing failed.
 */
export async function appendBytes(journal: JournalFile, bytes: Uint8Array): Promise<void> {
  const { path, disk, files } = journal
  if (!journal.named) await disk.makeFolder(dirname(path))
  const file = await files.take(path, journal.exists ? 'existing' : 'new')
  journal.exists = true
  try {
    if ((await file.size()) !== journal.length) {
      journal.closed = 'somebody else has written to it'
      throw new Error(`journal ${path}: ${journal.closed}`)
    }
    try {
      await file.write(bytes, journal.length)
      await file.flush('data')
      if (!journal.named) await flushNames(journal)
    } catch (error) {
      await cutBack(journal, file)
      throw error
    }
  } catch (error) {
    // It has been cut back by now, so a failure to close it changes nothing.
    await file.close().catch(() => undefined)
    throw error
  }
  files.giveBack(path, file)
  journal.named = true
  journal.length += bytes.length
}

async function flushNames({ path, root, disk }: JournalFile): Promise<void> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    await disk.flushFolder(folder)
    if (folder === root || folder === dirname(folder)) return
  }
}

async function cutBack(journal: JournalFile, file: DiskFile): Promise<void> {
  try {
    await file.cut(journal.length)
    await file.flush('all')
  } catch {
    journal.closed = 'a failed append could not be taken back'
  }
}
