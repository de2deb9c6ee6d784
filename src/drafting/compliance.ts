import type { Compliance } from '../model/draft.ts'
import type { Term, TermOccurrence } from '../model/term.ts'
import type { Digest } from '../ports/world.ts'
import { canonicalJson } from '../review/canonical.ts'
import { verifyTerm } from '../terms/verification/verify.ts'

/** The terms of these occurrences, each once, in the order of their first occurrence. */
export function termsOf(occurrences: readonly TermOccurrence[]): readonly Term[] {
  return [...new Map(occurrences.map(({ term }) => [term.id, term])).values()]
}

/** The terms that a draft had to use, and those that it has in a preferred or admitted rendering. */
export function compliance(terms: readonly Term[], target: string): Compliance {
  return {
    asked: terms.map((term) => term.id),
    met: terms.filter((term) => verifyTerm(term, target).met.length > 0).map((term) => term.id),
  }
}

/**
 * One hash over the whole entries of a glossary, in any order. A draft has the hash of the entries that occur in its
 * source, so that it changes when one of those changes and not when another entry does.
 */
export function glossaryHash(terms: readonly Term[], digest: Digest): string {
  return digest(canonicalJson([...terms].sort((a, b) => (a.id < b.id ? -1 : 1))))
}
