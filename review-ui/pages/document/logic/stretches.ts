import { expectDefined } from '../../../../src/model/expect.ts'
import { type Finding, isLook, type Severity, type Span } from '../../../../src/model/finding.ts'

/** How a stretch of text is marked. A place to look at first is a note that is drawn apart from the others. */
export type Grade = Severity | 'look'

/** A stretch of a text that the same findings concern, the gravest of which grades it; null where none does. */
export interface Stretch extends Span {
  readonly grade: Grade | null
  readonly findings: readonly Finding[]
}

const grades: readonly Grade[] = ['error', 'warning', 'look', 'note']

export function gradeOf(finding: Finding): Grade {
  return isLook(finding) ? 'look' : finding.severity
}

/**
 * A part of a text, cut where findings begin and end that point at its words; what points at no character is left out.
 * `side` says which text of the findings it is. The stretches follow one another without gaps: one for the whole part where
 * nothing is found, none where the part is empty.
 */
export function stretchesOf(
  { from, to }: Span,
  findings: readonly Finding[],
  side: 'source' | 'target',
): readonly Stretch[] {
  const pointing = findings.flatMap((finding) => {
    const span = finding[side]
    return span !== undefined && span.from < to && from < span.to ? [{ finding, ...span }] : []
  })
  const edges = new Set([from, to])
  for (const span of pointing) {
    edges.add(Math.max(from, span.from))
    edges.add(Math.min(to, span.to))
  }
  const sorted = [...edges].sort((a, b) => a - b)
  return sorted.slice(0, -1).map((begin, index): Stretch => {
    const end = expectDefined(sorted[index + 1], 'the end of a stretch')
    const over = pointing.filter((span) => span.from < end && begin < span.to).map(({ finding }) => finding)
    const grade = grades.find((grade) => over.some((finding) => gradeOf(finding) === grade)) ?? null
    return { from: begin, to: end, grade, findings: over }
  })
}
