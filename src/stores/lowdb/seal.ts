import { createHash, type Hash } from 'node:crypto'
import type { Pause } from '../../ports/world.ts'
import type { ChainEnd } from '../../review/chain.ts'
import type { Disk } from '../disk/disk.ts'

/**
 * The beginning of a journal's file as it was when every line of it had been verified: whoever finds the same bytes again
 * need not verify them line by line.
 */
export interface Seal {
  readonly bytes: number
  /** SHA-256 of these bytes. */
  readonly sha256: string
  /** The last entry in them. */
  readonly end: ChainEnd
  /** What its first entry continues; absent for a journal that begins with the chain. */
  readonly start?: ChainEnd
  /** Where lines begin: see `createPlaces`. */
  readonly starts: readonly number[]
}

/** Files that are sealed, in bytes: a smaller one is verified in no time. */
export const leastSealed = 2 ** 20

const piece = 2 ** 20

/** The hash of the sealed bytes, to be continued with those after them; null where they are others. */
export async function hashSealed(
  disk: Pick<Disk, 'read'>,
  path: string,
  { bytes, sha256 }: Pick<Seal, 'bytes' | 'sha256'>,
  pause: Pause,
): Promise<Hash | null> {
  const hash = createHash('sha256')
  for (let from = 0; from < bytes; from += piece) {
    const most = Math.min(piece, bytes - from)
    const read = await disk.read(path, { from, most })
    if (read?.length !== most) return null
    hash.update(read)
    const others = pause()
    if (others) await others
  }
  return hash.copy().digest('hex') === sha256 ? hash : null
}
