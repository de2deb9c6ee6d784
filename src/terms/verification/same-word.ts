import { isSameInnerNoun, isSameNoun } from '../../language/english/nouns.ts'
import { isSameVerb } from '../../language/english/verbs.ts'
import type { Wanted } from './phrase.ts'

/** Whether a word is the one wanted: null for another one, otherwise whether its capitals are right. */
export function sameWord(wanted: Wanted, word: string, possessive: boolean): boolean | null {
  const lower = word.toLowerCase()
  if (sameForm(wanted, lower)) return sameCapitals(wanted.text, word)
  if (!possessive || !/'s$/i.test(word)) return null
  const base = word.slice(0, -2)
  return sameForm(wanted, base.toLowerCase()) ? sameCapitals(wanted.text, base) : null
}

function sameForm({ part, key }: Wanted, word: string): boolean {
  if (key === word) return true
  if (part === 'fixed' || /\p{N}/u.test(key)) return false
  if (part === 'head') return isSameNoun(key, word)
  if (part === 'inner') return isSameInnerNoun(key, word) || isSameInnerNoun(key.replace(/'s$/, ''), word)
  return part === 'verb' && isSameVerb(key, word)
}

/** As wanted as far as the two agree, with an initial capital, or in capitals throughout. */
function sameCapitals(wanted: string, word: string): boolean {
  if (word === word.toUpperCase() && (word.length > 1 || wanted.length === 1)) return true
  const shared = commonStart(wanted.toLowerCase(), word.toLowerCase())
  const [a, b] = [wanted.slice(0, shared), word.slice(0, shared)]
  return a === b || b === a.slice(0, 1).toUpperCase() + a.slice(1)
}

function commonStart(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return at
}
