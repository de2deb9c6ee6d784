import { expectDefined } from '../../model/expect.ts'
import type { MemoryPair } from '../../model/match.ts'
import type { Symbols } from '../distance.ts'
import { type BigramKeys, createBigramKeys } from './bigram-keys.ts'
import {
  blockTexts,
  checksumOf,
  fileVersion,
  footerNumbers,
  headNumbers,
  magic,
  mostNarrowSymbols,
  recordNumbers,
  type Section,
  sections,
} from './layout.ts'
import { bytesAfter, decodeString, stringHead } from './strings.ts'

/** A file that can be read in any place. `read` fills `into` with the bytes from `from` on. */
export interface ByteSource {
  readonly size: number
  read(from: number, into: Uint8Array): void
}

/** Texts with neighbouring numbers, and their bigrams. */
export interface Block {
  readonly first: number
  readonly end: number
  readonly bits: number
  readonly starts: Uint32Array
  readonly postings: Uint16Array
}

/** A packed memory, opened: everything needed to find texts is held; pairs are read when asked for. See `sections`. */
export interface PackedMemory {
  readonly size: number
  readonly symbolOf: ReadonlyMap<number, number>
  readonly lengthStarts: Uint32Array
  readonly lengths: Uint32Array
  /** For each length, where the letters of its first text begin in `symbols`. */
  readonly letterStarts: Float64Array
  readonly symbols: Symbols
  readonly figures: Uint32Array
  readonly pairStarts: Uint32Array
  readonly pairNumbers: Uint32Array
  readonly blocks: readonly Block[]
  readonly pair: (number: number) => MemoryPair
  readonly source: (number: number) => string
  /** Scratch for lookups: a slot for each symbol and for those the alphabet lacks, counts and places of a block's texts. */
  readonly scratch: {
    readonly slots: Uint32Array
    readonly counts: Uint32Array
    readonly met: Uint16Array
    readonly keysOf: BigramKeys
  }
}

/** Opens a packed memory; null if it is damaged, cut short or of another version, and has to be packed again. */
export function openPacked(file: ByteSource): PackedMemory | null {
  const footer = new Float64Array(footerNumbers)
  const footerAt = file.size - footer.byteLength
  if (footerAt < 0 || footerAt % 8 !== 0) return null
  file.read(footerAt, new Uint8Array(footer.buffer))
  const [fileMagic, version, checksum, size] = footer
  if (fileMagic !== magic || version !== fileVersion || size === undefined) return null
  const spans = new Map(
    sections.map((name, at) => {
      const [from = -1, bytes = -1] = footer.subarray(headNumbers + 2 * at)
      return [name, { from, bytes }] as const
    }),
  )
  for (const { from, bytes } of spans.values()) if (!(from >= 0 && bytes >= 0 && from + bytes <= footerAt)) return null
  let sum = 0x811c9dc5
  const held = new Map<Section, ArrayBuffer>()
  // The order in which they were written, as the checksum takes it.
  for (const [name, { from, bytes }] of [...spans].sort((a, b) => a[1].from - b[1].from)) {
    if (name === 'records') {
      sum = checksumInParts(file, from, bytes, sum)
      continue
    }
    const padded = new ArrayBuffer(Math.ceil(bytes / 4) * 4)
    file.read(from, new Uint8Array(padded, 0, bytes))
    sum = checksumOf(new Uint32Array(padded), sum)
    held.set(name, padded.byteLength === bytes ? padded : padded.slice(0, bytes))
  }
  footer[2] = 0
  if (checksumOf(new Uint32Array(footer.buffer), sum) !== checksum) return null
  const buffer = (name: Section) => expectDefined(held.get(name), 'a section')
  const recordsAt = expectDefined(spans.get('records'), 'a section').from
  return assembled(buffer, size, createPairReader(file, recordsAt))
}

function checksumInParts(file: ByteSource, from: number, bytes: number, before: number): number {
  let sum = before
  const part = new Uint8Array(2 ** 20)
  for (let at = 0; at < bytes; at += part.length) {
    const here = part.subarray(0, Math.min(part.length, bytes - at))
    file.read(from + at, here)
    sum = checksumOf(new Uint32Array(part.buffer, 0, here.length / 4), sum)
  }
  return sum
}

