import { type Refusal, refuse } from '../../model/refusal.ts'

/**
 * The text of an XML file in UTF-8 or UTF-16, without its byte order mark. The encoding is determined by the mark, the
 * first bytes or the declaration (XML 1.0, appendix F). Refuses an empty file, any other encoding, and bytes that are
 * invalid in the encoding.
 */
export function decodeXml(bytes: Uint8Array): string | Refusal {
  const parts: string[] = []
  const refusal = decodeXmlPieces(bytes, encodingOf(bytes), (piece) => {
    parts.push(piece)
    return null
  })
  return refusal ?? parts.join('')
}

/**
 * Hands over the text of an XML file piece by piece, as `decodeXml` decodes it, but in any encoding that the file declares
 * and the Encoding Standard knows, and in GB18030 if it declares none and is not UTF-8. A refusal from `take` ends it.
 */
export function decodeAnyXml(bytes: Uint8Array, take: (piece: string) => Refusal | null): Refusal | null {
  const declared = declaredEncoding(bytes)
  const encoding = encodingOf(bytes) ?? (declared === undefined || /^utf-?16/.test(declared) ? null : declared)
  const isGuess = encoding === 'utf-8' && declared === undefined && !isValid(bytes, 'utf-8')
  return decodeXmlPieces(bytes, isGuess ? 'gb18030' : encoding, take)
}

/** Bytes decoded at once. */
const pieceBytes = 2 ** 20

function decodeXmlPieces(
  bytes: Uint8Array,
  encoding: string | null,
  take: (piece: string) => Refusal | null,
): Refusal | null {
  if (bytes.length === 0) return refuse('file-empty')
  if (encoding === null) return refuse('file-undecodable')
  const decoder = decoderOf(encoding)
  if (decoder === null) return refuse('file-undecodable')
  for (let from = 0; from < bytes.length; from += pieceBytes) {
    const piece = decoded(decoder, bytes.subarray(from, from + pieceBytes), from + pieceBytes < bytes.length)
    if (piece === null) return refuse('file-undecodable')
    const refusal = take(piece)
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
  return decodeXmlPieces(bytes, encoding, () => null) === null
}

/** UTF-8 or UTF-16, by the mark, the first bytes or the declaration; null for anything else. */
function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first === 0x3c && second === 0) return 'utf-16le'
  if (first === 0 && second === 0x3c) return 'utf-16be'
  const declared = declaredEncoding(bytes)
  return declared === undefined || declared === 'utf-8' || declared === 'utf8' || declared === 'us-ascii'
    ? 'utf-8'
    : null
}

/** The encoding that the declaration names, in small letters. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 200))
  return /^(?:\xef\xbb\xbf)?<\?xml\s[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1]?.toLowerCase()
}
