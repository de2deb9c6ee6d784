import type { Finding } from '../model/finding.ts'
import { preferredRendering, type TermOccurrence } from '../model/term.ts'
import { covering } from '../terms/spans.ts'
import { type Verification, verifyTerm } from '../terms/verify.ts'
import type { Check } from './check.ts'

/**
 * Terms of the source that the English does not render as the termbase says, once a term, and renderings it ought not
 * to use. Approved terms are errors, proposed ones warnings; a deprecated rendering is a warning. A rendering that is
 * wrong for one term but right for another that occurs here is let stand.
 */
export const terms: Check = ({ segment, target, terms: occurrences }) => {
  const verified = firstOfEach(occurrences).map((occurrence) => ({
    occurrence,
    verification: verifyTerm(occurrence.term, target),
  }))
  const isRight = covering(verified.flatMap(({ verification }) => verification.met))
  return verified.flatMap(({ occurrence, verification }) => {
    const misused = verification.misused.filter(({ span }) => !isRight(span))
    return findingsOf(segment, target, occurrence, { ...verification, misused })
  })
}

function findingsOf(
  segment: string,
  target: string,
  { term, form, from, to }: TermOccurrence,
  { met, misused }: Verification,
): readonly Finding[] {
  const severity = term.status === 'approved' ? 'error' : 'warning'
  const expected = preferredRendering(term)
  const source = { from, to }
  if (met.length === 0 && misused.length === 0) {
    const params = { term: form, expected }
    return [{ code: 'term-missing', severity, segment, source, params, fix: expected }]
  }
  return misused.map(({ span, rendering }) => {
    const found = target.slice(span.from, span.to)
    const forbidden = rendering.status === 'forbidden'
    return {
      code: forbidden ? 'term-forbidden' : 'term-deprecated',
      severity: forbidden ? severity : 'warning',
      segment,
      source,
      target: span,
      params: { term: form, found, expected },
      fix: span.from === 0 ? expected.slice(0, 1).toUpperCase() + expected.slice(1) : expected,
    }
  })
}

function firstOfEach(occurrences: readonly TermOccurrence[]): readonly TermOccurrence[] {
  const seen = new Set<string>()
  return occurrences.filter(({ term }) => seen.size < seen.add(term.id).size)
}
