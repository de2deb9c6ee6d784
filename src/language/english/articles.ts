import { rowsOf } from '../lists.ts'
import { spokenBeginnings } from './data/spoken-beginnings.ts'
import { wordsInCapitals } from './data/words-in-capitals.ts'

/** An indefinite article; null where either may be right or the letters do not tell. */
export type IndefiniteArticle = 'a' | 'an' | null

const byBeginning: ReadonlyMap<string, string> = new Map(
  rowsOf(spokenBeginnings).map(([start = '', by = '']) => [start, by]),
)
const longestBeginning = Math.max(...[...byBeginning.keys()].map(({ length }) => length))
const readingInCapitals: ReadonlyMap<string, string> = new Map(
  rowsOf(wordsInCapitals).map(([word = '', article = '']) => [word, article]),
)
/** Letters whose names begin with a vowel. */
const vowelNames = /^[AEFHILMNORSX]/i

/** Whether a word in lower case is an article, definite or indefinite. */
export function isArticle(word: string): boolean {
  return word === 'the' || word === 'a' || word === 'an'
}

/**
 * The indefinite article before a word or number, by how it is spoken. Null where its letters do not tell: `historic`,
 * numbers that are read in two ways, capitals that may be read as a word or letter by letter. `isPrefix`: a hyphen joins
 * the word to the next, as it does the letter in `X-ray`.
 */
export function indefiniteBefore(word: string, isPrefix = false): IndefiniteArticle {
  if (/^\d/.test(word)) return beforeNumber(word)
  if (!/^[a-z][a-z'’]*$/i.test(word)) return null
  if (word.length === 1) return isPrefix ? beforeLetters(word) : null
  if (/^[A-Z]{2,}s?$/.test(word)) return beforeCapitals(word.replace(/s$/, ''))
  const isMixed = /^[A-Z]{2}/.test(word) || (word.length <= 4 && /.[A-Z]/.test(word))
  return isMixed ? agreed(beforeLetters(word), beforeSpoken(word)) : beforeSpoken(word)
}

/** Eight, eleven and eighteen begin with a vowel; 1100 to 1199 and 1800 to 1899 are read in hundreds or as a thousand. */
function beforeNumber(number: string): IndefiniteArticle {
  if (/^(?:8|1[18](?!\d))/.test(number)) return 'an'
  return /^1[18]\d\d(?!\d)/.test(number) ? null : 'a'
}

function beforeLetters(letters: string): IndefiniteArticle {
  return vowelNames.test(letters) ? 'an' : 'a'
}

/** Capitals that English could not say as a word are read letter by letter: GDP, MRI, FTA, EU, but not SO. */
function beforeCapitals(capitals: string): IndefiniteArticle {
  const known = readingInCapitals.get(capitals.toLowerCase())
  if (known !== undefined) return known === 'word' ? beforeSpoken(capitals) : beforeLetters(capitals)
  const isSpelt = /^(?:[^AEIOUY]+|[^AEIOUY]{2}.|[AEIOUY].)$/.test(capitals)
  return isSpelt ? beforeLetters(capitals) : agreed(beforeLetters(capitals), beforeSpoken(capitals))
}

function beforeSpoken(word: string): IndefiniteArticle {
  const lower = word.toLowerCase()
  for (let length = Math.min(longestBeginning, lower.length); length > 0; length -= 1) {
    const article = byBeginning.get(lower.slice(0, length))
    if (article !== undefined) return article === 'a' || article === 'an' ? article : null
  }
  return /^[aeiou]/.test(lower) ? 'an' : 'a'
}

function agreed(spelled: IndefiniteArticle, spoken: IndefiniteArticle): IndefiniteArticle {
  return spelled === spoken ? spelled : null
}
