const ending = /(?:ies|y|ing|ions?|ment|ed|es|s|e)$/u
const shortest = 4
const longest = 7

/** Rough: a word in lower case cut to what its inflections and near derivations share, so that they fall together. */
export function roughStem(word: string): string {
  return word.length > shortest ? word.replace(ending, '').slice(0, longest) : word
}
