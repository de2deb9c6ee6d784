import { crc32, deflateRawSync } from 'node:zlib'
import type { Entry } from 'yauzl'
import { expectDefined } from '../../model/expect.ts'
import { type Archive, byPlace, localHeaderLength } from './archive.ts'

/**
 * The archive with other contents for some entries, and new entries at its end. Every other entry keeps its header, its
 * compressed bytes, its place and its name to the byte (APPNOTE 6.3: 4.3.7 local headers, 4.3.12 directory, 4.3.16 end).
 */
export function spliceArchive(archive: Archive, changed: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const { bytes } = archive
  const inPlace = byPlace(archive.entries)
  const first = inPlace[0]
  const out = createOutput()
  // What stands before the first entry, as in archives that unpack themselves.
  out.add(bytes.subarray(0, first?.relativeOffsetOfLocalHeader ?? 0))
  const records = new Map<string, DirectoryRecord>()
  const end = directoryStart(bytes)
  for (const [index, entry] of inPlace.entries()) {
    const content = changed.get(entry.fileName)
    const at = out.length
    if (content === undefined) {
      out.add(bytes.subarray(entry.relativeOffsetOfLocalHeader, inPlace[index + 1]?.relativeOffsetOfLocalHeader ?? end))
      records.set(entry.fileName, recordOf(entry, at))
    } else records.set(entry.fileName, addContent(out, recordOf(entry, at), content))
  }
  const order = archive.entries.map(({ fileName }) => fileName)
  for (const [name, content] of changed) {
    if (records.has(name)) continue
    order.push(name)
    records.set(name, addContent(out, newRecord(name, out.length), content))
  }
  const from = out.length
  for (const name of order) out.add(directoryRecord(expectDefined(records.get(name), 'the record of an entry')))
  out.add(endOf(order.length, out.length - from, from))
  return out.bytes()
}

/** A new archive of these files, in this order. */
export function writeArchive(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return spliceArchive({ type: 'archive', bytes: none, entries: [], unpacked: { bytes: 0 } }, files)
}

interface Output {
  readonly length: number
  add(bytes: Uint8Array): void
  bytes(): Uint8Array
}

function createOutput(): Output {
  const pieces: Uint8Array[] = []
  let length = 0
  return {
    get length() {
      return length
    },
    add(bytes) {
      pieces.push(bytes)
      length += bytes.length
    },
    bytes: () => new Uint8Array(Buffer.concat(pieces)),
  }
}

/** What the directory says of an entry. */
interface DirectoryRecord {
  readonly madeBy: number
  readonly needed: number
  readonly flags: number
  readonly method: number
  readonly time: number
  readonly date: number
  readonly crc: number
  readonly packed: number
  readonly unpacked: number
  readonly internal: number
  readonly external: number
  readonly at: number
  readonly name: Uint8Array
  readonly extra: Uint8Array
  readonly comment: Uint8Array
}

function recordOf(entry: Entry, at: number): DirectoryRecord {
  return {
    madeBy: entry.versionMadeBy,
    needed: entry.versionNeededToExtract,
    flags: entry.generalPurposeBitFlag,
    method: entry.compressionMethod,
    time: entry.lastModFileTime,
    date: entry.lastModFileDate,
    crc: entry.crc32,
    packed: entry.compressedSize,
    unpacked: entry.uncompressedSize,
    internal: entry.internalFileAttributes,
    external: entry.externalFileAttributes,
    at,
    name: entry.fileNameRaw,
    extra: withoutZip64(entry.extraFieldRaw),
    comment: entry.fileCommentRaw,
  }
}

const none = new Uint8Array()
/** The sizes follow the content instead of preceding it. */
const sizesFollow = 0x0008
/** The name is in UTF-8. */
const nameInUtf8 = 0x0800

