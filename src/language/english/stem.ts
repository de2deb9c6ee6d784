import { isFunctionWord } from './function-words.ts'
import { cardinalOf } from './numerals.ts'

const ending = /(?:ies|y|ing|ions?|ment|ed|es|s|e)$/u
const shortest = 4
const longest = 7

/** Rough: a word in lower case cut to what its inflections and near derivations share, so that they fall together. */
export function roughStem(word: string): string {
  return word.length > shortest ? word.replace(ending, '').slice(0, longest) : word
}

const wordOrDigits = /[a-z]+|\d+/gu

/**
 * The stems of the words of an English text that mean something, and its numbers, each once, with a blank before and behind.
 * In one string, which takes a tenth of what a set does: documents are kept so.
 */
export function stemsOf(text: string): string {
  const stems = new Set<string>()
  for (const word of text.toLowerCase().match(wordOrDigits) ?? []) {
    const stem = stemOfMeaning(word)
    if (stem !== '') stems.add(stem)
  }
  return stems.size === 0 ? '' : ` ${[...stems].join(' ')} `
}

/** The stems of the words met last: a text has most of its words again and again. */
const known = new Map<string, string>()
const mostKnown = 20_000

/** The stem of a word that means something; empty for any other. */
function stemOfMeaning(word: string): string {
  const before = known.get(word)
  if (before !== undefined) return before
  const stem = means(word) ? roughStem(word) : ''
  if (known.size >= mostKnown) known.clear()
  known.set(word, stem)
  return stem
}

/** One country, two systems: numbers are no small words here. */
function means(word: string): boolean {
  return word.length > 1 && (!isFunctionWord(word) || cardinalOf(word) !== undefined)
}

/** Whether a text with these stems (`stemsOf`) has all of some stems. */
export function hasStems(stems: string, wanted: readonly string[]): boolean {
  return wanted.every((stem) => stems.includes(` ${stem} `))
}
