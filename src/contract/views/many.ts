import type { DocumentEvent, Entry } from '../../model/event.ts'
import type { Refusal } from '../../model/refusal.ts'

/** What was done to many segments at once, and what was not. */
export interface ManyDone {
  readonly entries: readonly Entry<DocumentEvent>[]
  /** The segments for which everything is as requested now. */
  readonly done: readonly string[]
  readonly refused: readonly { readonly segment: string; readonly refusal: Refusal }[]
}
