import { beginsCompounds, prefixList, suffixList } from '../language/english/word-formation.ts'
import type { Dictionary } from './dictionary.ts'

/**
 * Whether an unknown word is plainly made of known ones: a prefix or suffix that English puts before or after any word
 * (`microblogging`, `workerless`), or two nouns written as one (`inkjet`). No dictionary lists them all.
 */
export function isFormed(word: string, { knows, isNoun, isVerb }: Dictionary): boolean {
  const prefixed = prefixList.some(
    (prefix) =>
      word.startsWith(prefix) &&
      word.length >= prefix.length + (prefix.length < 4 ? 5 : 4) &&
      knows(word.slice(prefix.length)),
  )
  if (prefixed) return true
  const suffixed = suffixList.some((suffix) => {
    const stem = word.slice(0, -suffix.length)
    return word.endsWith(suffix) && stem.length >= 4 && !stem.endsWith('s') && knows(stem) && isNoun(stem)
  })
  return suffixed || isVariant(word, knows, isNoun) || isAgent(word, isVerb) || isCompound(word, isNoun)
}

/**
 * What the dictionaries leave out of a family: a plural, an adjective in `-ic`, a verb made of a noun that ends in two
 * consonants (`chesting`) or in e (`surnamed`), an adverb (`natively`), and
 * `-or` for `-er` (`protestor`).
 */
function isVariant(word: string, knows: (word: string) => boolean, isNoun: (word: string) => boolean): boolean {
  const verb = /^([a-z]{2,}[^aeiouy][^aeiouy])ing$/.exec(word)?.[1]
  if (verb !== undefined && knows(verb) && isNoun(verb)) return true
  if (/[a-z]{4}ic$/.test(word) && knows(`${word}s`)) return true
  if (/[a-rt-z]s$/.test(word) && word.length > 5 && knows(word.slice(0, -1))) return true
  if (/[a-z](?:ive|ous|al|ful|less|ant|ent)ly$/.test(word) && knows(word.slice(0, -2))) return true
  if (/[a-z]{4}ed$/.test(word) && isNoun(word.slice(0, -1))) return true
  return /[a-z]{4}ors?$/.test(word) && knows(word.replace(/or(s?)$/, 'er$1'))
}

/** Who or what does what a verb says (`parser`, `formatter`), and what comes of doing it (`encodings`). */
function isAgent(word: string, isVerb: (word: string) => boolean): boolean {
  const stem = /^([a-z]{4,}?)(?:ers?|ings)$/.exec(word)?.[1]
  if (stem === undefined) return false
  const single = /([^aeiou])\1$/.test(stem) ? [stem.slice(0, -1)] : []
  return [stem, `${stem}e`, ...single].some(isVerb)
}

function isCompound(word: string, isNoun: (word: string) => boolean): boolean {
  for (let at = 3; at <= word.length - 3; at += 1) {
    const first = word.slice(0, at)
    const second = word.slice(at).replace(/(?<=[^s]{3})s$/, '')
    const isFirst = beginsCompounds(first) || (first.length > 3 && isNoun(first))
    if (isFirst && second.length > (beginsCompounds(first) ? 2 : 3) && isNoun(second)) return true
  }
  return false
}
