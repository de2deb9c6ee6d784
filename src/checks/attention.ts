import { type Finding, type FindingCode, isLook, type LookCode } from '../model/finding.ts'

/**
 * How much each place to look at counts, by how many sentences made wrong it points at for one that is right: fewer than
 * ten, up to some twenty-five, more (`npm run bench:faithfulness`, at its end).
 */
const weights: Readonly<Record<LookCode, 1 | 2 | 3>> = {
  'content-list': 1,
  'name-added': 1,
  'content-apart': 2,
  'content-missing': 2,
  'length-short': 2,
  'length-long': 2,
  'name-missing': 2,
  'negation-missing': 2,
  'quantity-order': 2,
  'negation-added': 3,
  'possibility-added': 3,
  'adverse-added': 3,
  'expression-missing': 3,
}

/** How soon a sentence with these findings is to be looked at: 0 for not at all, and the more the sooner. */
export function attentionOf(findings: readonly Finding[]): number {
  const codes = new Set<FindingCode>(findings.filter(isLook).map(({ code }) => code))
  return [...codes].reduce((sum, code) => sum + (isWeighed(code) ? weights[code] : 0), 0)
}

function isWeighed(code: FindingCode): code is LookCode {
  return code in weights
}
