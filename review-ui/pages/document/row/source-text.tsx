import { Fragment, memo, type ReactNode } from 'react'
import { codeLetters } from '../../../../src/model/code-letters.ts'
import { type Finding, isAboutCodes } from '../../../../src/model/finding.ts'
import { hasCodes, type Inline, plain } from '../../../../src/model/inline.ts'
import { markerOf } from '../../../text/editable.ts'
import type { Mark } from '../logic/numbering.ts'
import { CodeChip } from './code-chip.tsx'

/**
 * The Chinese with its terms and figures. In the active row each carries its number; a figure whose reading changes
 * has its English above it, for the eye only: the panel tells it to everyone.
 */
export const SourceText = memo(function SourceText({
  source,
  marks,
  findings,
  active,
}: {
  source: Inline
  marks: readonly Mark[]
  findings: readonly Finding[]
  active: boolean
}) {
  const text = plain(source)
  const missed = (mark: Mark) =>
    findings.some(
      (finding) =>
        finding.severity === 'error' &&
        !isAboutCodes(finding) &&
        finding.source &&
        finding.source.from < mark.to &&
        mark.from < finding.source.to,
    )
  const parts: ReactNode[] = []
  let at = 0
  for (const mark of marks) {
    if (mark.from < at) continue
    if (mark.from > at) parts.push(<Fragment key={at}>{withCodes(source, text, at, mark.from)}</Fragment>)
    parts.push(
      <MarkedSource key={`${mark.from} ${mark.type}`} mark={mark} missed={missed(mark)} active={active}>
        {text.slice(mark.from, mark.to)}
      </MarkedSource>,
    )
    at = mark.to
  }
  parts.push(<Fragment key="end">{withCodes(source, text, at, text.length)}</Fragment>)
  return (
    <p className="zh source" lang="zh-CN">
      {parts}
    </p>
  )
})

function MarkedSource({
  mark,
  missed,
  active,
  children,
}: {
  mark: Mark
  missed: boolean
  active: boolean
  children: string
}) {
  const number = active && (
    <span className="key" aria-hidden="true">
      {mark.number}
    </span>
  )
  const shown = mark.type === 'figure' && active && mark.reads
  return (
    <span className={`${mark.type}-mark ${missed ? 'missed' : ''}`} title={mark.english}>
      {shown && (
        <span className="value" lang="en" aria-hidden="true">
          {mark.english}
        </span>
      )}
      {/* The number never stands alone on a line, and never before a value. */}
      {number ? (
        <>
          {children.slice(0, -1)}
          <span className="unbroken">
            {children.slice(-1)}
            {number}
          </span>
        </>
      ) : (
        children
      )}
    </span>
  )
}

/** Text between two offsets with signs for the inline codes that stand in it. */
function withCodes(source: Inline, text: string, from: number, to: number): ReactNode {
  if (!hasCodes(source)) return text.slice(from, to)
  const letters = codeLetters(source)
  const parts: ReactNode[] = []
  let at = 0
  let done = from
  source.forEach((part, index) => {
    if (typeof part === 'string') {
      at += part.length
      return
    }
    if (at < from || at > to || (at === to && to < text.length)) return
    parts.push(text.slice(done, at))
    parts.push(
      // biome-ignore lint/suspicious/noArrayIndexKey: the codes of a source never move
      <CodeChip key={index} code={part} marker={markerOf(part, letters)} />,
    )
    done = at
  })
  parts.push(text.slice(done, to))
  return parts
}
