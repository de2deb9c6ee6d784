import { expectDefined } from '../model/expect.ts'

const wordBits = 32

/** Symbols of a text: code points, or their numbers in an alphabet. */
export type Symbols = Uint16Array | Uint32Array

/**
 * Edit distance (insertions, deletions and substitutions of symbols, each 1) from one text to parts of others, by bit
 * vectors: Myers, "A fast bit-vector algorithm for approximate string matching" (JACM 46, 1999), in blocks of 32 rows.
 * The answer is exact up to `most`; beyond it any number above `most`.
 */
export type Distance = (text: Symbols, from: number, to: number, most: number) => number

/** `slots` has a place of value 0 for every symbol; it is in use until `release` is called. */
export function createDistance(pattern: Symbols, slots: Uint32Array): { readonly distance: Distance; release(): void } {
  const rows = pattern.length
  const words = Math.ceil(rows / wordBits)
  // The words of bits of each symbol of the pattern; the first are of the symbols that it lacks.
  let used = 0
  for (const symbol of pattern) slots[symbol] ||= ++used
  const positions = new Int32Array((used + 1) * words)
  let row = 0
  for (const symbol of pattern) {
    const word = expectDefined(slots[symbol], 'the slot of a symbol') * words + Math.floor(row / wordBits)
    positions[word] = expectDefined(positions[word], 'a word of bits') | (1 << (row % wordBits))
    row++
  }
  const plus = new Int32Array(words)
  const minus = new Int32Array(words)
  const lastBit = (rows - 1) % wordBits

  const distance: Distance = (text, from, to, most) => {
    if (rows === 0) return to - from
    plus.fill(-1)
    minus.fill(0)
    let edits = rows
    for (let at = from; at < to; at++) {
      const first = expectDefined(slots[expectDefined(text[at], 'a symbol')], 'the slot of a symbol') * words
      // The row above the first grows by one at each column, since the whole text is measured, not its best part.
      let carry = 1
      for (let word = 0; word < words; word++) {
        const equal = expectDefined(positions[first + word], 'a word of bits')
        const up = expectDefined(plus[word], 'a word of bits')
        const down = expectDefined(minus[word], 'a word of bits')
        const vertical = equal | down
        const seen = carry < 0 ? equal | 1 : equal
        const horizontal = (((seen & up) + up) ^ up) | seen
        let rise = down | ~(horizontal | up)
        let fall = up & horizontal
        const top = word === words - 1 ? lastBit : wordBits - 1
        const out = ((rise >>> top) & 1) - ((fall >>> top) & 1)
        rise = (rise << 1) | (carry > 0 ? 1 : 0)
        fall = (fall << 1) | (carry < 0 ? 1 : 0)
        plus[word] = fall | ~(vertical | rise)
        minus[word] = rise & vertical
        carry = out
      }
      edits += carry
      // Each remaining column can reduce the distance by at most one.
      if (edits - (to - at - 1) > most) return most + 1
    }
    return edits
  }
  const release = () => {
    for (const symbol of pattern) slots[symbol] = 0
  }
  return { distance, release }
}
