import { Parser } from 'htmlparser2'
import type { RawBlock } from '../../model/document.ts'
import { type Hint, hintOf, isBlockElement } from '../html/elements.ts'
import { joinSoftBreaks, type Piece, withSoftBreaks } from '../text/soft-breaks.ts'

/** Elements without text to read. */
const programs: ReadonlySet<string> = new Set(['script', 'style'])

/** Whether a tag parts what stands before it from what stands behind it: `</td>`, `<p class="a">`, `<br/>`. */
export function partsText(tag: string): boolean {
  const name = /^<\/?([a-z][a-z0-9]*)/i.exec(tag)?.[1]?.toLowerCase()
  return name !== undefined && (name === 'br' || isBlockElement(name))
}

/** How far HTML is read. */
interface Reading {
  readonly blocks: RawBlock[]
  pieces: Piece[]
  /** The block elements that are open, the outermost first. */
  readonly open: string[]
  codes: number
  /** The text of a program whose end has not been met. */
  program: string
}

/**
 * The blocks of HTML inside Markdown. Cells, items and paragraphs are blocks of their own, so that no figure runs into
 * its neighbour; tags within a line become codes. Comments and programs are no text, unless their end is missing.
 */
export function blocksOfHtml(html: string, within: Hint): readonly RawBlock[] {
  const reading: Reading = { blocks: [], pieces: [], open: [], codes: 0, program: '' }
  const addCode = (data: string) => reading.pieces.push({ type: 'alone', id: `c${++reading.codes}`, data })
  const written = () => html.slice(parser.startIndex, parser.endIndex + 1)
  const isProgram = () => programs.has(reading.open.at(-1) ?? '')
  const parser = new Parser(
    {
      onopentag(name) {
        if (name === 'br') {
          addCode(written())
          reading.pieces.push('\n')
        } else if (programs.has(name) || isBlockElement(name)) {
          finishBlock(reading, within)
          reading.open.push(name)
        } else addCode(written())
      },
      onclosetag(name, isImplied) {
        const at = reading.open.lastIndexOf(name)
        if (at !== -1) {
          if (isProgram() && !isImplied) reading.program = ''
          finishBlock(reading, within)
          reading.open.splice(at)
        } else if (!isImplied && name !== 'br') addCode(written())
      },
      ontext(text) {
        if (isProgram()) reading.program += text
        else if (reading.open.includes('pre')) reading.pieces.push(text)
        else reading.pieces.push(...withSoftBreaks(text))
      },
      oncomment(text) {
        if (!html.startsWith('-->', parser.endIndex - 2)) reading.pieces.push(text.trim())
      },
    },
    { recognizeCDATA: true },
  )
  parser.end(html)
  finishBlock(reading, within)
  return reading.blocks
}

function finishBlock(reading: Reading, within: Hint): void {
  reading.pieces.push(...withSoftBreaks(reading.program))
  reading.program = ''
  const text = joinSoftBreaks(trimmed(reading.pieces))
  reading.pieces = []
  reading.codes = 0
  if (text.length === 0) return
  const element = reading.open.findLast((name) => hintOf(name) !== null) ?? ''
  const hint = hintOf(element) ?? within
  reading.blocks.push(hint === 'heading' ? { text, hint, level: Number(element.slice(1)) } : { text, hint })
}

/** Without the line ends and blanks between tags. */
function trimmed(pieces: readonly Piece[]): readonly Piece[] {
  const isBlank = (piece: Piece) => (typeof piece === 'string' ? piece.trim() === '' : piece.type === 'soft-break')
  const from = pieces.findIndex((piece) => !isBlank(piece))
  return from === -1 ? [] : pieces.slice(from, pieces.findLastIndex((piece) => !isBlank(piece)) + 1)
}
