import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { fileLimits } from '../../model/file-limits.ts'
import { type Refusal, refuse } from '../../model/refusal.ts'

/** An archive whose entries have been listed and not yet unpacked. */
export interface Archive {
  readonly type: 'archive'
  readonly bytes: Uint8Array
  /** In the order of the archive's directory. Names have no leading slash. */
  readonly entries: readonly Entry[]
  /** Counts the bytes that have been unpacked. */
  readonly unpacked: { bytes: number }
}

/**
 * Lists an archive and looks at what it declares. Refuses `file-undecodable` (not an archive, or damaged),
 * `file-encrypted`, `file-unpacks-large` (by the sizes declared), and `archive-unsafe`: too many entries, names that lead
 * out of the archive or that another entry has, entries that share bytes.
 */
export async function openArchive(bytes: Uint8Array): Promise<Archive | Refusal> {
  let file: ZipFile | undefined
  try {
    file = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
      strictFileNames: true,
    })
    if (file.entryCount > fileLimits.archiveEntries) return refuse('archive-unsafe')
    const entries: Entry[] = []
    for await (const entry of file.eachEntry()) entries.push(entry)
    return refusalOfEntries(bytes, entries) ?? { type: 'archive', bytes, entries, unpacked: { bytes: 0 } }
  } catch (error) {
    return refusalOfFault(error)
  } finally {
    file?.close()
  }
}

/** The package throws only for faults of the archive, and tells them apart by its words only. */
function refusalOfFault(error: unknown): Refusal {
  const words = String(error)
  if (/invalid relative path|absolute path|invalid characters in fileName/.test(words)) return refuse('archive-unsafe')
  return refuse(words.includes('encryption') ? 'file-encrypted' : 'file-undecodable')
}

function refusalOfEntries(bytes: Uint8Array, entries: readonly Entry[]): Refusal | null {
  if (entries.some((entry) => entry.isEncrypted())) return refuse('file-encrypted')
  const names = new Set(entries.map(({ fileName }) => fileName.toLowerCase()))
  if (names.size < entries.length) return refuse('archive-unsafe')
  const unpacked = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  if (unpacked > fileLimits.archiveBytes) return tooLarge(fileLimits.archiveBytes)
  let end = 0
  for (const entry of byPlace(entries)) {
    const from = entry.relativeOffsetOfLocalHeader
    const length = localLength(bytes, entry)
    if (length === null) return refuse('file-undecodable')
    if (from < end) return refuse('archive-unsafe')
    end = from + length
  }
  return end > bytes.length ? refuse('file-undecodable') : null
}

/** Entries in the order in which they stand in the file. */
export function byPlace(entries: readonly Entry[]): readonly Entry[] {
  return entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
}

/** Bytes of the header before the content of an entry (APPNOTE 4.3.7). */
export const localHeaderLength = 30

/** Bytes of an entry's local header and content; null if there is no header at its place. */
function localLength(bytes: Uint8Array, entry: Entry): number | null {
  const at = entry.relativeOffsetOfLocalHeader
  if (at + localHeaderLength > bytes.length) return null
  const header = new DataView(bytes.buffer, bytes.byteOffset + at, localHeaderLength)
  if (header.getUint32(0, true) !== 0x04034b50) return null
  return localHeaderLength + header.getUint16(26, true) + header.getUint16(28, true) + entry.compressedSize
}

const tooLarge = (bytes: number) => refuse('file-unpacks-large', { megabytes: String(bytes / 2 ** 20) })

/**
 * Unpacks entries by name, those that are there. Counts the bytes that really come out, over all calls, and compares
 * each with the size declared and its checksum. Refuses `file-unpacks-large` and `file-undecodable` (damaged).
 */
export async function unpackEntries(
  { bytes, entries, unpacked }: Archive,
  names: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array> | Refusal> {
  const wanted = new Set(names)
  const contents = new Map<string, Uint8Array>()
  let file: ZipFile | undefined
  try {
    file = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true })
    for (const entry of entries) {
      if (!wanted.has(entry.fileName)) continue
      if (unpacked.bytes + entry.uncompressedSize > fileLimits.unpackedBytes) return tooLarge(fileLimits.unpackedBytes)
      const pieces: Uint8Array[] = []
      for await (const piece of await file.openReadStreamPromise(entry)) {
        unpacked.bytes += piece.length
        pieces.push(piece)
      }
      const content = new Uint8Array(Buffer.concat(pieces))
      if (crc32(content) !== entry.crc32) return refuse('file-undecodable')
      contents.set(entry.fileName, content)
    }
    return contents
  } catch {
    return refuse('file-undecodable')
  } finally {
    file?.close()
  }
}
