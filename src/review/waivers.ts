import { type Finding, findingKey, isWaivableKey } from '../model/finding.ts'
import type { DocumentState, SegmentState, Waiver } from '../model/state.ts'

/**
 * The valid waiver of a finding. A waiver by an author of the present text is not valid, unless the workspace is
 * single-person: nobody waives findings in their own work. Which roles may waive at all is in `model/permissions.ts`.
 * Some findings nobody can waive (`isWaivable`): a waiver of one, from before that rule, does not count.
 * A waiver of the first version that has outlived its text is valid only where a signature has taken it over.
 */
export function waiverOf(
  segment: Pick<SegmentState, 'waivers' | 'authors' | 'state'>,
  finding: string,
  singlePerson: boolean,
): Waiver | undefined {
  if (!isWaivableKey(finding)) return undefined
  const waiver = segment.waivers.find(
    (candidate) => candidate.finding === finding && (isBound(candidate) || segment.state === 'final'),
  )
  return waiver !== undefined && (singlePerson || !segment.authors.includes(waiver.by)) ? waiver : undefined
}

/** Whether a waiver is of the present text. */
export function isBound({ unbound }: Waiver): boolean {
  return unbound !== 'other-text'
}

/** Whether a valid waiver covers a finding of the document. */
export function isWaived(state: DocumentState, finding: Finding, singlePerson: boolean): boolean {
  const segment = state.segments.get(finding.segment)
  return segment !== undefined && waiverOf(segment, findingKey(finding), singlePerson) !== undefined
}

/** The errors in this segment that no valid waiver covers; these block. */
export function unwaivedErrors(
  segment: SegmentState,
  findings: readonly Finding[],
  singlePerson: boolean,
): readonly Finding[] {
  return findings.filter(
    (finding) =>
      finding.segment === segment.id &&
      finding.severity === 'error' &&
      waiverOf(segment, findingKey(finding), singlePerson) === undefined,
  )
}
