import { indefiniteBefore } from '../language/english/articles.ts'
import { isCapitalised } from '../language/english/capitals.ts'
import type { Token } from '../language/english/tokens.ts'
import { type ProofItem, proofItem } from './proof-item.ts'

/**
 * `a` before the sound of a vowel and `an` before that of a consonant. Letters of a class (`Class A`, `A(H5N1)`), names
 * in foreign letters and words that are said both ways (`historic`) are let be.
 */
export function articles(text: string, tokens: readonly Token[]): readonly ProofItem[] {
  const items: ProofItem[] = []
  tokens.forEach((token, index) => {
    if (token.lower !== 'a' && token.lower !== 'an') return
    if (isCapitalised(token.text) && (index > 0 || token.text === 'AN')) return
    const before = tokens[index - 1]
    if (before !== undefined && !token.spaced && !/^["“‘(—–]$/.test(before.text)) return
    const opening = tokens[index + 1]
    const at = opening !== undefined && /^["“‘]$/.test(opening.text) ? index + 2 : index + 1
    const word = tokens[at]
    if (word === undefined || opening?.spaced === false || (at > index + 1 && word.spaced)) return
    // A letter that names something: "A of B is open".
    if (isCapitalised(token.text) && /^(?:of|is|and|or)$/.test(word.lower)) return
    const next = tokens[at + 1]
    const expected = indefiniteBefore(word.text, next?.text === '-' && !next.spaced)
    if (expected === null || token.lower === expected) return
    const fix = isCapitalised(token.text) ? `A${expected.slice(1)}` : expected
    items.push(proofItem('proof-article', 'warning', text, { from: token.from, to: token.to }, fix))
  })
  return items
}
