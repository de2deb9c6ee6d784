import { expectDefined } from '../../model/expect.ts'
import type { MemoryPair } from '../../model/match.ts'
import { codePointsOf } from '../code-points.ts'
import type { Symbols } from '../distance.ts'
import { samePair } from '../pairs.ts'
import { comparedText } from '../score.ts'
import { createBigramKeys } from './bigram-keys.ts'
import { blockTexts, figuresHash, fileVersion, magic, mostNarrowSymbols, recordNumbers } from './layout.ts'
import { createPackedWriter, type PackedWriter, type Sink } from './write.ts'

/** Writes pairs as a packed memory, in order, except those without source or target and those already written. */
export function packMemory(pairs: readonly MemoryPair[], sink: Sink): void {
  const writer = createPackedWriter(sink)
  const texts = collectTexts(pairs)
  const { kept } = texts
  writeRecords(kept, writer)
  const order = orderByLength(texts.lengths)
  const symbols = writeTexts(texts, order, writer)
  writePairNumbers(texts, order, writer)
  writeBlocks(
    symbols,
    order.map((text) => at(texts.lengths, text)),
    writer,
  )
  writer.end({ magic, version: fileVersion, pairs: kept.length })
}

/** The source texts, numbered as they come. */
interface Texts {
  readonly kept: readonly MemoryPair[]
  readonly alphabet: readonly number[]
  /** Letters of all texts as symbols, one text after the other. */
  readonly symbols: Uint32Array
  readonly lengths: number[]
  readonly figures: number[]
  /** For each text its pairs: a number, or several, rising. */
  readonly numbers: (number | number[])[]
}

function collectTexts(pairs: readonly MemoryPair[]): Texts {
  const kept: MemoryPair[] = []
  const symbolOf = new Map<number, number>()
  const bySource = new Map<string, number>()
  const [lengths, figures, numbers]: [number[], number[], (number | number[])[]] = [[], [], []]
  let symbols = new Uint32Array(2 ** 16)
  let used = 0
  for (const pair of pairs) {
    if (pair.source === '' || pair.target === '') continue
    const text = bySource.get(pair.source)
    if (text !== undefined) {
      const before = [numbers[text] ?? []].flat()
      if (before.some((number) => samePair(expectDefined(kept[number], 'a pair'), pair))) continue
      numbers[text] = [...before, kept.push(pair) - 1]
      continue
    }
    bySource.set(pair.source, lengths.length)
    const compared = comparedText(pair.source)
    const points = codePointsOf(compared.letters)
    if (used + points.length > symbols.length) {
      const larger = new Uint32Array(Math.ceil((used + points.length) * 1.5))
      larger.set(symbols)
      symbols = larger
    }
    for (const point of points) {
      const symbol = symbolOf.get(point) ?? symbolOf.size
      if (symbol === symbolOf.size) symbolOf.set(point, symbol)
      symbols[used++] = symbol
    }
    lengths.push(points.length)
    figures.push(figuresHash(compared.figures))
    numbers.push(kept.push(pair) - 1)
  }
  return { kept, alphabet: [...symbolOf.keys()], symbols, lengths, figures, numbers }
}

function writeRecords(pairs: readonly MemoryPair[], writer: PackedWriter): void {
  const records = new Float64Array(pairs.length * recordNumbers)
  const place = (text: string | undefined) => (text === undefined ? -1 : writer.string(text))
  for (const [number, { source, target, before, after, origin }] of pairs.entries()) {
    records.set([place(source), place(target), place(before), place(after), place(origin)], number * recordNumbers)
  }
  writer.section('records', records)
}

function orderByLength(lengths: readonly number[]): Uint32Array {
  const starts = startsByLength(lengths)
  const order = new Uint32Array(lengths.length)
  for (const [text, length] of lengths.entries()) {
    const place = at(starts, length)
    starts[length] = place + 1
    order[place] = text
  }
  return order
}

/** For each length the number of shorter texts. */
function startsByLength(lengths: readonly number[]): Uint32Array {
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0)
  const starts = new Uint32Array(longest + 2)
  for (const length of lengths) starts[length + 1] = at(starts, length + 1) + 1
  for (let length = 1; length < starts.length; length++) starts[length] = at(starts, length) + at(starts, length - 1)
  return starts
}

