/** Kinds of characters, as bits of `kinds`. */
export const plainText = 1
/** Plain in the value of an attribute: no `<`, `&` or quote. */
export const plainValue = 2
export const nameStart = 4
export const nameCharacter = 8
export const space = 16
/** May stand in a file (XML 1.0, production 2). Surrogates may only in pairs, so they are not among them. */
export const allowed = 32

type Ranges = readonly (readonly [first: number, last: number])[]

const allowedRanges: Ranges = [
  [0x9, 0xa],
  [0xd, 0xd],
  [0x20, 0xd7ff],
  [0xe000, 0xfffd],
]
/** XML 1.0, production 4, without the colon, which divides a prefix from a name, and without what needs surrogates. */
const startRanges: Ranges = [
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x2ff],
  [0x370, 0x37d],
  [0x37f, 0x1fff],
  [0x200c, 0x200d],
  [0x2070, 0x218f],
  [0x2c00, 0x2fef],
  [0x3001, 0xd7ff],
  [0xf900, 0xfdcf],
  [0xfdf0, 0xfffd],
]
/** What production 4a adds. */
const laterRanges: Ranges = [
  [0x2d, 0x2e],
  [0x30, 0x39],
  [0xb7, 0xb7],
  [0x300, 0x36f],
  [0x203f, 0x2040],
]

/** The kinds of each UTF-16 code unit. */
export const kinds: Uint8Array = kindsOfCharacters()

function kindsOfCharacters(): Uint8Array {
  const table = new Uint8Array(0x10000)
  const mark = (ranges: Ranges, bits: number) => {
    for (const [first, last] of ranges) {
      for (let code = first; code <= last; code++) table[code] = (table[code] ?? 0) | bits
    }
  }
  const unmark = (characters: string, bits: number) => {
    for (const character of characters) {
      const code = character.charCodeAt(0)
      table[code] = (table[code] ?? 0) & ~bits
    }
  }
  mark(allowedRanges, allowed | plainText | plainValue)
  unmark('<&>', plainText)
  unmark('<&"\'', plainValue)
  mark(startRanges, nameStart | nameCharacter)
  mark(laterRanges, nameCharacter)
  for (const character of ' \t\n\r') mark([[character.charCodeAt(0), character.charCodeAt(0)]], space)
  return table
}

/** Whether a code point may be written as a reference (production 2). */
export function isAllowed(point: number): boolean {
  return point > 0xffff ? point <= 0x10ffff : ((kinds[point] ?? 0) & allowed) !== 0
}
