import { type Refusal, refuse } from '../../model/refusal.ts'

/**
 * The text of an XML file in UTF-8 or UTF-16, without its byte order mark. The encoding is determined by the mark, the
 * first bytes or the declaration (XML 1.0, appendix F). Refuses an empty file, any other encoding, and bytes that are
 * invalid in the encoding.
 */
export function decodeXml(bytes: Uint8Array): string | Refusal {
  if (bytes.length === 0) return refuse('file-empty')
  const encoding = encodingOf(bytes)
  if (encoding === null) return refuse('file-undecodable')
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return refuse('file-undecodable')
    throw error
  }
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (first === 0x3c && second === 0) return 'utf-16le'
  if (first === 0 && second === 0x3c) return 'utf-16be'
  const head = String.fromCharCode(...bytes.subarray(0, 200))
  const declared = /^(?:\xef\xbb\xbf)?<\?xml\s[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1]?.toLowerCase()
  return declared === undefined || declared === 'utf-8' || declared === 'utf8' || declared === 'us-ascii'
    ? 'utf-8'
    : null
}
