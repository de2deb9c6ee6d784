import type { DocumentState } from '../../model/state.ts'
import type { Termbase } from '../../terms/termbase/termbase.ts'
import { type Analyst, termsOf } from '../documents/analysis.ts'
import type { News } from './news.ts'

/**
 * After the termbase has changed: tells whoever reads a document in which other terms occur now, or other words are
 * allowed, of those. `stateOf` gives what is known of a document without reading it.
 */
export function tellTerms(
  { news, analyst, stateOf }: { news: News; analyst: Analyst; stateOf: (id: string) => DocumentState | null },
  before: Termbase,
  after: Termbase,
): void {
  for (const id of news.heard()) {
    const state = stateOf(id)
    if (!state) continue
    const known = termsOf(analyst.analyse(state, before))
    const now = termsOf(analyst.analyse(state, after))
    const same =
      sameList(known.terms, now.terms) && sameList(known.covered, now.covered) && sameList(known.words, now.words)
    if (!same) news.tell(id, { type: 'terms', ...now })
  }
}

function sameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a === b || (a.length === b.length && a.every((item, index) => item === b[index]))
}
