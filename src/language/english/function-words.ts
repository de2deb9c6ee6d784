import { entriesOf } from '../lists.ts'
import { isAuxiliary } from './auxiliaries.ts'
import {
  articles,
  coordinators,
  demonstratives,
  functionAdverbs,
  modals,
  personalPronouns,
  possessives,
  prepositions,
  proForms,
  quantifiers,
  relativePronouns,
  subordinators,
} from './data/function-words.ts'
import { midPositionAdverbs } from './data/mid-position-adverbs.ts'

/** The set of the words of some lists. */
function wordsIn(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap(entriesOf))
}

const determinerSet = wordsIn(articles, demonstratives, possessives, quantifiers)
const prepositionSet = wordsIn(prepositions)
const modalSet = wordsIn(modals)
const relativeSet = wordsIn(relativePronouns)
const midPositionSet = wordsIn(midPositionAdverbs)
const clauseSet = wordsIn(
  articles,
  demonstratives,
  possessives,
  subordinators,
  modals,
  personalPronouns,
  relativePronouns,
)
const bindingSet = wordsIn(
  coordinators,
  subordinators,
  modals,
  personalPronouns,
  relativePronouns,
  proForms,
  functionAdverbs,
)

/** Whether a word, here and below in lower case, stands before a noun and says which or how many. */
export function isDeterminer(word: string): boolean {
  return determinerSet.has(word)
}

export function isPreposition(word: string): boolean {
  return prepositionSet.has(word)
}

export function isModal(word: string): boolean {
  return modalSet.has(word)
}

/** Whether an adverb may stand between a subject and its verb, or between the parts of a verb. */
export function isMidPositionAdverb(word: string): boolean {
  return midPositionSet.has(word)
}

/** Whether a noun phrase ends before a word that stands within it: a preposition, or one that begins a relative clause. */
export function endsNounPhrase(word: string): boolean {
  return prepositionSet.has(word) || relativeSet.has(word)
}

/** Whether a word shows that a clause goes on, so that it does not stand between nouns that are coordinated. */
export function isClauseWord(word: string): boolean {
  return clauseSet.has(word) || isAuxiliary(word) || /^(?:not|than|but|there)$/.test(word)
}

/** Whether a word can only bind other words: no noun, adjective or verb of full meaning. */
export function isFunctionWord(word: string): boolean {
  return (
    determinerSet.has(word) ||
    prepositionSet.has(word) ||
    bindingSet.has(word) ||
    isAuxiliary(word) ||
    /n't$|'(?:re|ve|ll|d|m)$/.test(word)
  )
}
