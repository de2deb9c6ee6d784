import { segmentPlaces } from '../../model/document.ts'
import { type Finding, findingKey } from '../../model/finding.ts'
import type { DocumentState, Waiver } from '../../model/state.ts'
import { atOnce, flatMapSteps, type Steps } from '../../model/steps.ts'
import { waiverOf } from '../../review/waivers.ts'

/** A present finding and the waiver that covers it. */
export interface WaivedFinding {
  readonly finding: Finding
  readonly waiver: Waiver
}

/** The findings that a waiver covers, in reading order; a waiver without a present finding is left out. */
export function waivedFindings(
  state: DocumentState,
  findings: readonly Finding[],
  singlePerson: boolean,
): readonly WaivedFinding[] {
  return atOnce(waivedSteps(state, findings, singlePerson))
}

/** The same, a segment a step. */
export function* waivedSteps(
  state: DocumentState,
  findings: readonly Finding[],
  singlePerson: boolean,
): Steps<readonly WaivedFinding[]> {
  const bySegment = Map.groupBy(findings, ({ segment }) => segment)
  return yield* flatMapSteps(segmentPlaces(state.document.blocks).segments, ({ id }) => {
    const segment = state.segments.get(id)
    if (segment === undefined || segment.waivers.length === 0) return []
    const waived = new Map<Waiver, Finding>()
    for (const finding of bySegment.get(id) ?? []) {
      const waiver = waiverOf(segment, findingKey(finding), singlePerson)
      if (waiver) waived.set(waiver, finding)
    }
    return [...waived].map(([waiver, finding]) => ({ finding, waiver }))
  })
}
