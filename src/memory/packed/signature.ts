import { expectDefined } from '../../model/expect.ts'
import type { Symbols } from '../distance.ts'

/** 32-bit words of a signature: 256 bits tell texts of usual length apart, and eight words are half a cache line. */
export const signatureWords = 8
const bitMask = signatureWords * 32 - 1
/** Symbols that are counted apart when they occur again: others share counters, in every text alike. */
const counters = 0x1000

/**
 * A signature has a bit for each symbol of a text and for each time it occurs again. Two texts differ by at least as
 * many symbols as one signature has bits that the other lacks; symbols that share a bit can only hide a difference.
 */
export interface Signatures {
  /** Writes the signature of the symbols from `from` to `to` at the word `at`. */
  write(symbols: Symbols, from: number, to: number, into: Uint32Array, at: number): void
}

export function createSignatures(): Signatures {
  const seen = new Uint32Array(counters)
  return {
    write(symbols, from, to, into, at) {
      into.fill(0, at, at + signatureWords)
      for (let place = from; place < to; place++) {
        const symbol = expectDefined(symbols[place], 'a symbol')
        const slot = symbol % counters
        const before = expectDefined(seen[slot], 'the count of a symbol')
        seen[slot] = before + 1
        const bit = (Math.imul(slot + Math.imul(before, 7919) + 1, 0x9e3779b1) >>> 16) & bitMask
        const word = at + (bit >>> 5)
        into[word] = expectDefined(into[word], 'a word of bits') | (1 << (bit & 31))
      }
      for (let place = from; place < to; place++) seen[expectDefined(symbols[place], 'a symbol') % counters] = 0
    },
  }
}

/**
 * The least edit distance that the signatures of two texts allow: as many edits as the shorter text has symbols that the
 * longer lacks, and one for each symbol that the longer has more (`apart`).
 */
export function leastEdits(
  ofLonger: Uint32Array,
  longerAt: number,
  ofShorter: Uint32Array,
  shorterAt: number,
  apart: number,
): number {
  // Bits are counted in all words at once, in bytes that hold up to 64 each.
  let bytes = 0
  for (let word = 0; word < signatureWords; word++) {
    const longer = expectDefined(ofLonger[longerAt + word], 'a word of bits')
    const lacking = expectDefined(ofShorter[shorterAt + word], 'a word of bits') & ~longer
    const pairs = lacking - ((lacking >>> 1) & 0x55555555)
    const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
    bytes += (fours + (fours >>> 4)) & 0x0f0f0f0f
  }
  const halves = (bytes & 0xff00ff) + ((bytes >>> 8) & 0xff00ff)
  return apart + (halves & 0xffff) + (halves >>> 16)
}
