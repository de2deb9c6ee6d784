import type { Compliance } from '../model/draft.ts'
import type { Term, TermOccurrence } from '../model/term.ts'
import type { Digest } from '../ports/world.ts'
import { canonicalJson } from '../review/canonical.ts'
import { verifyTerm } from '../terms/verification/verify.ts'

/** The terms of some occurrences, each once, in the order in which they first occur. */
export function termsOf(occurrences: readonly TermOccurrence[]): readonly Term[] {
  return [...new Map(occurrences.map(({ term }) => [term.id, term])).values()]
}

/** Which terms a draft was held to, and which of them stand in it in a preferred or admitted rendering. */
export function compliance(terms: readonly Term[], target: string): Compliance {
  return {
    asked: terms.map((term) => term.id),
    met: terms.filter((term) => verifyTerm(term, target).met.length > 0).map((term) => term.id),
  }
}

/**
 * What a glossary says, as one hash: over its whole entries, whatever their order. A draft carries that of the entries
 * that occur in its source, so that it changes when one of those does and not when another does.
 */
export function glossaryHash(terms: readonly Term[], digest: Digest): string {
  return digest(canonicalJson([...terms].sort((a, b) => (a.id < b.id ? -1 : 1))))
}
