import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * The few things the stores ask of a file system, small enough that a test can stand in between and let any of them
 * fail.
 */
export interface Disk {
  /** The bytes of a file, or null where there is none. */
  read(path: string): Promise<Uint8Array | null>
  /** Opens for writing. `new` makes the file and throws where there is one already; `existing` is the other way. */
  open(path: string, how: 'new' | 'existing'): Promise<DiskFile>
  rename(from: string, to: string): Promise<void>
  /** Removes a file; none there is fine. */
  remove(path: string): Promise<void>
  /** Makes a folder and those above it, as far as they are missing. */
  makeFolder(path: string): Promise<void>
  /** Lets the names in a folder reach the disk. */
  flushFolder(path: string): Promise<void>
  /** The files below a folder at any depth, by path from it with `/`, and their sizes in bytes. */
  list(path: string): Promise<readonly { readonly path: string; readonly size: number }[]>
}

export interface DiskFile {
  size(): Promise<number>
  /** Writes all the bytes from an offset on, or throws; then some of them may stand there. */
  write(bytes: Uint8Array, at: number): Promise<void>
  /** Shortens the file to a length in bytes. */
  cut(length: number): Promise<void>
  /** Lets what was written reach the disk; `data` leaves out what reading it back does not need (fdatasync). */
  flush(what: 'data' | 'all'): Promise<void>
  close(): Promise<void>
}

async function nullWhereMissing<T>(promise: Promise<T>): Promise<T | null> {
  try {
    return await promise
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

async function openFile(path: string, how: 'new' | 'existing', mode: number): Promise<DiskFile> {
  const handle = await open(path, how === 'new' ? 'wx' : 'r+', mode)
  return {
    size: async () => (await handle.stat()).size,
    async write(bytes, at) {
      let written = 0
      while (written < bytes.length) {
        written += (await handle.write(bytes, written, bytes.length - written, at + written)).bytesWritten
      }
    },
    cut: (length) => handle.truncate(length),
    flush: (what) => (what === 'data' ? handle.datasync() : handle.sync()),
    close: () => handle.close(),
  }
}

async function flushFolder(path: string): Promise<void> {
  // Windows knows no flushing of folders; its file systems log names by themselves.
  if (process.platform === 'win32') return
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The disk of this machine, which gives files and folders these modes as far as the process's umask allows. */
function diskWith(modes: { readonly file: number; readonly folder: number }): Disk {
  return {
    read: (path) => nullWhereMissing(readFile(path)),
    open: (path, how) => openFile(path, how, modes.file),
    rename,
    remove: (path) => rm(path, { force: true }),
    async makeFolder(path) {
      const first = await mkdir(path, { recursive: true, mode: modes.folder })
      if (first === undefined) return
      // The name of each folder made stands in the folder above it.
      for (let made = path; ; made = dirname(made)) {
        await flushFolder(dirname(made))
        if (made === first || made === dirname(made)) return
      }
    },
    flushFolder,
    async list(path) {
      const entries = await nullWhereMissing(readdir(path, { recursive: true, withFileTypes: true }))
      const files = (entries ?? []).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
      return Promise.all(
        files.map(async (file) => ({
          path: file.slice(join(path, '/').length).replaceAll('\\', '/'),
          size: (await nullWhereMissing(stat(file)))?.size ?? 0,
        })),
      )
    },
  }
}

/** What is made is for its owner alone. */
export const privateDisk: Disk = diskWith({ file: 0o600, folder: 0o700 })

/** What is made may be read by others. */
export const publicDisk: Disk = diskWith({ file: 0o666, folder: 0o777 })
