import { memo, type ReactNode } from 'react'
import { codeLetters } from '../../../../src/model/code-letters.ts'
import { type Finding, isAboutCodes } from '../../../../src/model/finding.ts'
import { hasCodes, type Inline, plain } from '../../../../src/model/inline.ts'
import { markerOf } from '../../../text/editable.ts'
import type { Mark } from '../logic/numbering.ts'
import { stretchesOf } from '../logic/stretches.ts'
import { CodeChip } from './code-chip.tsx'
import { MarkedStretch } from './marked-text.tsx'

/**
 * The Chinese with its terms and figures, and with the words that findings point at. In the active row each term or figure
 * carries its number; a figure whose reading changes has its English above it, for the eye only: the panel tells it to
 * everyone.
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
  // A code has a sign of its own, and says nothing of the words that stand in it.
  const aboutWords = findings.filter((finding) => !isAboutCodes(finding))
  const textBetween = (from: number, to: number): ReactNode =>
    stretchesOf({ from, to }, aboutWords, 'source').map((stretch) => (
      <MarkedStretch key={stretch.from} stretch={stretch}>
        {withCodes(source, text, stretch.from, stretch.to)}
      </MarkedStretch>
    ))
  const parts: ReactNode[] = []
  let at = 0
  for (const mark of marks) {
    if (mark.from < at) continue
    parts.push(...[textBetween(at, mark.from)].flat())
    parts.push(
      <MarkedSource key={`${mark.from} ${mark.type}`} mark={mark} active={active} text={text} between={textBetween} />,
    )
    at = mark.to
  }
  parts.push(...[textBetween(at, text.length)].flat())
  return (
    <p className="zh source" lang="zh-CN">
      {parts}
      {withCodes(source, text, text.length, Number.POSITIVE_INFINITY)}
    </p>
  )
})

function MarkedSource({
  mark,
  active,
  text,
  between,
}: {
  mark: Mark
  active: boolean
  text: string
  between: (from: number, to: number) => ReactNode
}) {
  const number = active && (
    <span className="key" aria-hidden="true">
      {mark.number}
    </span>
  )
  const shown = mark.type === 'figure' && active && mark.reads
  const last = mark.to - ([...text.slice(mark.from, mark.to)].at(-1)?.length ?? 0)
  return (
    <span className={`${mark.type}-mark`} title={mark.english}>
      {shown && (
        <span className="value" lang="en" aria-hidden="true">
          {mark.english}
        </span>
      )}
      {/* The number never stands alone on a line, and never before a value. */}
      {number ? (
        <>
          {between(mark.from, last)}
          <span className="unbroken">
            {between(last, mark.to)}
            {number}
          </span>
        </>
      ) : (
        between(mark.from, mark.to)
      )}
    </span>
  )
}

/** Text between two offsets with signs for the inline codes that stand in it, before its characters. */
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
    if (at < from || at >= to) return
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
