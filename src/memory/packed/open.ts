import { expectDefined } from '../../model/expect.ts'
import type { Symbols } from '../distance.ts'
import type { Block } from './block.ts'
import type { ByteSource } from './byte-source.ts'
import { type CandidateList, createCandidateList } from './candidate-list.ts'
import {
  blockTexts,
  checksumOf,
  fileVersion,
  firstSum,
  footerNumbers,
  headNumbers,
  magic,
  mostNarrowSymbols,
  pairNumber,
  type Section,
  sections,
} from './layout.ts'
import { createPairReader, type PairReader } from './pair-reader.ts'
import { createPieceLists, type PieceLists } from './piece-lists.ts'

/** A packed memory, opened: everything needed to find texts is held; pairs are read when asked for. See `sections`. */
export interface PackedMemory extends PairReader {
  readonly size: number
  readonly symbolOf: ReadonlyMap<number, number>
  readonly lengthStarts: Uint32Array
  readonly lengths: Uint32Array
  /** For each length, where the letters of its first text begin in `symbols`. */
  readonly letterStarts: Float64Array
  readonly symbols: Symbols
  readonly figures: Uint32Array
  readonly signatures: Uint32Array
  readonly pairStarts: Uint32Array
  readonly pairNumbers: Uint32Array
  readonly contexts: Uint32Array
  readonly blocks: readonly Block[]
  readonly scratch: Scratch
}

export const mostCounted = 255

/** Room for lookups, one at a time. */
export interface Scratch {
  /** A slot for each symbol, and for those the alphabet lacks. */
  readonly slots: Uint32Array
  /** Of a block's texts, how often each was met, up to `mostCounted`, and which were; one place more than there are texts. */
  readonly counts: Uint8ClampedArray
  readonly met: Uint16Array
  readonly metCounts: Uint8Array
  readonly pieces: PieceLists
  readonly candidates: CandidateList
  /** Bits of what was loaded ahead, so that the loads are not left out for being unused. */
  loaded: number
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
  let sum = firstSum
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
  const stringsEnd = expectDefined(spans.get('pageSums'), 'a section').from
  return assembled(buffer, size, file, { recordsAt, stringsEnd })
}

function checksumInParts(file: ByteSource, from: number, bytes: number, before: number): number {
  let sum = before
  const part = new Uint8Array(Math.min(bytes, 2 ** 20))
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
  file: ByteSource,
  places: { readonly recordsAt: number; readonly stringsEnd: number },
): PackedMemory {
  const pairNumbers = new Uint32Array(buffer('pairNumbers'))
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
    signatures: new Uint32Array(buffer('signatures')),
    pairStarts: new Uint32Array(buffer('pairStarts')),
    pairNumbers,
    contexts: new Uint32Array(buffer('contexts')),
    blocks: blocksOf(
      new Uint8Array(buffer('bucketBits')),
      new Uint32Array(buffer('bucketStarts')),
      new Uint16Array(buffer('postings')),
      figures.length,
    ),
    ...createPairReader(file, places, new Uint32Array(buffer('pageSums')), pairNumbers),
    scratch: { ...commonScratch(), slots: new Uint32Array(alphabet.length + 1) },
  }
}

let common: Omit<Scratch, 'slots'> | undefined

/** What all memories of a thread use in turn: a lookup ends before another begins. */
function commonScratch(): Omit<Scratch, 'slots'> {
  common ??= {
    counts: new Uint8ClampedArray(blockTexts),
    met: new Uint16Array(blockTexts + 1),
    metCounts: new Uint8Array(blockTexts + 1),
    pieces: createPieceLists(),
    candidates: createCandidateList(blockTexts),
    loaded: 0,
  }
  return common
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

/** The places of a text's pairs, from `start` to `end`. */
export function pairsOfText(
  { pairStarts }: PackedMemory,
  text: number,
): { readonly start: number; readonly end: number } {
  return {
    start: expectDefined(pairStarts[text], 'the first pair of a text'),
    end: expectDefined(pairStarts[text + 1], 'the first pair of the next text'),
  }
}

/** The number of the pair at a place: newer ones have higher numbers. */
export function numberAt({ pairNumbers }: PackedMemory, place: number): number {
  return pairNumber(expectDefined(pairNumbers[place], 'a pair'))
}
