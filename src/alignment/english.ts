import { isFunctionWord } from '../language/english/function-words.ts'
import { tokensOf } from '../language/english/tokens.ts'
import { foldText } from '../language/text/fold.ts'
import type { Term } from '../model/term.ts'
import { readEnglish } from '../quantities/english/read.ts'
import { figureSymbols } from './figures.ts'
import { stemOf } from './stem.ts'

/** Terms by the longest stem of a rendering, with the stems of its other words. */
export type TermPhrases = ReadonlyMap<string, readonly TermPhrase[]>

interface TermPhrase {
  readonly term: string
  readonly others: readonly string[]
}

/** The names of what an English segment shows, as `chineseSymbols`; `e` the stem of a word of full meaning. */
export function englishSymbols(text: string, phrases: TermPhrases): ReadonlySet<string> {
  const folded = foldText(text).text
  const symbols = new Set(figureSymbols(readEnglish(text)))
  const stems = new Set(stemsOf(folded))
  for (const stem of stems) {
    symbols.add(`e${stem}`)
    for (const { term, others } of phrases.get(stem) ?? [])
      if (others.every((other) => stems.has(other))) symbols.add(`t${term}`)
  }
  if (/\?["”’')]*\s*$/.test(folded)) symbols.add('m?')
  if (/["“”]/.test(folded)) symbols.add('m“')
  if (folded.includes('(')) symbols.add('m(')
  if (/%|per ?cent/.test(folded)) symbols.add('m%')
  return symbols
}

/** The stems of the words of full meaning, in order. */
function stemsOf(text: string): readonly string[] {
  return tokensOf(text)
    .filter(({ type, lower }) => type !== 'mark' && /^[a-z]/.test(lower) && !isFunctionWord(lower))
    .map(({ lower }) => stemOf(lower))
}

/** The renderings by which terms are known in English, whatever their status. */
export function termPhrases(terms: readonly Term[]): TermPhrases {
  const phrases = new Map<string, TermPhrase[]>()
  for (const { id, renderings, abbreviation = '', laterMention = '' } of terms) {
    for (const text of [...renderings.map((rendering) => rendering.text), abbreviation, laterMention]) {
      const [longest, ...others] = stemsOf(text).toSorted((a, b) => b.length - a.length)
      if (longest === undefined) continue
      const list = phrases.get(longest)
      if (list === undefined) phrases.set(longest, [{ term: id, others }])
      else list.push({ term: id, others })
    }
  }
  return phrases
}
