import type { WorkStep } from './assignment.ts'

/** How many people one after the other may be asked to revise a sentence. */
export const revisionCounts = [1, 2, 3] as const
export type RevisionCount = (typeof revisionCounts)[number]

/** The steps that a document takes in an office. */
export interface OfficeSteps {
  /**
   * How many people revise every sentence before its document is signed. A document, or sections of it, may be asked to have
   * more (`revisions-asked`), never fewer.
   */
  readonly revisions: RevisionCount
  /** Steps that nobody does but those to whom they are assigned, and whoever stands in for them. */
  readonly assignedOnly: Readonly<Record<WorkStep, boolean>>
}

/** What holds until an office decides: one revision, and whoever has the role does the work. */
export const plainSteps: OfficeSteps = {
  revisions: 1,
  assignedOnly: { translate: false, revise: false, sign: false },
}

/** What the rules of review take from the office. */
export interface OfficeRules {
  readonly steps: OfficeSteps
  /** The day that it is there, as `2026-12-01`: it tells who stands in for whom. Empty where no step asks for it. */
  readonly today: string
}
