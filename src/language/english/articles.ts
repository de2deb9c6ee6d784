/** Written with a vowel, spoken with a consonant: the sounds of `you` and `one`. */
const spokenConsonant = /^(?:eu|ewe|u(?:ni(?!n|m[^o])|[bkst](?:[aeiu]|r)|rani|ti)|one\b|once\b)/
/** Written with a consonant, spoken with a vowel. */
const spokenVowel = /^(?:hour|honest|hono|heir)/
const letterWithVowel = /^[AEFHILMNORSX]/

/**
 * The indefinite article before a word, by how it is spoken. Null where its letters do not tell: `historic`, numbers
 * that are read in two ways, capitals that may be read as a word or letter by letter.
 */
export function indefiniteBefore(word: string): 'a' | 'an' | null {
  if (/^\d/.test(word)) {
    if (/^(?:8|11(?!\d)|18(?!\d))/.test(word)) return 'an'
    return /^1[18]\d/.test(word) ? null : 'a'
  }
  if (word.length > 1 && word === word.toUpperCase()) {
    return /[AEIOUY]/.test(word) ? null : letterWithVowel.test(word) ? 'an' : 'a'
  }
  const lower = word.toLowerCase()
  if (!/^[a-z]/.test(lower) || /^(?:h(?:istor|otel|abit|erb|um)|ur)/.test(lower)) return null
  if (spokenVowel.test(lower)) return 'an'
  return /^[aeiou]/.test(lower) && !spokenConsonant.test(lower) ? 'an' : 'a'
}
