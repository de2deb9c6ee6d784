import type { ReactNode } from 'react'
import type { Finding } from '../../../../src/model/finding.ts'
import type { SegmentState } from '../../../../src/model/state.ts'
import { useWords } from '../../../components/coded-words.tsx'
import { type Markers, markersOf, toEditable, typedOf } from '../../../text/editable.ts'
import { type Stretch, stretchesOf } from '../logic/stretches.ts'
import { CodedText } from './code-chip.tsx'

/** A stretch of either text, marked where findings point at it, with what they say. */
export function MarkedStretch({ stretch: { grade, findings }, children }: { stretch: Stretch; children: ReactNode }) {
  return grade === null ? (
    children
  ) : (
    <PointedAt grade={grade} findings={findings}>
      {children}
    </PointedAt>
  )
}

function PointedAt({
  grade,
  findings,
  children,
}: {
  grade: string
  findings: readonly Finding[]
  children: ReactNode
}) {
  const words = useWords()
  return (
    <mark className={`marked ${grade}`} title={findings.map((finding) => words.finding(finding)).join('\n')}>
      {children}
    </mark>
  )
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
  return stretchesOf({ from: 0, to: text.length }, findings, 'target').map((stretch) => (
    <MarkedStretch key={stretch.from} stretch={stretch}>
      <CodedText text={text.slice(stretch.from, stretch.to)} markers={markers} />
    </MarkedStretch>
  ))
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