function assembled(
  buffer: (name: Section) => ArrayBuffer,
  size: number,
  readers: Pick<PackedMemory, 'pair' | 'source'>,
): PackedMemory {
  const alphabet = new Uint32Array(buffer('alphabet'))
  const lengthStarts = new Uint32Array(buffer('lengthStarts'))
  const figures = new Uint32Array(buffer('figures'))
  const narrow = alphabet.length < mostNarrowSymbols
  const lengths = new Uint32Array(figures.length)
  const letterStarts = new Float64Array(lengthStarts.length)
  for (let length = 0; length + 1 < lengthStarts.length; length++) {
    const [first = 0, end = 0] = lengthStarts.subarray(length, length + 2)
    lengths.fill(length, first, end)
    letterStarts[length + 1] = expectDefined(letterStarts[length], 'a place') + length * (end - first)
  }
  return {
    size,
    symbolOf: new Map(Array.from(alphabet, (point, symbol) => [point, symbol])),
    lengthStarts,
    lengths,
    letterStarts,
    symbols: narrow ? new Uint16Array(buffer('symbols')) : new Uint32Array(buffer('symbols')),
    figures,
    pairStarts: new Uint32Array(buffer('pairStarts')),
    pairNumbers: new Uint32Array(buffer('pairNumbers')),
    blocks: blocksOf(
      new Uint8Array(buffer('bucketBits')),
      new Uint32Array(buffer('bucketStarts')),
      new Uint16Array(buffer('postings')),
      figures.length,
    ),
    ...readers,
    scratch: {
      slots: new Uint32Array(alphabet.length + 1),
      counts: new Uint32Array(blockTexts),
      met: new Uint16Array(blockTexts),
      keysOf: createBigramKeys(),
    },
  }
}

function blocksOf(allBits: Uint8Array, allStarts: Uint32Array, allPostings: Uint16Array, texts: number): Block[] {
  let usedStarts = 0
  let usedPostings = 0
  return Array.from(allBits, (bits, at) => {
    const starts = allStarts.subarray(usedStarts, usedStarts + 2 ** bits + 1)
    const count = starts.at(-1) ?? 0
    const postings = allPostings.subarray(usedPostings, usedPostings + count)
    usedStarts += starts.length
    usedPostings += count
    return { first: at * blockTexts, end: Math.min(texts, (at + 1) * blockTexts), bits, starts, postings }
  })
}

/** Most strings come with one read, together with the strings written after them. */
const windowBytes = 2048

function createPairReader(file: ByteSource, recordsAt: number): Pick<PackedMemory, 'pair' | 'source'> {
  const window = new Uint8Array(windowBytes)
  const view = new DataView(window.buffer)
  let start = 0
  let end = 0
  const fill = (from: number) => {
    start = from
    end = Math.min(from + windowBytes, file.size)
    file.read(from, window.subarray(0, end - from))
  }
  const string = (place: number) => {
    if (place < start || place + stringHead > end) fill(place)
    const head = view.getUint32(place - start, true)
    const length = bytesAfter(head)
    const from = place + stringHead
    if (from + length > end && length + stringHead <= windowBytes) fill(place)
    if (from + length <= end) return decodeString(head, window.subarray(from - start, from - start + length))
    const whole = new Uint8Array(length)
    file.read(from, whole)
    return decodeString(head, whole)
  }
  let [origin, originAt] = ['', -1]
  /** Many pairs have the same origin. */
  const originOf = (place: number) => {
    if (place !== originAt) {
      origin = string(place)
      originAt = place
    }
    return origin
  }
  const record = (number: number) => {
    const places = new Float64Array(recordNumbers)
    file.read(recordsAt + number * places.byteLength, new Uint8Array(places.buffer))
    return places
  }
  return {
    source: (number) => string(expectDefined(record(number)[0], 'the place of a source')),
    pair(number) {
      const [source = -1, target = -1, before = -1, after = -1, from = -1] = record(number)
      return {
        source: string(source),
        target: string(target),
        ...(before >= 0 && { before: string(before) }),
        ...(after >= 0 && { after: string(after) }),
        origin: originOf(from),
      }
    },
  }
}
