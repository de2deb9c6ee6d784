import { basename, dirname, join } from 'node:path'
import type { Disk } from './disk.ts'

/**
 * Puts a file in the place of the one there is, or throws and leaves that as it was: written aside, flushed, renamed
 * over it, the folder flushed. Whenever the machine stops, there is the old file or the new one. The file aside is
 * hidden (`.name.new`), and what a crash has left of it is written over.
 */
export async function replaceFile(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path)
  const aside = join(folder, `.${basename(path)}.new`)
  await disk.makeFolder(folder)
  await disk.remove(aside)
  const file = await disk.open(aside, 'new')
  try {
    await file.write(bytes, 0)
    await file.flush('all')
  } finally {
    await file.close()
  }
  await disk.rename(aside, path)
  await disk.flushFolder(folder)
}
