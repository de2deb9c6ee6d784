import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import { decodeXml } from '../xml/decode.ts'

/** The text of a part, and the way back to its bytes. */
export interface PartText {
  readonly type: 'part-text'
  /** Without its byte order mark. */
  readonly text: string
  encode(text: string): Uint8Array
}

/**
 * Decodes a part, which is in UTF-8 or UTF-16 (ECMA-376 part 2, 9.1.5). Refuses any other encoding, and invalid bytes:
 * `file-undecodable`.
 */
export function decodePart(bytes: Uint8Array): PartText | Refusal {
  const decoded = decodeXml(bytes)
  if (isRefusal(decoded)) return refuse('file-undecodable')
  const { text, notices } = decoded
  const [encoding] = notices.map(({ params }) => params.encoding)
  if (encoding === undefined) {
    const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? '\ufeff' : ''
    return { type: 'part-text', text, encode: (written) => new TextEncoder().encode(mark + written) }
  }
  if (encoding !== 'UTF-16') return refuse('file-undecodable')
  const marked = bytes[0] === 0xff || bytes[0] === 0xfe
  const little = bytes[0] === 0xff || bytes[0] === 0x3c
  return { type: 'part-text', text, encode: (written) => utf16(marked ? `\ufeff${written}` : written, little) }
}

function utf16(text: string, little: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), little)
  return bytes
}
