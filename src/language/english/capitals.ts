/** Whether a word begins with a capital. */
export function isCapitalised(word: string): boolean {
  return /^\p{Lu}/u.test(word)
}

/** Whether a word is written in two capitals or more and nothing else, as abbreviations are. */
export function isAllCapitals(word: string): boolean {
  return /^\p{Lu}[\p{Lu}\p{M}]+$/u.test(word)
}

/** The words with a capital on the first letter. */
export function capitalised(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

/** The words with an initial capital where `model` has one. */
export function capitalisedLike(model: string, words: string): string {
  return isCapitalised(model) ? capitalised(words) : words
}
