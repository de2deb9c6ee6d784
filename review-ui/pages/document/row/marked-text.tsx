import { expectDefined } from '../../../../src/model/expect.ts'
import type { Finding, Severity } from '../../../../src/model/finding.ts'
import type { SegmentState } from '../../../../src/model/state.ts'
import { type Markers, markersOf, toEditable, typedOf } from '../../../text/editable.ts'
import { CodedText } from './code-chip.tsx'

interface Stretch {
  readonly from: number
  readonly text: string
  readonly severity: Severity | null
}

/** English cut where findings begin and end; where several overlap the gravest shows. */
function stretchesOf(text: string, findings: readonly Finding[]): readonly Stretch[] {
  const spans = findings.flatMap(({ target, severity }) =>
    target && target.to > target.from ? [{ ...target, severity }] : [],
  )
  const edges = new Set([0, text.length])
  for (const { from, to } of spans) {
    edges.add(Math.min(from, text.length))
    edges.add(Math.min(to, text.length))
  }
  const sorted = [...edges].sort((a, b) => a - b)
  const rank = { error: 2, warning: 1, note: 0 }
  return sorted.slice(0, -1).map((from, index) => {
    const to = expectDefined(sorted[index + 1], 'the end of a stretch')
    const over = spans.filter((span) => span.from < to && from < span.to)
    const gravest = over.reduce<Severity | null>(
      (worst, { severity }) => (worst === null || rank[severity] > rank[worst] ? severity : worst),
      null,
    )
    return { from, text: text.slice(from, to), severity: gravest }
  })
}

/** English with the words that findings concern marked, and its codes as signs. Findings are of the text as it stands. */
export function MarkedText({
  text,
  findings,
  markers,
}: {
  text: string
  findings: readonly Finding[]
  markers: Markers
}) {
  return stretchesOf(text, findings).map(({ from, text, severity }) =>
    severity === null ? (
      <CodedText key={from} text={text} markers={markers} />
    ) : (
      <mark key={from} className={`marked ${severity}`}>
        <CodedText text={text} markers={markers} />
      </mark>
    ),
  )
}

/** The English of a segment that is read, not written. */
export function ReadTarget({
  segment: { source, target },
  findings,
}: {
  segment: SegmentState
  findings: readonly Finding[]
}) {
  const markers = markersOf(source, target)
  const text = toEditable(target, source)
  return <MarkedText text={text} findings={moved(findings, typedOf(text, markers).at)} markers={markers} />
}

/** Findings with their places moved to where they stand in the editor. */
export function moved(findings: readonly Finding[], at: (offset: number) => number): readonly Finding[] {
  return findings.map((finding) =>
    finding.target ? { ...finding, target: { from: at(finding.target.from), to: at(finding.target.to) } } : finding,
  )
}
