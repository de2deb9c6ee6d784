import { rowsOf } from '../lists.ts'
import { abbreviations } from './data/abbreviations.ts'

const mayEnd: ReadonlyMap<string, boolean> = new Map(
  rowsOf(abbreviations).map(([word = '', place]) => [word, place === 'end']),
)

/** Whether a word in lower case, without its last stop, is written with one. */
export function isAbbreviation(word: string): boolean {
  return mayEnd.has(word)
}

/** Whether a sentence may end with such a word: etc. but not Mr. */
export function mayEndSentence(abbreviation: string): boolean {
  return mayEnd.get(abbreviation) === true
}
