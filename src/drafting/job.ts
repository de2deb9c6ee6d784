import type { Draft, UndraftedReason } from '../model/draft.ts'
import type { HouseStyle } from '../model/house-style.ts'
import type { Inline } from '../model/inline.ts'
import type { Term, TermOccurrence } from '../model/term.ts'

/**
 * A segment to draft: its plain source, the terms recognised in it, the sources of its neighbours ('' at the ends), and
 * the house style of its English.
 */
export interface DraftJob {
  readonly segment: string
  readonly source: string
  readonly terms: readonly TermOccurrence[]
  readonly before: string
  readonly after: string
  readonly style: HouseStyle
  /** The source with its inline codes, where it has any. */
  readonly inline?: Inline
  /** The draft of an earlier run under the same terms, if its climb may go on. */
  readonly draft?: Draft
}

/**
 * What was made of a job: the best draft so far, null if there is none, and then why. `done` if nothing more comes of this
 * run.
 */
export type Drafted = { readonly segment: string; readonly done: boolean } & (
  | { readonly draft: Draft }
  | { readonly draft: null; readonly reason: UndraftedReason }
)

/** The terms of these occurrences, each once, in the order of their first occurrence. */
export function termsOf(occurrences: readonly TermOccurrence[]): readonly Term[] {
  return [...new Map(occurrences.map(({ term }) => [term.id, term])).values()]
}
