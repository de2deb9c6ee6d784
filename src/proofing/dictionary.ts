import nspell from 'nspell'
import { irregularPluralOf, irregularSingularOf, isNoClearPlural } from '../language/english/nouns.ts'
import type { Dialect } from '../model/house-style.ts'

/** The texts of the `.aff` and `.dic` files of a Hunspell dictionary. */
export interface DictionaryFiles {
  readonly aff: string
  readonly dic: string
}

/** What is known of English words, in small letters unless a name is asked for. Every question is about one word. */
export interface Dictionary {
  /** Whether either dialect writes the word so. */
  knows(word: string): boolean
  /** Whether the dialect writes the word so. */
  writes(dialect: Dialect, word: string): boolean
  isNoun(word: string): boolean
  isVerb(word: string): boolean
  /** The singular of a word that is a plural noun; null for all else. */
  singularOf(word: string): string | null
  /** The plural of a word that can only be a noun that is counted; null for all else. */
  pluralOf(word: string): string | null
  /** The verb of which the word is the third person and nothing else (`provides`, not `plans`); null for all else. */
  verbOfThirdPerson(word: string): string | null
}

/** No English word of the dictionaries is longer; longer strings are not asked about. */
const longest = 40

/** How many answers are kept: texts use few words, and these again and again. */
const mostAnswers = 20_000

/** A question about a word, with the latest answers kept. */
function rememberingWords(ask: (word: string) => boolean): (word: string) => boolean {
  const answers = new Map<string, boolean>()
  return (word) => {
    const known = answers.get(word)
    if (known !== undefined) return known
    if (answers.size >= mostAnswers) answers.clear()
    const answer = ask(word)
    answers.set(word, answer)
    return answer
  }
}

/**
 * A dictionary of both dialects. That a word is a noun is told by its possessive (`city's`), that it is a verb by
 * its participles (`planning`, `planned`): SCOWL, from which the dictionaries are made, lists these for each.
 */
export function createDictionary(dictionaries: Readonly<Record<Dialect, DictionaryFiles>>): Dictionary {
  const spellers = {
    american: nspell(dictionaries.american.aff, dictionaries.american.dic),
    british: nspell(dictionaries.british.aff, dictionaries.british.dic),
  }
  const correct = {
    american: rememberingWords((word) => spellers.american.correct(word)),
    british: rememberingWords((word) => spellers.british.correct(word)),
  }
  const writes = (dialect: Dialect, word: string) => word.length <= longest && correct[dialect](word)
  const knows = (word: string) => writes('american', word) || writes('british', word)
  const isNoun = rememberingWords((word) => knows(`${word}'s`))
  const stems = (word: string) => [word, word.replace(/e$/, ''), `${word}${word.at(-1) ?? ''}`]
  const isVerb = rememberingWords((word) => knows(word) && stems(word).some((stem) => knows(`${stem}ing`)))

  const basesInS = (word: string): readonly string[] => {
    if (!/[^s]s$/.test(word) || isNoClearPlural(word) || /(?:[iu]s|'s|ics)$/.test(word)) return []
    const stem = word.slice(0, -1)
    if (word.endsWith('ies')) return [`${word.slice(0, -3)}y`]
    return /(?:[sxz]|ch|sh|o)es$/.test(word) ? [word.slice(0, -2), stem] : [stem]
  }
  return {
    knows,
    writes,
    isNoun,
    isVerb,
    singularOf: (word) => {
      if (isNoClearPlural(word) || !knows(word)) return null
      return irregularSingularOf(word) ?? basesInS(word).find((base) => knows(base) && isNoun(base)) ?? null
    },
    pluralOf: (word) => {
      if (word.endsWith('s') || irregularSingularOf(word) !== undefined || !isNoun(word) || isVerb(word)) return null
      const irregular = irregularPluralOf(word)
      if (irregular !== undefined) return irregular === word ? null : irregular
      const plurals = word.endsWith('y') ? [`${word.slice(0, -1)}ies`, `${word}s`] : [`${word}s`, `${word}es`]
      return plurals.find(knows) ?? null
    },
    verbOfThirdPerson: (word) =>
      knows(word) ? (basesInS(word).find((base) => knows(base) && isVerb(base) && !isNoun(base)) ?? null) : null,
  }
}
