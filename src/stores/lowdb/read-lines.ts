import type { Pause } from '../../ports/world.ts'
import type { Disk } from '../disk/disk.ts'

/**
 * Bytes that are read at once: of a long journal never more than this and its longest line are in memory. Pieces of a
 * megabyte left 20 to 30 MB more to collect while a whole ledger is read.
 */
const piece = 2 ** 18
const newline = 0x0a

/** What comes after the last line feed that was read; null if there is no file. */
export type Rest = Uint8Array | null

/**
 * Passes the lines of a file between two offsets to `take`, without their line feeds, each with the offset at which it
 * begins, until `take` says that it has enough. Lets others go first between lines.
 */
export async function readLines(
  disk: Pick<Disk, 'read'>,
  path: string,
  { from, to }: { readonly from: number; readonly to: number },
  pause: Pause,
  take: (line: Uint8Array, at: number) => 'more' | 'enough',
): Promise<Rest> {
  let parts: Uint8Array[] = []
  let at = from
  for (let next = from; next < to || next === from; ) {
    const read = await disk.read(path, { from: next, most: Math.min(piece, to - next) })
    if (read === null) return null
    next += read.length
    const isLast = read.length < piece
    if (read.includes(newline)) {
      const bytes = parts.length === 0 ? read : Buffer.concat([...parts, read])
      let start = 0
      for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, start)) {
        const answer = take(bytes.subarray(start, end), at + start)
        start = end + 1
        if (answer === 'enough') return bytes.subarray(start)
        const others = pause()
        if (others) await others
      }
      parts = [bytes.subarray(start)]
      at += start
    } else parts.push(read)
    if (isLast) break
  }
  return parts.length === 1 ? (parts[0] ?? new Uint8Array()) : Buffer.concat(parts)
}
