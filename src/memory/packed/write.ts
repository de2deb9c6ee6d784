import {
  checksumOf,
  firstSum,
  footerNumbers,
  headNumbers,
  pageBytes,
  type Section,
  sections,
  sumOfBytes,
} from './layout.ts'
import { encodeString, roomOf } from './strings.ts'

/** Takes the next bytes of a file; they may be changed once it has returned. */
export type Sink = (bytes: Uint8Array) => void

type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array

/** Writes a packed memory from front to back: strings first, sections in any order, then the end. */
export interface PackedWriter {
  /** Writes a string and gives its place. */
  string(text: string): number
  section(name: Section, numbers: Numbers): void
  end(head: { readonly magic: number; readonly version: number; readonly pairs: number }): void
}

const chunkBytes = 2 ** 20

export function createPackedWriter(sink: Sink): PackedWriter {
  const footer = new Float64Array(footerNumbers)
  let chunk = new Uint8Array(chunkBytes)
  let filled = 0
  let written = 0
  let checksum = firstSum

  const sums: number[] = []
  let pageSum = firstSum
  let areStringsWritten = false

  /** Goes on with the sums of the pages of strings. */
  const sumPages = () => {
    for (let from = 0; from < filled; ) {
      const to = Math.min(filled, from + pageBytes - ((written + from) % pageBytes))
      pageSum = sumOfBytes(chunk, from, to, pageSum)
      if ((written + to) % pageBytes === 0) endPage()
      from = to
    }
  }
  const endPage = () => {
    sums.push(pageSum)
    pageSum = firstSum
  }
  const flush = () => {
    sumPages()
    if (filled > 0) sink(chunk.subarray(0, filled))
    written += filled
    filled = 0
  }
  const put = (bytes: Uint8Array) => {
    sink(bytes)
    written += bytes.length
  }
  const section = (name: Section, numbers: Numbers) => {
    put(new Uint8Array((8 - (written % 8)) % 8))
    const at = headNumbers + 2 * sections.indexOf(name)
    footer[at] = written
    footer[at + 1] = numbers.byteLength
    const whole = numbers.byteLength - (numbers.byteLength % 4)
    checksum = checksumOf(new Uint32Array(numbers.buffer, numbers.byteOffset, whole / 4), checksum)
    const tail = new Uint8Array(4)
    tail.set(new Uint8Array(numbers.buffer, numbers.byteOffset + whole, numbers.byteLength - whole))
    if (whole < numbers.byteLength) checksum = checksumOf(new Uint32Array(tail.buffer), checksum)
    put(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength))
  }
  /** Ends the strings, with zeros up to the next section, and writes the sums of their pages. */
  const endStrings = () => {
    if (areStringsWritten) return
    areStringsWritten = true
    flush()
    while ((written + filled) % 8 > 0) chunk[filled++] = 0
    flush()
    if (written % pageBytes > 0) endPage()
    section('pageSums', Uint32Array.from(sums))
  }
  return {
    string(text) {
      if (filled + roomOf(text) > chunk.length) flush()
      if (roomOf(text) > chunk.length) chunk = new Uint8Array(roomOf(text))
      const place = written + filled
      filled = encodeString(text, chunk, filled)
      return place
    },
    section(name, numbers) {
      endStrings()
      section(name, numbers)
    },
    end({ magic, version, pairs }) {
      endStrings()
      put(new Uint8Array((8 - (written % 8)) % 8))
      footer.set([magic, version, 0, pairs])
      footer[2] = checksumOf(new Uint32Array(footer.buffer), checksum)
      put(new Uint8Array(footer.buffer))
    },
  }
}
