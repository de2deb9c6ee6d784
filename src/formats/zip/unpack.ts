import { fromBufferPromise, type ZipFile } from 'yauzl'
import { fileLimits } from '../../model/file-limits.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'

/** Receives the content of one file of an archive piece by piece, and may refuse it. */
export interface Taker {
  take(bytes: Uint8Array): Refusal | null
  end(): Refusal | null
}

/** A piece of a file's content, or its end. */
interface Piece {
  readonly name: string
  readonly bytes: Uint8Array | 'end'
}

/**
 * Unpacks the files of an archive in order and passes each to the taker that `takerOf` gives for it; with null the bytes
 * are only counted. Counts the bytes that really come out, and compares them with the sizes that the archive declares.
 * Refuses `file-undecodable` (not an archive, encrypted or damaged), `file-unpacks-large`, and what a taker refuses.
 */
export async function unpack(bytes: Uint8Array, takerOf: (name: string) => Taker | null): Promise<Refusal | null> {
  let taker: Taker | null = null
  let name: string | undefined
  for await (const piece of piecesOf(bytes)) {
    if (isRefusal(piece)) return piece
    if (name !== piece.name) taker = takerOf(piece.name)
    name = piece.bytes === 'end' ? undefined : piece.name
    const refusal = piece.bytes === 'end' ? taker?.end() : taker?.take(piece.bytes)
    if (refusal) return refusal
  }
  return null
}

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Piece | Refusal> {
  const tooLarge = refuse('file-unpacks-large', { megabytes: String(fileLimits.unpackedBytes / 2 ** 20) })
  let archive: ZipFile | undefined
  let unpacked = 0
  try {
    archive = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
      validateEntrySizes: true,
    })
    for await (const entry of archive.eachEntry()) {
      const { fileName: name, uncompressedSize } = entry
      if (unpacked + uncompressedSize > fileLimits.unpackedBytes) {
        yield tooLarge
        return
      }
      for await (const piece of await archive.openReadStreamPromise(entry)) {
        unpacked += piece.length
        yield { name, bytes: piece }
      }
      yield { name, bytes: 'end' }
    }
  } catch {
    // The package throws only for faults of the archive.
    yield refuse('file-undecodable')
  } finally {
    archive?.close()
  }
}