/** A new entry, of no particular day: what is written says nothing of when. */
function newRecord(name: string, at: number): DirectoryRecord {
  return {
    madeBy: 20,
    needed: 20,
    flags: /^[!-~]*$/.test(name) ? 0 : nameInUtf8,
    method: 8,
    time: 0,
    date: 0x21,
    crc: 0,
    packed: 0,
    unpacked: 0,
    internal: 0,
    external: 0,
    at,
    name: new TextEncoder().encode(name),
    extra: none,
    comment: none,
  }
}

/** Adds an entry with its content compressed. */
function addContent(out: Output, record: DirectoryRecord, content: Uint8Array): DirectoryRecord {
  const packed = deflateRawSync(content, { level: 6 })
  const written = {
    ...record,
    needed: Math.max(20, record.needed),
    flags: record.flags & ~sizesFollow,
    method: 8,
    crc: crc32(content),
    packed: packed.length,
    unpacked: content.length,
  }
  out.add(localHeader(written))
  out.add(packed)
  return written
}

function localHeader(record: DirectoryRecord): Uint8Array {
  const { name, extra } = record
  const header = new Uint8Array(localHeaderLength + name.length + extra.length)
  const view = new DataView(header.buffer)
  view.setUint32(0, 0x04034b50, true)
  setShared(view, 4, record)
  header.set(name, localHeaderLength)
  header.set(extra, localHeaderLength + name.length)
  return header
}

function directoryRecord(record: DirectoryRecord): Uint8Array {
  const { name, extra, comment } = record
  const bytes = new Uint8Array(46 + name.length + extra.length + comment.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, 0x02014b50, true)
  view.setUint16(4, record.madeBy, true)
  setShared(view, 6, record)
  view.setUint16(32, comment.length, true)
  view.setUint16(36, record.internal, true)
  view.setUint32(38, record.external, true)
  view.setUint32(42, record.at, true)
  bytes.set(name, 46)
  bytes.set(extra, 46 + name.length)
  bytes.set(comment, 46 + name.length + extra.length)
  return bytes
}

/** The fields that a local header and a record of the directory have alike, from `needed` to the length of `extra`. */
function setShared(view: DataView, from: number, record: DirectoryRecord): void {
  view.setUint16(from, record.needed, true)
  view.setUint16(from + 2, record.flags, true)
  view.setUint16(from + 4, record.method, true)
  view.setUint16(from + 6, record.time, true)
  view.setUint16(from + 8, record.date, true)
  view.setUint32(from + 10, record.crc, true)
  view.setUint32(from + 14, record.packed, true)
  view.setUint32(from + 18, record.unpacked, true)
  view.setUint16(from + 22, record.name.length, true)
  view.setUint16(from + 24, record.extra.length, true)
}

function endOf(entries: number, size: number, at: number): Uint8Array {
  const bytes = new Uint8Array(22)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, 0x06054b50, true)
  view.setUint16(8, entries, true)
  view.setUint16(10, entries, true)
  view.setUint32(12, size, true)
  view.setUint32(16, at, true)
  return bytes
}

/** Where the directory of an archive begins; what precedes it belongs to its last entry. */
function directoryStart(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = bytes.length - 22; at >= 0; at--) {
    if (view.getUint32(at, true) === 0x06054b50 && at + 22 + view.getUint16(at + 20, true) === bytes.length) {
      const start = view.getUint32(at + 16, true)
      // In a ZIP64 archive the place stands elsewhere; what follows the last entry is then carried along, and is ignored.
      return start === 0xffffffff ? at : start
    }
  }
  return bytes.length
}

/** The extra fields without that of ZIP64: no size here needs it, and the sizes in it could be those of another content. */
function withoutZip64(extra: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = []
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength)
  for (let at = 0; at + 4 <= extra.length; ) {
    const next = at + 4 + view.getUint16(at + 2, true)
    if (view.getUint16(at, true) !== 1) kept.push(extra.subarray(at, next))
    at = next
  }
  return new Uint8Array(Buffer.concat(kept))
}
