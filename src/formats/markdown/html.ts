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

/** A block, and where its text stands in the HTML, without blanks around it. */
export interface HtmlBlock extends RawBlock {
  readonly range: { readonly from: number; readonly to: number }
}

/** How far HTML is read. */
interface Reading {
  readonly html: string
  readonly blocks: HtmlBlock[]
  pieces: Piece[]
  /** Where each piece stands. */
  places: (readonly [from: number, to: number])[]
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
export function blocksOfHtml(html: string, within: Hint): readonly HtmlBlock[] {
  const reading: Reading = { html, blocks: [], pieces: [], places: [], open: [], codes: 0, program: '' }
  const add = (...pieces: readonly Piece[]) => {
    for (const piece of pieces) {
      reading.pieces.push(piece)
      reading.places.push([parser.startIndex, parser.endIndex + 1])
    }
  }
  const addCode = (data: string) => add({ type: 'alone', id: `c${++reading.codes}`, data })
  const written = () => html.slice(parser.startIndex, parser.endIndex + 1)
  const isProgram = () => programs.has(reading.open.at(-1) ?? '')
  const parser = new Parser(
    {
      onopentag(name) {
        if (name === 'br') {
          addCode(written())
          add('\n')
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
        else if (reading.open.includes('pre')) add(text)
        else add(...withSoftBreaks(text))
      },
      oncomment(text) {
        if (!html.startsWith('-->', parser.endIndex - 2)) add(text.trim())
      },
    },
    { recognizeCDATA: true },
  )
  parser.end(html)
  finishBlock(reading, within)
  return reading.blocks
}

function finishBlock(reading: Reading, within: Hint): void {
  for (const piece of withSoftBreaks(reading.program)) {
    reading.pieces.push(piece)
    reading.places.push([0, 0])
  }
  reading.program = ''
  const [first, last] = wordsIn(reading.pieces)
  const text = joinSoftBreaks(reading.pieces.slice(first, last + 1))
  const range = rangeOf(reading, first, last)
  reading.pieces = []
  reading.places = []
  reading.codes = 0
  if (text.length === 0) return
  const element = reading.open.findLast((name) => hintOf(name) !== null) ?? ''
  const hint = hintOf(element) ?? within
  reading.blocks.push(
    hint === 'heading' ? { text, hint, level: Number(element.slice(1)), range } : { text, hint, range },
  )
}

/** The first and the last piece that is no line end or blank between tags; none if there are no words. */
function wordsIn(pieces: readonly Piece[]): readonly [first: number, last: number] {
  const isBlank = (piece: Piece) => (typeof piece === 'string' ? piece.trim() === '' : piece.type === 'soft-break')
  const first = pieces.findIndex((piece) => !isBlank(piece))
  return first === -1 ? [0, -1] : [first, pieces.findLastIndex((piece) => !isBlank(piece))]
}

function rangeOf({ html, places }: Reading, first: number, last: number): HtmlBlock['range'] {
  const [from, to] = [places[first]?.[0] ?? 0, places[last]?.[1] ?? 0]
  const written = html.slice(from, to)
  const start = from + written.length - written.trimStart().length
  return { from: start, to: Math.max(start, from + written.trimEnd().length) }
}
