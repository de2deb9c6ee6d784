import nspell from 'nspell'

export type Dialect = 'american' | 'british'

/** A Hunspell dictionary: the texts of its `.aff` and `.dic` files. */
export interface Dictionary {
  readonly aff: string
  readonly dic: string
}

/** What is known of English words, in small letters unless a name is asked for. Every question is about one word. */
export interface Lexicon {
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

/** Nouns that end in s and are no plurals, or are singular as often as not. */
const notPlural = new Set(
  (
    'news series species means headquarters works politics economics mathematics physics ethics logistics athletics ' +
    'crossroads always perhaps towards afterwards besides sometimes its this his has was is as us does yes plus thus gas ' +
    'bus lens chaos atlas canvas bias basis analysis crisis thesis emphasis synthesis diagnosis hypothesis axis oasis ' +
    'bonus campus status virus census focus corpus consensus christmas overseas upstairs indoors outdoors graphics ' +
    'statistics dynamics electronics genetics measles diabetes rabies barracks gallows premises proceeds thanks others ' +
    'sports sales savings customs arms goods data media pass mass class glass grass loss boss process access success ' +
    'progress congress address business less unless clothes across press stress dress process express princess wireless'
  ).split(' '),
)

/** Plurals that do not end in s. */
const irregularPlurals = new Map(
  [
    'people person',
    'men man',
    'women woman',
    'children child',
    'police officer',
    'businessmen businessman',
    'feet foot',
    'teeth tooth',
  ]
    .map((pair) => pair.split(' '))
    .map(([plural = '', singular = '']) => [plural, singular] as const),
)

/**
 * A lexicon over the two dictionaries. That a word is a noun is told by its possessive (`city's`), that it is a verb by
 * its participles (`planning`, `planned`): SCOWL, from which the dictionaries are made, lists these for each.
 */
export function createLexicon(dictionaries: Readonly<Record<Dialect, Dictionary>>): Lexicon {
  const spellers = {
    american: nspell(dictionaries.american.aff, dictionaries.american.dic),
    british: nspell(dictionaries.british.aff, dictionaries.british.dic),
  }
  const writes = (dialect: Dialect, word: string) => word.length <= longest && spellers[dialect].correct(word)
  const knows = (word: string) => writes('american', word) || writes('british', word)
  const isNoun = (word: string) => knows(`${word}'s`)
  const stems = (word: string) => [word, word.replace(/e$/, ''), `${word}${word.at(-1) ?? ''}`]
  const isVerb = (word: string) => knows(word) && stems(word).some((stem) => knows(`${stem}ing`))

  const baseOfS = (word: string): readonly string[] => {
    if (!/[^s]s$/.test(word) || notPlural.has(word) || /(?:[iu]s|'s|ics)$/.test(word)) return []
    const stem = word.slice(0, -1)
    if (word.endsWith('ies')) return [`${word.slice(0, -3)}y`]
    return /(?:[sxz]|ch|sh|o)es$/.test(word) ? [word.slice(0, -2), stem] : [stem]
  }
  return {
    knows,
    writes,
    isNoun,
    isVerb,
    singularOf: (word) =>
      irregularPlurals.get(word) ??
      (knows(word) ? (baseOfS(word).find((base) => knows(base) && isNoun(base)) ?? null) : null),
    pluralOf: (word) => {
      if (word.endsWith('s') || irregularPlurals.has(word) || !isNoun(word) || isVerb(word)) return null
      const plurals = word.endsWith('y') ? [`${word.slice(0, -1)}ies`, `${word}s`] : [`${word}s`, `${word}es`]
      return plurals.find(knows) ?? null
    },
    verbOfThirdPerson: (word) =>
      knows(word) ? (baseOfS(word).find((base) => knows(base) && isVerb(base) && !isNoun(base)) ?? null) : null,
  }
}