/** Writes the letters and figures of texts in an order and gives the letters. */
function writeTexts({ alphabet, symbols, lengths, figures }: Texts, order: Uint32Array, writer: PackedWriter): Symbols {
  const froms = new Float64Array(lengths.length)
  let total = 0
  for (const [text, length] of lengths.entries()) {
    froms[text] = total
    total += length
  }
  const ordered = alphabet.length < mostNarrowSymbols ? new Uint16Array(total) : new Uint32Array(total)
  let used = 0
  for (const text of order) {
    const from = at(froms, text)
    ordered.set(symbols.subarray(from, from + at(lengths, text)), used)
    used += at(lengths, text)
  }
  writer.section('alphabet', Uint32Array.from(alphabet))
  writer.section('lengthStarts', startsByLength(lengths))
  writer.section('symbols', ordered)
  writer.section(
    'figures',
    order.map((text) => at(figures, text)),
  )
  return ordered
}

function writePairNumbers({ kept, numbers }: Texts, order: Uint32Array, writer: PackedWriter): void {
  const starts = new Uint32Array(order.length + 1)
  const inOrder = new Uint32Array(kept.length)
  let used = 0
  for (const [place, text] of order.entries()) {
    for (const number of [numbers[text] ?? []].flat()) inOrder[used++] = number
    starts[place + 1] = used
  }
  writer.section('pairStarts', starts)
  writer.section('pairNumbers', inOrder)
}

/** About as many postings for each bucket; more buckets than 2 ** `mostBits` do not fit the cache. */
const postingsABucket = 8
const mostBits = 19

function writeBlocks(symbols: Symbols, lengths: Uint32Array, writer: PackedWriter): void {
  const bits: number[] = []
  const starts: Uint32Array[] = []
  const postings: Uint16Array[] = []
  const keysOf = createBigramKeys()
  let from = 0
  for (let first = 0; first < lengths.length; first += blockTexts) {
    const inBlock = lengths.subarray(first, first + blockTexts)
    const letters = inBlock.reduce((sum, length) => sum + length, 0)
    const bitsHere = Math.max(1, Math.min(mostBits, Math.ceil(Math.log2(letters / postingsABucket + 2))))
    const block = blockOf(symbols, from, inBlock, letters, bitsHere, keysOf)
    bits.push(bitsHere)
    starts.push(block.starts)
    postings.push(block.postings)
    from += letters
  }
  writer.section('bucketBits', Uint8Array.from(bits))
  writer.section('bucketStarts', joined(Uint32Array, starts))
  writer.section('postings', joined(Uint16Array, postings))
}

function blockOf(
  symbols: Symbols,
  from: number,
  lengths: Uint32Array,
  letters: number,
  bits: number,
  keysOf: ReturnType<typeof createBigramKeys>,
): { readonly starts: Uint32Array; readonly postings: Uint16Array } {
  const keys = new Uint32Array(letters)
  let count = 0
  let place = from
  for (const length of lengths) {
    count += keysOf(symbols, place, place + length, keys, count)
    place += length
  }
  const starts = new Uint32Array(2 ** bits + 1)
  for (let key = 0; key < count; key++) {
    const bucket = at(keys, key) >>> (32 - bits)
    starts[bucket + 1] = at(starts, bucket + 1) + 1
  }
  for (let bucket = 1; bucket < starts.length; bucket++) starts[bucket] = at(starts, bucket) + at(starts, bucket - 1)
  const next = starts.slice()
  const postings = new Uint16Array(count)
  let key = 0
  for (const [text, length] of lengths.entries()) {
    for (let bigram = 1; bigram < length; bigram++) {
      const bucket = at(keys, key++) >>> (32 - bits)
      const free = at(next, bucket)
      next[bucket] = free + 1
      postings[free] = text
    }
  }
  return { starts, postings }
}

function joined<T extends Uint16Array | Uint32Array>(kind: new (length: number) => T, parts: readonly T[]): T {
  const whole = new kind(parts.reduce((sum, part) => sum + part.length, 0))
  let used = 0
  for (const part of parts) {
    whole.set(part, used)
    used += part.length
  }
  return whole
}

function at(numbers: ArrayLike<number>, place: number): number {
  return expectDefined(numbers[place], 'a number')
}
