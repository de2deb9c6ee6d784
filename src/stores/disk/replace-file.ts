import { basename, dirname, join } from 'node:path'
import type { Disk } from './disk.ts'

/**
 * Replaces a file, or throws and leaves it unchanged: writes a new file aside, flushes it, renames it over the old one
 * and flushes the folder. Whenever the machine stops, either the old or the new file is there. The file aside is hidden
 * (`.name.new`); one left by a crash is overwritten.
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
