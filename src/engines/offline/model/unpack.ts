import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { type Refusal, refuse } from '../../../model/refusal.ts'
import type { ModelDisk } from './disk.ts'
import { mostUnpacked } from './manifest.ts'

export interface Unpacked {
  readonly bytes: number
  readonly sha256: string
}

/** A file to be written into the folder of a model: from where, and what it is to be, as far as that is known. */
export interface Unpacking {
  readonly from: string
  readonly to: string
  readonly isPacked: boolean
  readonly expected: Unpacked | null
}

/** More came out than a file of a model can have. */
class TooLarge extends Error {}

/** Unpacks a file, or copies one that is not packed, within its length, and checks it. Throws for a disk that fails. */
export async function unpack(
  { from, to, isPacked, expected }: Unpacking,
  disk: ModelDisk,
  signal: AbortSignal,
): Promise<Unpacked | Refusal> {
  const most = expected?.bytes ?? mostUnpacked
  const hash = createHash('sha256')
  const file = await disk.grow(to, 'anew')
  let bytes = 0
  let isWhole = false
  const write = async (chunks: AsyncIterable<Uint8Array>) => {
    for await (const chunk of chunks) {
      bytes += chunk.length
      if (bytes > most) throw new TooLarge()
      hash.update(chunk)
      await file.write(chunk)
    }
  }
  const wrong = (is: string) => refuse('model-wrong', { file: to, expected: expected?.sha256.slice(0, 8) ?? '', is })
  try {
    const source = createReadStream(from)
    await (isPacked ? pipeline(source, createGunzip(), write, { signal }) : pipeline(source, write, { signal }))
    isWhole = true
  } catch (error) {
    if (error instanceof TooLarge || isDamaged(error)) return wrong('')
    throw error
  } finally {
    await file.close(isWhole)
  }
  const sha256 = hash.digest('hex')
  return expected && expected.sha256 !== sha256 ? wrong(sha256.slice(0, 8)) : { bytes, sha256 }
}

/** What comes of a file that is not packed as it should be. */
function isDamaged(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(?:Z_|ERR_ZLIB)/.test(String(error.code))
}
