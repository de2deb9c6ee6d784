import type { Word } from './words.ts'

const irregular: ReadonlyMap<string, string> = new Map([
  ['man', 'men'],
  ['woman', 'women'],
  ['child', 'children'],
  ['foot', 'feet'],
  ['tooth', 'teeth'],
  ['mouse', 'mice'],
  ['goose', 'geese'],
  ['life', 'lives'],
  ['leaf', 'leaves'],
  ['half', 'halves'],
  ['shelf', 'shelves'],
  ['criterion', 'criteria'],
  ['phenomenon', 'phenomena'],
  ['medium', 'media'],
  ['consortium', 'consortia'],
  ['curriculum', 'curricula'],
  ['datum', 'data'],
])

/** A plural of an English noun in lower case, by the regular spellings and the commonest irregular nouns. */
export function pluralOf(noun: string): string {
  const known = irregular.get(noun)
  if (known !== undefined) return known
  if (/(?:man|woman)$/.test(noun) && !/(?:human|german|roman)$/.test(noun)) return noun.replace(/an$/, 'en')
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`
  if (/sis$/.test(noun)) return `${noun.slice(0, -2)}es`
  if (/(?:s|x|z|ch|sh|[^aeio]o)$/.test(noun)) return `${noun}es`
  return `${noun}s`
}

/** Words that mean something else with an -s, or without it. */
const apart = /^(?:arms?|customs?|goods?|means?|news?|works?|peoples?|waters?|times?)$/

/** Whether two words inside a rendering, in lower case, are one noun; short words and those of two meanings are not. */
export function isSameInnerNoun(a: string, b: string): boolean {
  return a === b || (a.length > 3 && b.length > 3 && !apart.test(a) && isSameNoun(a, b))
}

/** Whether two words in lower case are one noun in singular or plural. */
export function isSameNoun(a: string, b: string): boolean {
  if (a === b) return true
  // A plural begins like its singular, irregular ones too; almost every pair of words differs there already.
  if (a[0] !== b[0]) return false
  return pluralOf(a) === b || pluralOf(b) === a || `${a}s` === b || `${b}s` === a
}

const prepositions = new Set(
  'about above across after against along among around as at before behind below between beyond by during for from in into like near of off on onto over per through throughout to toward towards under up upon via with within without that which who whose'.split(
    ' ',
  ),
)

export function isPreposition(word: string): boolean {
  return prepositions.has(word)
}

/**
 * The place of the head in an English noun phrase: the word before the first preposition that stands by itself
 * (*Ministry* of Water Resources), or the last word (China Nylon *City*, proof-of-concept *service*).
 */
export function headOf(words: readonly Word[]): number {
  const preposition = words.findIndex(
    ({ text, afterSpace }, at) =>
      at > 0 && afterSpace && words[at + 1]?.afterSpace && prepositions.has(text.toLowerCase()),
  )
  return preposition === -1 ? words.length - 1 : preposition - 1
}
