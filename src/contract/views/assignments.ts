import type { WorkStep } from '../../model/assignment.ts'
import type { Refusal } from '../../model/refusal.ts'

/** Who is asked to do what in a document, as it stands for the caller today. `person` is an id, the names are names. */
export interface AssignmentView {
  readonly id: string
  readonly step: WorkStep
  readonly person: string
  readonly name: string
  /** Who does it while that person is away. */
  readonly standIn: string | null
  readonly due: string | null
  /** Whether it is of the whole document; else of `total` sentences. */
  readonly whole: boolean
  readonly total: number
  readonly open: number
  /** Whether the caller has it, or stands in. */
  readonly mine: boolean
  /** Whether its day is over and something of it open. */
  readonly late: boolean
}

/** The documents that were given to somebody, and those that were not. */
export interface AssignedMany {
  readonly done: readonly string[]
  readonly refused: readonly { readonly document: string; readonly refusal: Refusal }[]
}
