import type { Symbols } from '../distance.ts'
import { createBigramKeys } from './bigram-keys.ts'
import { blockTexts } from './layout.ts'
import { at } from './number-at.ts'
import type { PackedWriter } from './write.ts'

/** About as many postings for each bucket; more buckets than 2 ** `mostBits` do not fit the cache. */
const postingsABucket = 8

const mostBits = 17

export function writeBlocks(symbols: Symbols, lengths: Uint32Array, writer: PackedWriter): void {
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
