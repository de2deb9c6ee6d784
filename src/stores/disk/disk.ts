import { statSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setImmediate as others } from 'node:timers/promises'
import { membersOf } from '../../model/names.ts'

/**
 * The operations of a file system that the stores need, few enough that a test can replace them and make any of them
 * fail.
 */
export interface Disk {
  /** The bytes of a file, or null if there is none; with `part` at most so many of them from an offset on. */
  read(path: string, part?: FilePart): Promise<Uint8Array | null>
  /** Opens for writing. `new` creates the file and throws if it exists; `existing` throws if it does not. */
  open(path: string, how: 'new' | 'existing'): Promise<DiskFile>
  rename(from: string, to: string): Promise<void>
  /** Removes a file, if there is one. */
  remove(path: string): Promise<void>
  /** Makes a folder and the missing ones above it. */
  makeFolder(path: string): Promise<void>
  /** Flushes the names in a folder to the disk. */
  flushFolder(path: string): Promise<void>
  /** The files below a folder at any depth. */
  list(path: string): Promise<readonly ListedDiskFile[]>
}

/** A file by its path from the folder, with `/`; its size in bytes, and when it was written last, in milliseconds. */
export interface ListedDiskFile {
  readonly path: string
  readonly size: number
  readonly modified: number
}

export interface FilePart {
  readonly from: number
  readonly most: number
}

export interface DiskFile {
  /** The size in bytes of the file that has its path now; -1 if that is another file, or none. */
  size(): Promise<number>
  /** Writes all bytes at an offset, or throws, possibly after writing some of them. */
  write(bytes: Uint8Array, at: number): Promise<void>
  /** Shortens the file to a length in bytes. */
  cut(length: number): Promise<void>
  /** Flushes what was written to the disk; `data` omits metadata that reading does not need (fdatasync). */
  flush(what: 'data' | 'all'): Promise<void>
  close(): Promise<void>
}

/** Files that are looked at before others have their turn. */
const statedAtOnce = 500

async function nullWhereMissing<T>(promise: Promise<T>): Promise<T | null> {
  try {
    return await promise
  } catch (error) {
    if (membersOf(error).code === 'ENOENT') return null
    throw error
  }
}

/** Errors of an open file do not say which: the path is added. */
async function naming(path: string, act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (error) {
    throw error instanceof Error ? Object.assign(error, { path }) : error
  }
}

async function openFile(path: string, how: 'new' | 'existing', mode: number): Promise<DiskFile> {
  const handle = await open(path, how === 'new' ? 'wx' : 'r+', mode)
  const { dev, ino } = await handle.stat()
  return {
    async size() {
      // A microsecond, where a turn of the thread pool would take twenty.
      const now = statSync(path, { throwIfNoEntry: false })
      return now?.ino === ino && now.dev === dev ? now.size : -1
    },
    write: (bytes, at) =>
      naming(path, async () => {
        let written = 0
        while (written < bytes.length) {
          written += (await handle.write(bytes, written, bytes.length - written, at + written)).bytesWritten
        }
      }),
    cut: (length) => naming(path, () => handle.truncate(length)),
    flush: (what) => naming(path, () => (what === 'data' ? handle.datasync() : handle.sync())),
    close: () => handle.close(),
  }
}

/** A part of a file; shorter where the file ends before. */
async function readPart(path: string, { from, most }: FilePart): Promise<Uint8Array> {
  const handle = await open(path, 'r')
  try {
    const bytes = new Uint8Array(Math.min(most, Math.max(0, (await handle.stat()).size - from)))
    let filled = 0
    while (filled < bytes.length) {
      const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, from + filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    return bytes.subarray(0, filled)
  } finally {
    await handle.close()
  }
}

async function flushFolder(path: string): Promise<void> {
  // Windows cannot flush folders; its file systems log names by themselves.
  if (process.platform === 'win32') return
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The disk of this machine, which gives new files and folders these modes as far as the process's umask allows. */
function diskWith(modes: { readonly file: number; readonly folder: number }): Disk {
  return {
    read: (path, part) => nullWhereMissing(part === undefined ? readFile(path) : readPart(path, part)),
    open: (path, how) => openFile(path, how, modes.file),
    rename,
    remove: (path) => rm(path, { force: true }),
    async makeFolder(path) {
      const first = await mkdir(path, { recursive: true, mode: modes.folder })
      if (first === undefined) return
      // The name of each new folder is in the folder above it.
      for (let folder = path; ; folder = dirname(folder)) {
        await flushFolder(dirname(folder))
        if (folder === first || folder === dirname(folder)) return
      }
    },
    flushFolder,
    async list(path) {
      const entries = await nullWhereMissing(readdir(path, { recursive: true, withFileTypes: true }))
      const files = (entries ?? []).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
      const listed: ListedDiskFile[] = []
      for (const [at, file] of files.entries()) {
        // A microsecond or two each, where the thread pool would take fifty.
        const found = statSync(file, { throwIfNoEntry: false })
        const named = file.slice(join(path, '/').length).replaceAll('\\', '/')
        listed.push({ path: named, size: found?.size ?? 0, modified: Math.trunc(found?.mtimeMs ?? 0) })
        if (at % statedAtOnce === statedAtOnce - 1) await others()
      }
      return listed
    },
  }
}

/** New files and folders are accessible to their owner only. */
export const privateDisk: Disk = diskWith({ file: 0o600, folder: 0o700 })

/** New files and folders may be readable by others. */
export const publicDisk: Disk = diskWith({ file: 0o666, folder: 0o777 })
