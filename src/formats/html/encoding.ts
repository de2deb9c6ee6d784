import { type ImportNotice, notice } from '../../model/import-notice.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import { decodeAny } from '../text/decode.ts'

/** A stretch of a text that is replaced by another. */
export interface Splice {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** The text of a page, and the way back to its bytes. */
export interface PageText {
  readonly type: 'page-text'
  /** Without its byte order mark. */
  readonly text: string
  readonly notices: readonly ImportNotice[]
  /** The bytes with these stretches replaced, in order and apart from one another; every other byte stays. */
  splice(splices: readonly Splice[]): Uint8Array
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
  const decoded = decodeAny(bytes)
  if (isRefusal(decoded) && decoded.code === 'file-binary') return decoded
  const isUtf8 = !isRefusal(decoded) && decoded.notices.length === 0
  const declared = declaredEncoding(bytes)
  if (isUtf8) {
    const isAscii = bytes.every((byte) => byte < 0x80)
    if (isAscii && declared !== 'utf-8') return inLegacy(bytes, decoded.text, declared ?? null, [])
    return inUnicode(bytes, decoded.text, [])
  }
  const text = declared === undefined ? null : decodeAs(bytes, declared)
  if (text !== null && declared !== undefined) {
    return inLegacy(bytes, text, declared, [notice('encoding', { encoding: nameOf(declared) })])
  }
  if (isRefusal(decoded)) return decoded
  const [encoding] = decoded.notices.map(({ params }) => params.encoding)
  if (encoding === 'UTF-16') return inUnicode(bytes, decoded.text, decoded.notices)
  return inLegacy(bytes, decoded.text, 'gb18030', decoded.notices)
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

/** UTF-8 or UTF-16: valid bytes and their text can be had from one another. */
function inUnicode(bytes: Uint8Array, text: string, notices: readonly ImportNotice[]): PageText {
  const [first, second] = bytes
  const little = first === 0xff || (first !== 0xfe && first !== 0 && second === 0)
  const inUtf8 = notices.length === 0
  const marked = inUtf8 ? first === 0xef && bytes[2] === 0xbf : first === 0xff || first === 0xfe
  const mark = marked ? '\ufeff' : ''
  return {
    type: 'page-text',
    text,
    notices,
    splice(splices) {
      if (splices.length === 0) return bytes
      const written = mark + spliced(text, splices)
      return inUtf8 ? new TextEncoder().encode(written) : utf16(written, little)
    },
  }
}

/** A text with stretches replaced. */
function spliced(text: string, splices: readonly Splice[]): string {
  const out: string[] = []
  let at = 0
  for (const splice of splices) {
    out.push(text.slice(at, splice.from), splice.text)
    at = splice.to
  }
  out.push(text.slice(at))
  return out.join('')
}

function utf16(text: string, little: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), little)
  return bytes
}

/**
 * An encoding of other times. What is written has references (`&#8364;`) for characters that it lacks; null stands for
 * ASCII alone, where nothing says what a reader would take other bytes for.
 */
function inLegacy(
  bytes: Uint8Array,
  text: string,
  encoding: string | null,
  notices: readonly ImportNotice[],
): PageText {
  return {
    type: 'page-text',
    text,
    notices,
    splice(splices) {
      if (splices.length === 0) return bytes
      const placeOf = placesIn(bytes, text, encoding)
      const pieces: Uint8Array[] = []
      let at = 0
      for (const splice of splices) {
        pieces.push(bytes.subarray(at, placeOf(splice.from)), encodeWith(encoding, splice.text))
        at = placeOf(splice.to)
      }
      pieces.push(bytes.subarray(at))
      return new Uint8Array(Buffer.concat(pieces))
    },
  }
}

/**
 * The places of bytes for ascending places of the text. `<` and `>` are bytes of their own in every encoding of pages that
 * is no UTF-16, so that they are counted in both; from the last one on, the bytes are decoded one by one.
 */
function placesIn(bytes: Uint8Array, text: string, encoding: string | null): (place: number) => number {
  let [known, byte] = [0, 0]
  return (place) => {
    // Asked from -1, `lastIndexOf` looks at the first unit.
    const mark = place === 0 ? -1 : Math.max(text.lastIndexOf('<', place - 1), text.lastIndexOf('>', place - 1))
    if (mark >= known) {
      for (let at = known; at <= mark; at++) {
        const unit = text.charCodeAt(at)
        if (unit !== 0x3c && unit !== 0x3e) continue
        byte = bytes.indexOf(unit, byte) + 1
      }
      known = mark + 1
    }
    if (encoding === null) {
      byte += place - known
      known = place
      return byte
    }
    const decoder = new TextDecoder(encoding)
    while (known < place) {
      known += decoder.decode(bytes.subarray(byte, byte + 1), { stream: true }).length
      byte++
    }
    return byte
  }
}

const encoders = new Map<string, ReadonlyMap<string, Uint8Array>>()

/** The bytes of each character that an encoding writes in one or two. */
function encoderOf(encoding: string): ReadonlyMap<string, Uint8Array> {
  const known = encoders.get(encoding)
  if (known !== undefined) return known
  const table = new Map<string, Uint8Array>()
  const decoder = new TextDecoder(encoding)
  const add = (bytes: Uint8Array) => {
    const text = decoder.decode(bytes)
    if ([...text].length === 1 && !/[\ufffd\p{Co}]/u.test(text) && !table.has(text)) table.set(text, bytes)
  }
  for (let first = 0; first < 0x100; first++) add(Uint8Array.of(first))
  for (let first = 0x81; first < 0xff; first++) {
    for (let second = 0x40; second < 0xff; second++) add(Uint8Array.of(first, second))
  }
  encoders.set(encoding, table)
  return table
}

function encodeWith(encoding: string | null, text: string): Uint8Array {
  const out: number[] = []
  const table = encoding === null || isAscii(text) ? new Map<string, Uint8Array>() : encoderOf(encoding)
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const bytes = code < 0x80 ? [code] : (table.get(character) ?? Buffer.from(`&#${code};`, 'latin1'))
    for (const byte of bytes) out.push(byte)
  }
  return Uint8Array.from(out)
}

function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text)
}
