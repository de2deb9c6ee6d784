import { expectDefined } from '../../model/expect.ts'
import type { MemoryPair } from '../../model/match.ts'
import type { Symbols } from '../distance.ts'
import { samePair } from '../pairs.ts'
import { comparedText } from '../score.ts'
import { createBigramKeys } from './bigram-keys.ts'
import {
  blockTexts,
  contextHash,
  figuresHash,
  fileVersion,
  flaggedNumber,
  magic,
  mostNarrowSymbols,
  pairNumber,
  recordNumbers,
  repeatedFlag,
  unreviewedFlag,
} from './layout.ts'
import { createSignatures, signatureWords } from './signature.ts'
import { createPackedWriter, type PackedWriter, type Sink } from './write.ts'

/** Writes pairs as a packed memory, in order, except those without source or target and those already written. */
export function packMemory(pairs: readonly MemoryPair[], sink: Sink): void {
  const writer = createPackedWriter(sink)
  const texts = collectTexts(pairs)
  const order = orderByLength(texts.lengths)
  writePairs(texts, order, writer)
  const symbols = writeTexts(texts, order, writer)
  writeBlocks(
    symbols,
    order.map((text) => at(texts.lengths, text)),
    writer,
  )
  writer.end({ magic, version: fileVersion, pairs: texts.kept.length })
}

/** The source texts, numbered as they come. */
interface Texts {
  readonly kept: readonly MemoryPair[]
  readonly bySource: ReadonlyMap<string, number>
  /** The text of each pair. */
  readonly textOf: Uint32Array
  readonly alphabet: readonly number[]
  /** Letters of all texts as symbols, one text after the other. */
  readonly symbols: Uint32Array
  readonly lengths: Uint32Array
  readonly figures: Uint32Array
}

function collectTexts(pairs: readonly MemoryPair[]): Texts {
  const kept: MemoryPair[] = []
  const bySource = new Map<string, number>()
  const textOf = new Uint32Array(pairs.length)
  const lengths = new Uint32Array(pairs.length)
  const figures = new Uint32Array(pairs.length)
  // Of each text its last pair, and of each pair the one of its text before it; plus 1, 0 for none.
  const lastPair = new Uint32Array(pairs.length)
  const earlierPair = new Uint32Array(pairs.length)
  const letters = createLetters()
  const isHeld = (text: number, pair: MemoryPair) => {
    for (let number = at(lastPair, text); number > 0; number = at(earlierPair, number - 1)) {
      if (samePair(expectDefined(kept[number - 1], 'a pair'), pair)) return true
    }
    return false
  }
  for (const pair of pairs) {
    if (pair.source === '' || pair.target === '') continue
    const known = bySource.get(pair.source)
    if (known !== undefined && isHeld(known, pair)) continue
    const text = known ?? bySource.size
    if (known === undefined) {
      bySource.set(pair.source, text)
      const compared = comparedText(pair.source)
      lengths[text] = letters.add(compared.letters)
      figures[text] = figuresHash(compared.figures)
    }
    const number = kept.push(pair)
    textOf[number - 1] = text
    earlierPair[number - 1] = at(lastPair, text)
    lastPair[text] = number
  }
  const texts = bySource.size
  return {
    kept,
    bySource,
    textOf,
    ...letters.all(),
    lengths: lengths.subarray(0, texts),
    figures: figures.subarray(0, texts),
  }
}

/** Collects letters as symbols: numbers of code points, in the order in which they first occur. */
function createLetters(): {
  /** Adds letters and gives how many they are. */
  add(letters: string): number
  all(): Pick<Texts, 'alphabet' | 'symbols'>
} {
  const alphabet: number[] = []
  /** Of each code point its symbol plus 1; 0 if it has none yet. */
  const symbolOf = new Uint32Array(0x110000)
  let symbols = new Uint32Array(2 ** 16)
  let used = 0
  return {
    add(letters) {
      const before = used
      if (used + letters.length > symbols.length) {
        const larger = new Uint32Array(Math.ceil((used + letters.length) * 1.5))
        larger.set(symbols)
        symbols = larger
      }
      for (let place = 0; place < letters.length; place++) {
        const point = expectDefined(letters.codePointAt(place), 'a code point')
        if (point > 0xffff) place++
        if (symbolOf[point] === 0) symbolOf[point] = alphabet.push(point)
        symbols[used++] = at(symbolOf, point) - 1
      }
      return used - before
    },
    all: () => ({ alphabet, symbols }),
  }
}

