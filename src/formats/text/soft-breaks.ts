import { type Code, compact, type Inline, plain } from '../../model/inline.ts'
import { lineJoint } from '../../segmentation/line-ends.ts'

/** A line end that by its mark-up only wraps a paragraph. */
export interface SoftBreak {
  readonly type: 'soft-break'
}

/** A part of a paragraph before its line ends are judged. */
export type Piece = string | Code | SoftBreak

/** A text in which line ends, with the white space around them, are soft breaks. */
export function withSoftBreaks(text: string): readonly Piece[] {
  // Blanks begin a line end only where none stands before them: a long stretch is gone through once, not once a blank.
  return text.split(/(?<![ \t])(?:[ \t]*[\r\n])+[ \t]*/).flatMap((line, index) => {
    const parts: Piece[] = line === '' ? [] : [line]
    return index === 0 ? parts : [{ type: 'soft-break' }, ...parts]
  })
}

/** The paragraph with each soft break replaced by what joins the lines beside it. */
export function joinSoftBreaks(pieces: readonly Piece[]): Inline {
  const lines: (readonly (string | Code)[])[] = []
  let line: (string | Code)[] = []
  for (const piece of pieces) {
    if (typeof piece === 'string' || piece.type !== 'soft-break') line.push(piece)
    else {
      lines.push(line)
      line = []
    }
  }
  lines.push(line)
  const texts = lines.map(plain)
  return compact(
    lines.flatMap((parts, index) => {
      const before = texts[index - 1]
      return before === undefined ? parts : [lineJoint(lastLine(before), texts[index] ?? ''), ...parts]
    }),
  )
}

/** What stands after the last hard break. */
function lastLine(text: string): string {
  return text.slice(text.lastIndexOf('\n') + 1)
}
