import type { DocumentEvent } from '../../model/event.ts'
import type { Finding } from '../../model/finding.ts'
import type { OfficeRules } from '../../model/office-steps.ts'
import type { People } from '../../model/people.ts'
import { type Refusal, refuse } from '../../model/refusal.ts'
import type { Figure } from '../../model/release.ts'
import type { SegmentState } from '../../model/state.ts'

/** What the rules need beside the document: the people, the office, and the document's present findings and figures. */
export interface RuleContext {
  readonly people: People
  readonly office: OfficeRules
  readonly findings: readonly Finding[]
  readonly figures: readonly Figure[]
}

export type Answer = readonly DocumentEvent[] | Refusal

/** The refusal of a command that was made against another version of the segment: two people edited it at once. */
export function collision(segment: SegmentState, base: number): Refusal | null {
  if (segment.version === base) return null
  return refuse('segment-changed', { segment: segment.id, version: String(segment.version) })
}
