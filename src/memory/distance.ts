import { expectDefined } from '../model/expect.ts'

const wordBits = 32

/**
 * Edit distance (insertions, deletions and substitutions of code points, each 1) from one text to many, by bit
 * vectors: Myers, "A fast bit-vector algorithm for approximate string matching" (JACM 46, 1999), in blocks of 32 rows.
 * The answer is exact up to `most`; beyond it any number above `most`.
 */
export function createDistance(pattern: string): (text: string, length: number, most: number) => number {
  const points = Array.from(pattern, (character) => expectDefined(character.codePointAt(0), 'a code point'))
  const rows = points.length
  const words = Math.ceil(rows / wordBits)
  const positions = new Map<number, Int32Array>()
  for (const [row, point] of points.entries()) {
    const bits = positions.get(point) ?? new Int32Array(words)
    positions.set(point, bits)
    const word = Math.floor(row / wordBits)
    bits[word] = expectDefined(bits[word], 'a word of bits') | (1 << (row % wordBits))
  }
  const nowhere = new Int32Array(words)
  const plus = new Int32Array(words)
  const minus = new Int32Array(words)
  const lastBit = (rows - 1) % wordBits

  return (text, length, most) => {
    if (rows === 0) return length
    plus.fill(-1)
    minus.fill(0)
    let distance = rows
    let left = length
    for (let at = 0; at < text.length; at++) {
      const point = expectDefined(text.codePointAt(at), 'a code point')
      if (point > 0xffff) at++
      const bits = positions.get(point) ?? nowhere
      // The row above the first grows by one at each column, since the whole text is measured, not its best part.
      let carry = 1
      for (let word = 0; word < words; word++) {
        const equal = expectDefined(bits[word], 'a word of bits')
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
      distance += carry
      left--
      // Each remaining column can reduce the distance by at most one.
      if (distance - left > most) return most + 1
    }
    return distance
  }
}