/** Writes the strings of all pairs, and the record of each at its place. */
function writeStrings({ kept, bySource, textOf }: Texts, places: Uint32Array, writer: PackedWriter): void {
  const records = new Float64Array(kept.length * recordNumbers).fill(-1)
  // A source is written once; so are neighbours that are sources, too, and a target that a text has again.
  const sources = new Float64Array(bySource.size).fill(-1)
  const targets = new Float64Array(bySource.size).fill(-1)
  const lastPairs = new Uint32Array(bySource.size)
  const others = new Map<string, number>()
  const other = (words: string) => {
    const place = others.get(words) ?? writer.string(words)
    others.set(words, place)
    return place
  }
  const source = (text: number, words: string) => {
    if (at(sources, text) < 0) sources[text] = writer.string(words)
    return at(sources, text)
  }
  const neighbour = (words: string) => {
    const text = bySource.get(words)
    return text === undefined ? other(words) : source(text, words)
  }
  for (let number = 0; number < kept.length; number++) {
    const pair = expectDefined(kept[number], 'a pair')
    const text = at(textOf, number)
    const record = at(places, number) * recordNumbers
    records[record] = source(text, pair.source)
    const isAgain = at(targets, text) >= 0 && kept[at(lastPairs, text)]?.target === pair.target
    if (!isAgain) targets[text] = writer.string(pair.target)
    lastPairs[text] = number
    records[record + 1] = at(targets, text)
    if (pair.before !== undefined) records[record + 2] = neighbour(pair.before)
    if (pair.after !== undefined) records[record + 3] = neighbour(pair.after)
    records[record + 4] = other(pair.origin)
  }
  writer.section('records', records)
}

function orderByLength(lengths: Uint32Array): Uint32Array {
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
function startsByLength(lengths: Uint32Array): Uint32Array {
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
  const signatures = new Uint32Array(order.length * signatureWords)
  const { write } = createSignatures()
  let from = 0
  for (const [place, text] of order.entries()) {
    const length = at(lengths, text)
    write(ordered, from, from + length, signatures, place * signatureWords)
    from += length
  }
  writer.section('signatures', signatures)
  return ordered
}

/** Writes what is known of each pair: those of a text stand together, the oldest first. */
function writePairs(texts: Texts, order: Uint32Array, writer: PackedWriter): void {
  const { kept, textOf } = texts
  const counts = new Uint32Array(order.length)
  for (let number = 0; number < kept.length; number++) {
    const text = at(textOf, number)
    counts[text] = at(counts, text) + 1
  }
  const starts = new Uint32Array(order.length + 1)
  /** Of each text the place of its next pair. */
  const next = new Uint32Array(order.length)
  for (let place = 0; place < order.length; place++) {
    const text = at(order, place)
    next[text] = at(starts, place)
    starts[place + 1] = at(starts, place) + at(counts, text)
  }
  const places = new Uint32Array(kept.length)
  const flagged = new Uint32Array(kept.length)
  const contexts = new Uint32Array(kept.length)
  for (let number = 0; number < kept.length; number++) {
    const pair = expectDefined(kept[number], 'a pair')
    const text = at(textOf, number)
    const place = at(next, text)
    next[text] = place + 1
    places[number] = place
    flagged[place] = flaggedNumber(number, pair.unreviewed ? unreviewedFlag : 0)
    contexts[place] = contextHash(pair)
  }
  for (let text = 0; text < order.length; text++) {
    const from = at(starts, text)
    const to = at(starts, text + 1)
    if (to - from > 1) flagRepeated(flagged.subarray(from, to), kept)
  }
  writeStrings(texts, places, writer)
  writer.section('pairStarts', starts)
  writer.section('pairNumbers', flagged)
  writer.section('contexts', contexts)
}

/** Flags the pairs of a text that a newer one makes superfluous. */
function flagRepeated(flagged: Uint32Array, kept: readonly MemoryPair[]): void {
  const newer = { reviewed: new Set<string>(), any: new Set<string>() }
  for (let place = flagged.length - 1; place >= 0; place--) {
    const { target, unreviewed } = expectDefined(kept[pairNumber(at(flagged, place))], 'a pair')
    if ((unreviewed ? newer.any : newer.reviewed).has(target)) flagged[place] = at(flagged, place) + repeatedFlag
    newer.any.add(target)
    if (!unreviewed) newer.reviewed.add(target)
  }
}

/** About as many postings for each bucket; more buckets than 2 ** `mostBits` do not fit the cache. */
const postingsABucket = 8
const mostBits = 17

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
