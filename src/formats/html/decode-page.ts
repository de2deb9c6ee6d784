import { type ImportNotice, notice } from '../../model/import-notice.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import { decodeAny } from '../text/decode.ts'
import { inLegacy, inUnicode, type Splicing } from '../text/splicing.ts'

/** The text of a page, and the way back to its bytes. */
export interface PageText {
  readonly type: 'page-text'
  /** Without its byte order mark. */
  readonly text: string
  readonly notices: readonly ImportNotice[]
  readonly splice: Splicing
}

/** How many bytes a browser looks through for the encoding (HTML, 13.2.3.2); pages put comments before it. */
const mostPrescanned = 4096
/** Encodings in which the bytes of `<` and `>` can be parts of other characters, or whose bytes depend on what precedes. */
const unsuitable: ReadonlySet<string> = new Set([
  'iso-2022-jp',
  'replacement',
  'x-user-defined',
  'utf-16le',
  'utf-16be',
])

/**
 * Decodes a page of the web: by its byte order mark, as UTF-8 where it is valid, by the encoding that it declares, else by
 * what reads like Chinese. Refuses `file-empty`, `file-binary`, and `file-undecodable`.
 */
export function decodePage(bytes: Uint8Array): PageText | Refusal {
  if (bytes.length === 0) return refuse('file-empty')
  const legacy = (text: string, encoding: string | null) => inLegacy(bytes, text, encoding, 'reference')
  const decoded = decodeAny(bytes)
  if (isRefusal(decoded) && decoded.code === 'file-binary') return decoded
  const isUtf8 = !isRefusal(decoded) && decoded.notices.length === 0
  const declared = declaredEncoding(bytes)
  if (isUtf8) {
    const isAscii = bytes.every((byte) => byte < 0x80)
    const splice =
      isAscii && declared !== 'utf-8' ? legacy(decoded.text, declared ?? null) : inUnicode(bytes, decoded.text)
    return { type: 'page-text', text: decoded.text, notices: [], splice }
  }
  const text = declared === undefined ? null : decodeAs(bytes, declared)
  if (text !== null && declared !== undefined) {
    const notices = [notice('encoding', { encoding: nameOf(declared) })]
    return { type: 'page-text', text, notices, splice: legacy(text, declared) }
  }
  if (isRefusal(decoded)) return decoded
  const inUtf16 = decoded.notices.some(({ params }) => params.encoding === 'UTF-16')
  const splice = inUtf16 ? inUnicode(bytes, decoded.text) : legacy(decoded.text, 'gb18030')
  return { type: 'page-text', text: decoded.text, notices: decoded.notices, splice }
}

function nameOf(encoding: string): string {
  return encoding === 'gbk' ? 'GBK' : encoding.toUpperCase()
}

function decodeAs(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The encoding that a page declares in a `meta` or an XML declaration, by its name in the Encoding Standard. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, mostPrescanned))
  const label =
    /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ??
    /^<\?xml\s[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1]
  if (label === undefined) return undefined
  try {
    const { encoding } = new TextDecoder(label)
    return unsuitable.has(encoding) ? undefined : encoding
  } catch {
    return undefined
  }
}
