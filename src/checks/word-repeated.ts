import { isCapitalised } from '../language/english/capitals.ts'
import { grammaticalRepetitions, neverDoubledInNames } from '../language/english/data/repeated-words.ts'
import { type Word, wordsOf } from '../language/english/words.ts'
import { entriesOf } from '../language/lists.ts'
import type { Finding } from '../model/finding.ts'
import type { Check } from './check.ts'

/** Words that grammar can repeat: a repetition gives a note instead of a warning. */
const grammatical = new Set(entriesOf(grammaticalRepetitions))
/** Words that never form a doubled name: a repetition is reported even if capitalised. */
const neverNames = new Set(entriesOf(neverDoubledInNames))

/** A word repeated directly after itself. Two capitalised words count as a name (Yang Yang). */
export const wordRepeated: Check = ({ segment, target }) => {
  const findings: Finding[] = []
  let before: Word | undefined
  for (const next of wordsOf(target)) {
    if (before !== undefined && next.afterSpace && isRepeated(before.text, next.text)) {
      const word = next.text.toLowerCase()
      findings.push({
        code: 'word-repeated',
        severity: grammatical.has(word) ? 'note' : 'warning',
        segment,
        target: { from: before.from, to: next.to },
        params: { word },
        fix: target.slice(before.from, before.to),
      })
    }
    before = next
  }
  return findings
}

function isRepeated(first: string, second: string): boolean {
  const word = second.toLowerCase()
  if (first.toLowerCase() !== word || !/\p{L}/u.test(word)) return false
  const named = isCapitalised(first) && isCapitalised(second)
  return !named || neverNames.has(word)
}
