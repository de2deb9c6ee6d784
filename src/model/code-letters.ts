import type { Inline } from './inline.ts'

/** What people call the codes of a sentence: a, b, c in the order in which its source has them; by id. After z, `aa`. */
export function codeLetters(source: Inline): ReadonlyMap<string, string> {
  const letters = new Map<string, string>()
  for (const part of source) {
    if (typeof part !== 'string' && !letters.has(part.id)) letters.set(part.id, letterOf(letters.size))
  }
  return letters
}

/** A code by its letter; one that the source does not have goes by its id, marked as such. */
export function codeName(id: string, letters: ReadonlyMap<string, string>): string {
  return letters.get(id) ?? `+${id}`
}

function letterOf(index: number): string {
  const last = String.fromCharCode(0x61 + (index % 26))
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last
}
