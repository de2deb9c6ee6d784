/** A short key that the forms of an English word in lower case share: developed, developing and development have `develop`. */
export function stemOf(word: string): string {
  const bare = word.replace(/'s?$/, '')
  if (bare.length <= 3) return bare
  const stem = bare
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/(?<=..[a-z])(?:ing|ed|es|ly|s)$/, '')
    .replace(/(?<=...)e$/, '')
  return stem.slice(0, 7)
}
