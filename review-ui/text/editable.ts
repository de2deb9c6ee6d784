import { codeLetters, codeName } from '../../src/model/code-letters.ts'
import { type Code, type Inline, plain } from '../../src/model/inline.ts'

/**
 * A target as people type it. Inline codes stand in the text as `‹a›`, `‹/a›`, `‹a/›`, by the letters that the codes of
 * the source have; and only those the sentence has are read back as codes: any other bracket stays a character.
 */
export type Markers = ReadonlyMap<string, Code>

/** How a code of a sentence is written. One that its source does not have goes by its id. */
export function markerOf(code: Code, letters: ReadonlyMap<string, string>): string {
  const name = codeName(code.id, letters)
  if (code.type === 'open') return `‹${name}›`
  return code.type === 'close' ? `‹/${name}›` : `‹${name}/›`
}

/** The codes that a sentence has in its source or target, by how they are written; those of the source first. */
export function markersOf(source: Inline, target: Inline): Markers {
  const letters = codeLetters(source)
  const markers = new Map<string, Code>()
  for (const part of [...source, ...target]) {
    if (typeof part === 'string') continue
    const marker = markerOf(part, letters)
    if (!markers.has(marker)) markers.set(marker, part)
  }
  return markers
}

export function toEditable(inline: Inline, source: Inline): string {
  const letters = codeLetters(source)
  return inline.map((part) => (typeof part === 'string' ? part : markerOf(part, letters))).join('')
}

export function fromEditable(text: string, markers: Markers): Inline {
  return piecesOf(text, markers)
    .reduce<(string | Code)[]>((parts, { text, code }) => {
      const last = parts.at(-1)
      if (code) parts.push(code)
      else if (typeof last === 'string') parts[parts.length - 1] = last + text
      else parts.push(text)
      return parts
    }, [])
    .filter((part) => part !== '')
}

/** A stretch of what stands in the editor: a code as it is written, or words. */
export interface Piece {
  readonly from: number
  readonly text: string
  readonly code?: Code
}

const marker = /(‹\/?[^‹›/]+\/?›)/u

/** What stands in the editor, cut where codes begin and end. */
export function piecesOf(text: string, markers: Markers): readonly Piece[] {
  if (text === '') return []
  if (markers.size === 0) return [{ from: 0, text }]
  let from = 0
  return text.split(marker).flatMap((piece) => {
    if (piece === '') return []
    const code = markers.get(piece)
    const at = from
    from += piece.length
    return [{ from: at, text: piece, ...(code && { code }) }]
  })
}

export interface Typed {
  /** What stands in the editor, with its codes. */
  readonly inline: Inline
  /** The same without them. */
  readonly text: string
  /** Where an offset of the plain text stands in the editor. */
  readonly at: (offset: number) => number
}

export function typedOf(text: string, markers: Markers): Typed {
  if (markers.size === 0) return { inline: text === '' ? [] : [text], text, at: (offset) => offset }
  const pieces = piecesOf(text, markers)
  const at = (offset: number) => {
    let plainLength = 0
    let length = 0
    for (const { text, code } of pieces) {
      if (!code && plainLength + text.length > offset) return length + offset - plainLength
      if (!code) plainLength += text.length
      length += text.length
    }
    return length
  }
  const inline = fromEditable(text, markers)
  return { inline, text: plain(inline), at }
}
