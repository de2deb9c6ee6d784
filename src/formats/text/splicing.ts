/** A stretch of a text that is replaced by another. */
export interface Splice {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** The bytes of a text with stretches replaced, in order and apart from one another; every other byte stays. */
export type Splicing = (splices: readonly Splice[]) => Uint8Array

/** The way back to the bytes of a text that was decoded by `decodeAny`, with the encoding that it tells of. */
export function splicingOf(bytes: Uint8Array, text: string, encoding: string | undefined): Splicing {
  return encoding === undefined || encoding === 'UTF-16' ? inUnicode(bytes, text) : inLegacy(bytes, text, 'gb18030')
}

/** UTF-8 or UTF-16: valid bytes and their text can be had from one another. */
export function inUnicode(bytes: Uint8Array, text: string): Splicing {
  const order = orderOf(bytes, text)
  const isMarked = order === null ? bytes[0] === 0xef && bytes[2] === 0xbf : isMark(bytes)
  const mark = isMarked ? '\ufeff' : ''
  return (splices) => {
    if (splices.length === 0) return bytes
    const written = mark + spliced(text, splices)
    return order === null ? new TextEncoder().encode(written) : utf16(written, order === 'little')
  }
}

const isMark = ([first, second]: Uint8Array) =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)

/** The byte order of UTF-16: by its mark, else by the first character; null for UTF-8. */
function orderOf(bytes: Uint8Array, text: string): 'little' | 'big' | null {
  const [first, second] = bytes
  if (first === undefined || second === undefined) return null
  if (isMark(bytes)) return first === 0xff ? 'little' : 'big'
  const unit = text.charCodeAt(0)
  if (unit === first + second * 256) return 'little'
  return unit === first * 256 + second ? 'big' : null
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
 * An encoding of other times. A character that it does not write in two bytes is a reference (`&#8364;`), as pages have
 * them, or the four bytes of GB18030. Null stands for ASCII alone, where nothing says what a reader would take other bytes
 * for.
 */
export function inLegacy(
  bytes: Uint8Array,
  text: string,
  encoding: string | null,
  lacking: 'reference' | 'bytes' = 'bytes',
): Splicing {
  return (splices) => {
    if (splices.length === 0) return bytes
    const placeOf = placesIn(bytes, text, encoding)
    const pieces: Uint8Array[] = []
    let at = 0
    for (const splice of splices) {
      pieces.push(bytes.subarray(at, placeOf(splice.from)), encodeWith(encoding, splice.text, lacking))
      at = placeOf(splice.to)
    }
    pieces.push(bytes.subarray(at))
    return new Uint8Array(Buffer.concat(pieces))
  }
}

/** Characters that are bytes of their own in every encoding of several bytes that is no UTF-16. */
const anchors: ReadonlySet<number> = new Set([0x0a, 0x3c, 0x3e])

/**
 * The places of bytes for ascending places of the text. Anchors are counted in both; from the last one on, the bytes are
 * decoded one by one.
 */
function placesIn(bytes: Uint8Array, text: string, encoding: string | null): (place: number) => number {
  let [known, byte] = [0, 0]
  return (place) => {
    // Not with `lastIndexOf`: it would go back to the beginning of a text that has no such mark, for each place.
    let mark = place - 1
    while (mark >= known && !anchors.has(text.charCodeAt(mark))) mark--
    if (mark >= known) {
      for (let at = known; at <= mark; at++) {
        const unit = text.charCodeAt(at)
        if (!anchors.has(unit)) continue
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

function encodeWith(encoding: string | null, text: string, lacking: 'reference' | 'bytes'): Uint8Array {
  const out: number[] = []
  const table = encoding === null || isAscii(text) ? new Map<string, Uint8Array>() : encoderOf(encoding)
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    const other = () => (lacking === 'bytes' ? fourBytes(code) : Buffer.from(`&#${code};`, 'latin1'))
    const bytes = code < 0x80 ? [code] : (table.get(character) ?? other())
    for (const byte of bytes) out.push(byte)
  }
  return Uint8Array.from(out)
}

function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text)
}

let longer: ReadonlyMap<number, Uint8Array> | undefined

/** The four bytes in which GB18030 writes what it does not write in two. */
function fourBytes(code: number): Uint8Array {
  if (code >= 0x10000) return atPointer(code - 0x10000 + 189_000)
  longer ??= longerOfGb18030()
  return longer.get(code) ?? Uint8Array.of(0x3f)
}

function longerOfGb18030(): ReadonlyMap<number, Uint8Array> {
  const decoder = new TextDecoder('gb18030')
  const table = new Map<number, Uint8Array>()
  for (let pointer = 0; pointer < 39_420; pointer++) {
    const bytes = atPointer(pointer)
    table.set(decoder.decode(bytes).charCodeAt(0), bytes)
  }
  return table
}

function atPointer(pointer: number): Uint8Array {
  const digits = [
    Math.floor(pointer / 12_600),
    Math.floor(pointer / 1260) % 10,
    Math.floor(pointer / 10) % 126,
    pointer % 10,
  ]
  return Uint8Array.from(digits, (digit, at) => digit + (at % 2 === 0 ? 0x81 : 0x30))
}
