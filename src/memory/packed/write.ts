import { checksumOf, footerNumbers, headNumbers, type Section, sections } from './layout.ts'
import { encodeString, roomOf } from './strings.ts'

/** Takes the next bytes of a file; they may be changed once it has returned. */
export type Sink = (bytes: Uint8Array) => void

/** Writes a packed memory from front to back: strings first, sections in any order, then the end. */
export interface PackedWriter {
  /** Writes a string and gives its place. */
  string(text: string): number
  section(name: Section, numbers: Uint8Array | Uint16Array | Uint32Array | Float64Array): void
  end(head: { readonly magic: number; readonly version: number; readonly pairs: number }): void
}

const chunkBytes = 2 ** 20

export function createPackedWriter(sink: Sink): PackedWriter {
  const footer = new Float64Array(footerNumbers)
  let chunk = new Uint8Array(chunkBytes)
  let filled = 0
  let written = 0
  let checksum = 0x811c9dc5

  const flush = () => {
    if (filled > 0) sink(chunk.subarray(0, filled))
    written += filled
    filled = 0
  }
  const put = (bytes: Uint8Array) => {
    sink(bytes)
    written += bytes.length
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
      flush()
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
    },
    end({ magic, version, pairs }) {
      flush()
      put(new Uint8Array((8 - (written % 8)) % 8))
      footer.set([magic, version, 0, pairs])
      footer[2] = checksumOf(new Uint32Array(footer.buffer), checksum)
      put(new Uint8Array(footer.buffer))
    },
  }
}
