/** Words with their meanings, found by the longest word at a place of a text. */
export interface Lexicon<Value> {
  longestAt(text: string, at: number): { readonly word: string; readonly value: Value } | undefined
  /** The characters its words begin with. */
  readonly firsts: Iterable<string>
}

/** Makes a lexicon. Few and short words begin with one character, so a lookup takes constant time. */
export function createLexicon<Value>(entries: Iterable<readonly [string, Value]>): Lexicon<Value> {
  const byFirst = new Map<string, { word: string; value: Value }[]>()
  for (const [word, value] of entries) {
    const first = word.charAt(0)
    const words = byFirst.get(first)
    if (words === undefined) byFirst.set(first, [{ word, value }])
    else words.push({ word, value })
  }
  for (const words of byFirst.values()) words.sort((a, b) => b.word.length - a.word.length)
  return {
    firsts: byFirst.keys(),
    longestAt(text, at) {
      return byFirst.get(text.charAt(at))?.find(({ word }) => text.startsWith(word, at))
    },
  }
}
