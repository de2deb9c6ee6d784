import { type Finding, findingKey } from '../model/finding.ts'
import type { DocumentState, SegmentState, Waiver } from '../model/state.ts'

/**
 * The waiver that holds for a finding. Nobody waives what their own words brought about: a waiver by someone who is
 * among the authors of the present words does not hold, unless the workspace is single-person.
 */
export function waiverOf(
  segment: Pick<SegmentState, 'waivers' | 'authors'>,
  finding: string,
  singlePerson: boolean,
): Waiver | undefined {
  const waiver = segment.waivers.find((candidate) => candidate.finding === finding)
  return waiver !== undefined && (singlePerson || !segment.authors.includes(waiver.by)) ? waiver : undefined
}

/** Whether somebody answers for a finding of the document. */
export function isWaived(state: DocumentState, finding: Finding, singlePerson: boolean): boolean {
  const segment = state.segments[finding.segment]
  return segment !== undefined && waiverOf(segment, findingKey(finding), singlePerson) !== undefined
}

/** The errors among the findings of this segment that no waiver covers: these block. */
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
