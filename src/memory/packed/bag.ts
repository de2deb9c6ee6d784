import { expectDefined } from '../../model/expect.ts'
import type { Symbols } from '../distance.ts'

/**
 * The least edit distance from one text to parts of others that their symbols allow, in any order: exact up to `most`,
 * beyond it any number above `most`.
 */
export type LeastDistance = (text: Symbols, from: number, to: number, most: number) => number

/** `slots` as `createDistance` has filled them for the same pattern. */
export function createLeastDistance(pattern: Uint32Array, slots: Uint32Array): LeastDistance {
  const inPattern = new Int32Array(pattern.length + 1)
  for (const symbol of pattern) {
    const slot = expectDefined(slots[symbol], 'the slot of a symbol')
    inPattern[slot] = expectDefined(inPattern[slot], 'a count') + 1
  }
  const left = new Int32Array(inPattern.length)
  return (text, from, to, most) => {
    left.set(inPattern)
    let missing = Math.max(0, pattern.length - (to - from))
    for (let at = from; at < to; at++) {
      const slot = expectDefined(slots[expectDefined(text[at], 'a symbol')], 'the slot of a symbol')
      const rest = expectDefined(left[slot], 'a count')
      if (rest > 0) left[slot] = rest - 1
      else if (++missing > most) return missing
    }
    return missing
  }
}
