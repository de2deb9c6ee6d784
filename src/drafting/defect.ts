import type { Quantity } from '../model/quantity.ts'
import type { Term } from '../model/term.ts'

/** Something wrong with a draft, in English for an engine that can mend it, and the term or figure it is about. */
export interface Defect {
  readonly message: string
  readonly term?: Term
  readonly figure?: Quantity
}
