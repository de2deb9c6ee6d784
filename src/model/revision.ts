import type { Stamp } from './state.ts'

/** What was said of a sentence before a person changed it, or by that person since. */
export interface RevisionReason extends Stamp {
  readonly kind: 'returned' | 'comment' | 'suggestion'
  readonly text: string
}

/**
 * What one person made of the English of a sentence, with nobody else's change in between; of a first wording there is
 * none. `from` and `at` are the instants of the first step and the last.
 */
export interface Revision {
  readonly segment: string
  /** From 1, in reading order; null where the sentence is no more. */
  readonly number: number | null
  readonly source: string
  readonly before: string
  readonly after: string
  readonly by: string
  readonly from: string
  readonly at: string
  readonly why: readonly RevisionReason[]
  /** Whether the sentence still reads so. */
  readonly stands: boolean
}
