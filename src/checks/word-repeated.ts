import type { Finding } from '../model/finding.ts'
import type { Check } from './check.ts'

/** Words that grammar can repeat: a note, in case. */
const grammatical = new Set(['had', 'that', 'is', 'do'])
/** Words that no name repeats: with capitals too they are a slip. */
const functional = new Set('a an and are as at be by for from in is it of on or that the to was were with'.split(' '))

/** A word that stands twice in a row. Two capitals are taken for a name (Yang Yang). */
export const wordRepeated: Check = ({ segment, target }) => {
  const findings: Finding[] = []
  let before: { readonly text: string; readonly from: number; readonly to: number } | undefined
  for (const { 0: text, index: from } of target.matchAll(/[\p{L}\p{M}\p{N}'’]+/gu)) {
    const to = from + text.length
    if (before !== undefined && isRepeated(before.text, text) && /^\s+$/.test(target.slice(before.to, from))) {
      const word = text.toLowerCase()
      findings.push({
        code: 'word-repeated',
        severity: grammatical.has(word) ? 'note' : 'warning',
        segment,
        target: { from: before.from, to },
        params: { word },
        fix: before.text,
      })
    }
    before = { text, from, to }
  }
  return findings
}

function isRepeated(first: string, second: string): boolean {
  const word = second.toLowerCase()
  if (first.toLowerCase() !== word || !/\p{L}/u.test(word)) return false
  const named = /^\p{Lu}/u.test(first) && /^\p{Lu}/u.test(second)
  return !named || functional.has(word)
}
