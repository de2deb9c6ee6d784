import { basename, dirname, join } from 'node:path'
import type { Pause } from '../../ports/world.ts'
import type { Disk, DiskFile } from './disk.ts'

/**
 * Replaces a file, or throws and leaves it unchanged: writes a new file aside, flushes it, renames it over the old one
 * and flushes the folder. Whenever the machine stops, either the old or the new file is there. The file aside is hidden
 * (`.name.new`); one left by a crash is overwritten.
 */
export function replaceFile(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  return replaceBy(disk, path, (file) => file.write(bytes, 0))
}

/** Bytes that are copied at once. */
const piece = 2 ** 20

/** Replaces a file in the same way by a part of it. */
export function replaceByEnd(
  disk: Disk,
  path: string,
  { from, to }: { readonly from: number; readonly to: number },
  pause: Pause,
): Promise<void> {
  return replaceBy(disk, path, async (file) => {
    for (let at = from; at < to; at += piece) {
      const most = Math.min(piece, to - at)
      const bytes = await disk.read(path, { from: at, most })
      if (bytes?.length !== most) throw new Error(`${path} is shorter than it was`)
      await file.write(bytes, at - from)
      const others = pause()
      if (others) await others
    }
  })
}

async function replaceBy(disk: Disk, path: string, write: (file: DiskFile) => Promise<void>): Promise<void> {
  const folder = dirname(path)
  const aside = join(folder, `.${basename(path)}.new`)
  await disk.makeFolder(folder)
  await disk.remove(aside)
  const file = await disk.open(aside, 'new')
  try {
    await write(file)
    await file.flush('all')
  } finally {
    await file.close()
  }
  await disk.rename(aside, path)
  await disk.flushFolder(folder)
}
