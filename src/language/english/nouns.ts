import { entriesOf, rowsOf } from '../lists.ts'
import { countableNouns } from './data/countable-nouns.ts'
import { irregularNouns } from './data/irregular-nouns.ts'
import { nounsOfEitherNumber } from './data/nouns-of-either-number.ts'
import { pluralOnlyNouns } from './data/plural-only-nouns.ts'
import { otherWordsInS, singularNounsInS } from './data/singular-nouns-in-s.ts'

const irregular: ReadonlyMap<string, readonly string[]> = new Map(
  rowsOf(irregularNouns).map(([singular = '', plurals = '']) => [singular, plurals.split('/')]),
)
const singulars: ReadonlyMap<string, string> = new Map([
  ...[...irregular].flatMap(([singular, plurals]) =>
    plurals.filter((plural) => plural !== singular).map((plural) => [plural, singular] as const),
  ),
  ...rowsOf(pluralOnlyNouns).map(([plural = '', member = '']) => [plural, member] as const),
])
const ambiguous: ReadonlySet<string> = new Set([...entriesOf(singularNounsInS), ...entriesOf(otherWordsInS)])
const eitherNumber: ReadonlySet<string> = new Set(entriesOf(nounsOfEitherNumber))
const countable: ReadonlySet<string> = new Set(entriesOf(countableNouns))

/** Endings of nouns that are nothing else. */
const nounEnding = /(?:[st]ion|ment|[^s]ity|[^l]ness|ence|ance|ship|ism|hood|dom|[^d]ure|graphy|logy|nomy)$/
/** Words in -man that are no compounds of man. */
const noCompoundOfMan = /(?:cai|ger|hu|nor|otto|ro|sha|talis)man$/

/** A plural of an English noun in lower case, by the regular spellings and the irregular nouns. */
export function pluralOf(noun: string): string {
  const known = irregularPluralOf(noun)
  if (known !== undefined) return known
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`
  if (/sis$/.test(noun)) return `${noun.slice(0, -2)}es`
  return /(?:s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`
}

/** The plural of a noun that does not follow the regular spellings; undefined for all else. */
export function irregularPluralOf(noun: string): string | undefined {
  const known = irregular.get(noun)?.[0]
  if (known !== undefined) return known
  return noun.endsWith('man') && !noCompoundOfMan.test(noun) ? noun.replace(/an$/, 'en') : undefined
}

/** The singular of an irregular plural; undefined for all else, and where the two are one. */
export function irregularSingularOf(word: string): string | undefined {
  return singulars.get(word) ?? (/[a-z]men$/.test(word) ? word.replace(/en$/, 'an') : undefined)
}

/** Whether a word looks like a plural and may be a singular, or is no noun: news, series, media, always. */
export function isNoClearPlural(word: string): boolean {
  return ambiguous.has(word)
}

/** Whether a noun takes a singular or a plural verb: a number, a team. */
export function isOfEitherNumber(word: string): boolean {
  return eitherNumber.has(word)
}

/** Whether a word is a noun in common use that is counted, in the singular. */
export function isCountableNoun(word: string): boolean {
  return countable.has(word)
}

/** Whether a word ends as nouns and nothing else do: -tion, -ment, -ship. */
export function hasNounEnding(word: string): boolean {
  return nounEnding.test(word)
}

/** Words that mean something else with an -s, or without it. */
const changesMeaning = /^(?:arms?|customs?|goods?|means?|news?|works?|peoples?|waters?|times?)$/

/** Whether two words inside a rendering, in lower case, are one noun; short words and those of two meanings are not. */
export function isSameInnerNoun(a: string, b: string): boolean {
  return a === b || (a.length > 3 && b.length > 3 && !changesMeaning.test(a) && isSameNoun(a, b))
}

/** Whether two words in lower case are one noun in singular or plural. */
export function isSameNoun(a: string, b: string): boolean {
  if (a === b) return true
  // A plural begins like its singular, irregular ones too; almost every pair of words differs there already.
  if (a[0] !== b[0]) return false
  return pluralOf(a) === b || pluralOf(b) === a || `${a}s` === b || `${b}s` === a
}
