import { segmentsOf } from '../model/document.ts'
import { plain } from '../model/inline.ts'
import type { JudgedText, QualityRow } from '../model/quality.ts'
import type { DocumentState, SegmentState } from '../model/state.ts'
import type { Steps } from '../model/steps.ts'
import { isOfText } from './fold-segment.ts'
import { assessedOf } from './quality.ts'

/** What was judged of a document, sentence by sentence, the latest text of a sentence first; a segment a step. */
export function* qualityRowSteps(state: DocumentState, singlePerson: boolean): Steps<readonly QualityRow[]> {
  const rows: QualityRow[] = []
  for (const [index, { id }] of segmentsOf(state.document).entries()) {
    const segment = state.segments.get(id)
    if (segment?.issues === undefined && segment?.assessments === undefined) continue
    for (const of of textsOf(segment)) rows.push({ ...rowOf(segment, of, singlePerson), number: index + 1 })
    yield
  }
  return rows
}

/** The texts that were judged, the last first. */
function textsOf({ issues = [], assessments = [] }: SegmentState): readonly JudgedText[] {
  const judged = [...issues, ...assessments].toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
  return judged.filter((one, at) => !judged.slice(0, at).some(({ of }) => isOfText(one, of))).map(({ of }) => of)
}

function rowOf(segment: SegmentState, of: JudgedText, singlePerson: boolean): Omit<QualityRow, 'number'> {
  const counted = assessedOf(segment, singlePerson)
  const last = (segment.assessments ?? []).findLast((one) => isOfText(one, of))
  const isCounted = counted.some(({ assessment }) => isOfText(assessment, of))
  const countedIssues = new Set(counted.flatMap(({ issues }) => issues.map(({ id }) => id)))
  return {
    segment: segment.id,
    source: plain(of.source),
    target: plain(of.target),
    present: isOfText({ of }, segment),
    assessed: last === undefined ? null : { by: last.by, at: last.at },
    counts: isCounted,
    issues: (segment.issues ?? [])
      .filter((issue) => isOfText(issue, of))
      .map(({ id, category, severity, by, at, text = '', on }) => ({
        id,
        category,
        severity,
        by,
        at,
        text,
        words: on === undefined ? null : { side: on.side, text: on.words },
        counts: countedIssues.has(id),
      })),
  }
}
