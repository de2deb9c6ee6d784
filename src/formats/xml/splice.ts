import { type Refusal, refuse } from '../../model/refusal.ts'
import { encodingOf, isAscii } from './decode.ts'

/** A part of a decoded text that is to be replaced; offsets in UTF-16 units, of equal ones nothing is replaced. */
export interface Splice {
  readonly from: number
  readonly to: number
  /** Markup and text as they are to stand in the file. */
  readonly markup: string
}

/**
 * The bytes of an XML file with parts of its text replaced, in pieces that follow one another; every other byte is the same. In an encoding that cannot be
 * written here, or that lacks a character, what is not ASCII is written as references. Parts must not overlap; those
 * put at one offset stand in the order given.
 *
 * @param text the decoded text, as `decodeXml` gives it
 */
export function spliceXml(
  bytes: Uint8Array,
  text: string,
  splices: readonly Splice[],
): readonly Uint8Array[] | Refusal {
  if (splices.length === 0) return [bytes]
  const encoding = encodingOf(bytes)
  if (encoding === null) return refuse('file-undecodable')
  const sorted = splices.toSorted((a, b) => a.from - b.from)
  const byteAt = byteOffsets(bytes, text, encoding)
  const encode = encoder(encoding, isAscii(bytes))
  const parts: Uint8Array[] = []
  let done = 0
  for (const { from, to, markup } of sorted) {
    const start = byteAt(from)
    parts.push(bytes.subarray(done, start), encode(markup))
    done = byteAt(to)
  }
  parts.push(bytes.subarray(done))
  return parts
}

/** The offsets in bytes of offsets in the text, which must be asked for in rising order. */
function byteOffsets(bytes: Uint8Array, text: string, encoding: string): (offset: number) => number {
  if (encoding.startsWith('utf-16')) {
    const mark = bytes[0] === 0x3c || bytes[1] === 0x3c ? 0 : 2
    return (offset) => mark + 2 * offset
  }
  if (encoding !== 'utf-8') return decodedOffsets(bytes, encoding)
  let at = 0
  let length = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  return (offset) => {
    length += utf8Length(text, at, offset)
    at = offset
    return length
  }
}

/** The bytes that a part of a text takes in UTF-8, without their being made: a file is not held once more. */
export function utf8Length(text: string, from: number, to: number): number {
  let length = 0
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    // A pair of surrogates takes four bytes, two each.
    length += code < 0x80 ? 1 : code < 0x800 || (code & 0xf800) === 0xd800 ? 2 : 3
  }
  return length
}

/** Bytes that are decoded at once while an offset is looked for. */
const pieceBytes = 4096

/**
 * The same in any encoding: one decoder runs ahead by a piece to see whether the offset lies in it, a second follows
 * byte by byte where it does.
 */
function decodedOffsets(bytes: Uint8Array, encoding: string): (offset: number) => number {
  const ahead = new TextDecoder(encoding)
  const exact = new TextDecoder(encoding)
  let scoutedBytes = 0
  let scouted = 0
  let length = 0
  let characters = 0
  return (offset) => {
    while (scouted < offset && scoutedBytes < bytes.length) {
      exact.decode(bytes.subarray(length, scoutedBytes), { stream: true })
      length = scoutedBytes
      characters = scouted
      scouted += ahead.decode(bytes.subarray(scoutedBytes, scoutedBytes + pieceBytes), { stream: true }).length
      scoutedBytes = Math.min(bytes.length, scoutedBytes + pieceBytes)
    }
    while (characters < offset && length < bytes.length) {
      characters += exact.decode(bytes.subarray(length, length + 1), { stream: true }).length
      length++
    }
    return length
  }
}

/** Writes markup in an encoding; what is not ASCII as references where it cannot be written, or the file is ASCII. */
export function encoder(encoding: string, ascii: boolean): (markup: string) => Uint8Array {
  if (encoding.startsWith('utf-16')) return (markup) => utf16(markup, encoding === 'utf-16le')
  const utf8 = new TextEncoder()
  if (encoding === 'utf-8' && !ascii) return (markup) => utf8.encode(markup)
  return (markup) => utf8.encode(markup.replace(/[^\0-\x7f]/gu, (character) => `&#${character.codePointAt(0)};`))
}

function utf16(markup: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * markup.length))
  for (let at = 0; at < markup.length; at++) view.setUint16(2 * at, markup.charCodeAt(at), littleEndian)
  return new Uint8Array(view.buffer)
}
