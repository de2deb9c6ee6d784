import { tokensOf } from '../language/english/tokens.ts'

/** The words that a document may use beside those of the dictionaries: of its terms, people and places. */
export interface Allowed {
  has(word: string): boolean
}

const known = new WeakMap<readonly string[], Allowed>()

/** Endings that a noun or verb of a termbase takes. */
const endings = /(?:'s|s'|es|s|ed|d|ing|er|ers)$/

/**
 * The single words of terms and names, in any capitals and inflected. What is drawn from one list is kept with it, so
 * that asking again costs nothing.
 */
export function allowedBy(words: readonly string[]): Allowed {
  const earlier = known.get(words)
  if (earlier !== undefined) return earlier
  const listed = new Set(words.flatMap((word) => tokensOf(word).map(({ lower }) => lower)))
  const has = (word: string): boolean => {
    if (listed.has(word)) return true
    const stem = word.replace(endings, '')
    return stem !== word && stem.length > 2 && (listed.has(stem) || listed.has(`${stem}e`) || listed.has(`${stem}y`))
  }
  const allowed = { has }
  known.set(words, allowed)
  return allowed
}
