import { mkdir, open, readdir, rename, rm, stat, statfs } from 'node:fs/promises'
import { membersOf } from '../../../model/names.ts'
import { type Refusal, refuse } from '../../../model/refusal.ts'

/** A file that grows. */
export interface GrowingFile {
  write(bytes: Uint8Array): Promise<void>
  /** Flushes it to the disk and closes it; without `isWhole` only closes it. */
  close(isWhole: boolean): Promise<void>
}

/** What an installation needs of a disk, apart so that tests can fill one. */
export interface ModelDisk {
  makeFolder(path: string): Promise<void>
  /** Bytes of a file; 0 if it is not there. */
  size(path: string): Promise<number>
  grow(path: string, how: 'anew' | 'onward'): Promise<GrowingFile>
  rename(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
  list(folder: string): Promise<readonly string[]>
  /** Bytes that are free where a folder is. */
  free(folder: string): Promise<number>
}

export const modelDisk: ModelDisk = {
  makeFolder: async (path) => void (await mkdir(path, { recursive: true, mode: 0o700 })),
  async size(path) {
    try {
      return (await stat(path)).size
    } catch (error) {
      if (membersOf(error).code === 'ENOENT') return 0
      throw error
    }
  },
  async grow(path, how) {
    const file = await open(path, how === 'anew' ? 'w' : 'a', 0o600)
    return {
      write: async (bytes) => void (await file.writeFile(bytes)),
      async close(isWhole) {
        try {
          if (isWhole) await file.sync()
        } finally {
          await file.close()
        }
      },
    }
  },
  rename,
  remove: (path) => rm(path, { recursive: true, force: true }),
  list: async (folder) => readdir(folder),
  async free(folder) {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  },
}

/** Codes of a disk that takes no more. */
const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

export function isFull(error: unknown): boolean {
  const { code } = membersOf(error)
  return typeof code === 'string' && full.has(code)
}

export function diskFull(needs: number, has: number): Refusal {
  return refuse('model-disk-full', { needs: megabytes(needs), has: megabytes(has) })
}

function megabytes(bytes: number): string {
  return String(Math.max(0, Math.ceil(bytes / 1_000_000)))
}
