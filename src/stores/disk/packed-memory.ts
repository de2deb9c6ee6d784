import { closeSync, fstatSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs'
import { openPacked, type PackedMemory } from '../../memory/packed/open.ts'
import { packMemory } from '../../memory/packed/pack.ts'
import type { MemoryPair } from '../../model/match.ts'

/** Packs pairs into a file, which replaces another one of this path only when it is whole. */
export function writePackedMemory(path: string, pairs: readonly MemoryPair[]): void {
  const aside = `${path}.new`
  const file = openSync(aside, 'w', 0o600)
  try {
    packMemory(pairs, (bytes) => {
      for (let done = 0; done < bytes.length; )
        done += writeSync(file, bytes, done, Math.min(mostAtOnce, bytes.length - done))
    })
    fsyncSync(file)
  } catch (error) {
    rmSync(aside, { force: true })
    throw error
  } finally {
    closeSync(file)
  }
  renameSync(aside, path)
}

/** A packed memory on disk. It reads pairs from its file until it is closed. */
export interface OpenPackedMemory {
  readonly memory: PackedMemory
  close(): void
}

/** Opens a packed memory; null if it is damaged, cut short or of another version, and has to be packed again. */
export function openPackedMemory(path: string): OpenPackedMemory | null {
  const file = openSync(path, 'r')
  const close = () => closeSync(file)
  const memory = openPacked({ size: fstatSync(file).size, read: (from, into) => readWhole(file, from, into) })
  if (memory === null) {
    close()
    return null
  }
  return { memory, close }
}

/** The system reads and writes no more than 2 GB at once. */
const mostAtOnce = 2 ** 30

function readWhole(file: number, from: number, into: Uint8Array): void {
  for (let done = 0; done < into.length; ) {
    const read = readSync(file, into, done, Math.min(mostAtOnce, into.length - done), from + done)
    if (read === 0) throw new Error('a packed memory was cut while it was read')
    done += read
  }
}
