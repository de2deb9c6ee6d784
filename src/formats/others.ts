import { type Refusal, type RefusalCode, refuse } from '../model/refusal.ts'

/** How a kind of file begins: bytes as characters of Latin-1, at a place. */
interface Signature {
  readonly at?: number
  readonly bytes: string
  readonly code: RefusalCode
}

const signatures: readonly Signature[] = [
  { bytes: '%PDF-', code: 'file-pdf' },
  { bytes: '{\\rtf', code: 'file-rich-text' },
  { bytes: '\x89PNG', code: 'file-picture' },
  { bytes: 'GIF8', code: 'file-picture' },
  { bytes: '\xff\xd8\xff', code: 'file-picture' },
  { bytes: 'II*\0', code: 'file-picture' },
  { bytes: 'MM\0*', code: 'file-picture' },
  { at: 8, bytes: 'WEBP', code: 'file-picture' },
  { at: 4, bytes: 'ftypheic', code: 'file-picture' },
  { at: 4, bytes: 'ftypmif1', code: 'file-picture' },
]

/** Streams of a compound file (MS-CFB) by which the programme is known that wrote it; of the others nothing is. */
const streams: readonly (readonly [name: string, code: RefusalCode])[] = [
  ['EncryptedPackage', 'file-encrypted'],
  ['WordDocument', 'file-word-old'],
  ['Workbook', 'file-excel-old'],
  ['Book', 'file-excel-old'],
  ['PowerPoint Document', 'file-slides'],
]

/** Entries of an archive, or the words of its first one, by which the kind is known. */
const entries: readonly (readonly [words: string, code: RefusalCode])[] = [
  ['ppt/presentation.xml', 'file-slides'],
  ['OFD.xml', 'file-pdf'],
  ['mimetypeapplication/vnd.oasis.opendocument', 'file-opendocument'],
]

/** Where the head of a PDF may stand (ISO 32000-1, annex H.3.4.1). */
const pdfHead = 1024

/**
 * What to say of a file of a kind that is known and not read, by its content whatever its name: a PDF, a picture, slides, a
 * document of the old kinds. Null for any other file.
 */
export function refusalOfOthers(bytes: Uint8Array): Refusal | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const starts = (words: string, at = 0) => buffer.subarray(at, at + words.length).equals(Buffer.from(words, 'latin1'))
  const signature = signatures.find(({ at, bytes: words }) => starts(words, at))
  if (signature !== undefined) return refuse(signature.code)
  const holds = (words: string, encoding: 'latin1' | 'utf16le') => buffer.includes(Buffer.from(words, encoding))
  if (starts('\xd0\xcf\x11\xe0')) {
    const stream = streams.find(([name]) => holds(`${name}\0`, 'utf16le'))
    return refuse(stream?.[1] ?? 'file-word-old')
  }
  if (starts('PK\x03\x04')) {
    const entry = entries.find(([words]) => holds(words, 'latin1'))
    return entry === undefined ? null : refuse(entry[1])
  }
  return buffer.subarray(0, pdfHead).includes('\n%PDF-') && buffer.includes(0) ? refuse('file-pdf') : null
}

/** Whether an archive has an entry whose name begins so. */
export function archiveHas(bytes: Uint8Array, name: string): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return buffer.subarray(0, 4).equals(Buffer.from('PK\x03\x04')) && buffer.includes(name)
}
