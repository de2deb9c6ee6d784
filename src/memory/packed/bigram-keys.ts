import { expectDefined } from '../../model/expect.ts'
import type { Symbols } from '../distance.ts'

const slotBits = 20
export const bigramSlots = 2 ** slotBits

/**
 * A bigram and how often it occurred before in its text, as a key of 32 bits. Two texts share at least as many keys as
 * bigrams. Bigrams with one key can only add a candidate, never hide one.
 */
export function bigramKey(slot: number, before: number): number {
  return before === 0 ? (slot << (32 - slotBits)) >>> 0 : mixed(slot + Math.imul(before, 0x85ebca6b)) >>> 0
}

/** The slot of the bigram at a place, below `bigramSlots`. */
export function bigramSlot(symbols: Symbols, at: number): number {
  const first = expectDefined(symbols[at], 'a symbol')
  const second = expectDefined(symbols[at + 1], 'a symbol')
  return mixed(Math.imul(first, 0x9e3779b1) ^ Math.imul(second + 0x7f4a7c15, 0x85ebca6b)) >>> (32 - slotBits)
}

/** Writes the key of every bigram from `from` to `to` and gives their number. */
export type BigramKeys = (symbols: Symbols, from: number, to: number, into: Uint32Array, at: number) => number

export function createBigramKeys(): BigramKeys {
  const seen = new Uint32Array(bigramSlots)
  return (symbols, from, to, into, at) => {
    const count = Math.max(0, to - from - 1)
    for (let place = 0; place < count; place++) {
      const slot = bigramSlot(symbols, from + place)
      const before = expectDefined(seen[slot], 'the count of a bigram')
      seen[slot] = before + 1
      into[at + place] = bigramKey(slot, before)
    }
    // The first key of a bigram has its slot; the slots that other keys seem to have are to be empty, too.
    for (let place = 0; place < count; place++) {
      seen[expectDefined(into[at + place], 'a key') >>> (32 - slotBits)] = 0
    }
    return count
  }
}

function mixed(value: number): number {
  let hash = value ^ (value >>> 15)
  hash = Math.imul(hash, 0x2c1b3c6d)
  hash ^= hash >>> 12
  hash = Math.imul(hash, 0x297a2d39)
  return hash ^ (hash >>> 15)
}
