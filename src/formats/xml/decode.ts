import { type ImportNotice, notice } from '../../model/import-notice.ts'
import { type Refusal, refuse } from '../../model/refusal.ts'
import type { Decoded } from '../text/decode.ts'

/**
 * The text of an XML file, without its byte order mark. The encoding is determined by the mark, the first bytes or the
 * declaration (XML 1.0, appendix F), in any encoding that the Encoding Standard knows; GB18030 where none is declared and
 * it is not UTF-8. Refuses an empty file, an unknown encoding, and bytes that are invalid in the encoding.
 */
export function decodeXml(bytes: Uint8Array): Decoded | Refusal {
  const encoding = encodingOf(bytes)
  let text = ''
  const take = (piece: string) => {
    text = piece
    return null
  }
  const refusal = decodePieces(bytes, encoding, take, bytes.length)
  return refusal ?? { type: 'decoded', text, notices: noticesOf(encoding) }
}

/** Hands over the same text piece by piece, with the number of bytes that were read for it. A refusal from `take` ends it. */
export function decodeXmlPieces(
  bytes: Uint8Array,
  take: (piece: string, read: number) => Refusal | null,
): Refusal | null {
  return decodePieces(bytes, encodingOf(bytes), take)
}

/** What an importer is told of the encoding of an XML file. */
export function encodingNotices(bytes: Uint8Array): readonly ImportNotice[] {
  return noticesOf(encodingOf(bytes))
}

function noticesOf(encoding: string | null): readonly ImportNotice[] {
  if (encoding === 'utf-8' || encoding === null) return []
  return [notice('encoding', { encoding: encoding.startsWith('utf-16') ? 'UTF-16' : encoding.toUpperCase() })]
}

function decodePieces(
  bytes: Uint8Array,
  encoding: string | null,
  take: (piece: string, read: number) => Refusal | null,
  pieceBytes = 2 ** 20,
): Refusal | null {
  if (bytes.length === 0) return refuse('file-empty')
  if (encoding === null) return refuse('file-undecodable')
  const decoder = decoderOf(encoding)
  if (decoder === null) return refuse('file-undecodable')
  for (let from = 0; from < bytes.length; from += pieceBytes) {
    const piece = decoded(decoder, bytes.subarray(from, from + pieceBytes), from + pieceBytes < bytes.length)
    if (piece === null) return refuse('file-undecodable')
    const refusal = take(piece, Math.min(bytes.length, from + pieceBytes))
    if (refusal) return refusal
  }
  return null
}

type Decoder = InstanceType<typeof TextDecoder>

function decoderOf(encoding: string): Decoder | null {
  try {
    return new TextDecoder(encoding, { fatal: true })
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function decoded(decoder: Decoder, bytes: Uint8Array, stream: boolean): string | null {
  try {
    return decoder.decode(bytes, { stream })
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

function isValid(bytes: Uint8Array, encoding: string): boolean {
  return decodePieces(bytes, encoding, () => null) === null
}

/** The encoding of an XML file by a name of the Encoding Standard, or as it is declared; null if it contradicts itself. */
export function encodingOf(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first === 0x3c && second === 0) return 'utf-16le'
  if (first === 0 && second === 0x3c) return 'utf-16be'
  const declared = declaredEncoding(bytes)
  // A file whose declaration could be read is not in UTF-16.
  if (declared !== undefined && /^utf-?16/.test(declared)) return null
  if (declared !== undefined && !/^(?:utf-?8|us-ascii)$/.test(declared)) return declared
  return declared !== undefined || isValid(bytes, 'utf-8') ? 'utf-8' : 'gb18030'
}

/** Whether a file is declared to have no other characters than those of ASCII. */
export function isAscii(bytes: Uint8Array): boolean {
  return declaredEncoding(bytes) === 'us-ascii'
}

/** The encoding that the declaration names, in small letters. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 200))
  return /^(?:\xef\xbb\xbf)?<\?xml\s[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1]?.toLowerCase()
}
