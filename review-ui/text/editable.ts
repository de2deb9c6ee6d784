import type { Code, Inline } from '../../src/model/inline.ts'
import { plain } from '../../src/model/inline.ts'

/**
 * A target as people type it. Inline codes stand in the text as `‹1›`, `‹/1›`, `‹1/›`, and only those the sentence
 * has are read back as codes: any other bracket stays a character of the text.
 */
export function markerOf(code: Code): string {
  if (code.type === 'open') return `‹${code.id}›`
  return code.type === 'close' ? `‹/${code.id}›` : `‹${code.id}/›`
}

export function codesOf(...texts: readonly Inline[]): readonly Code[] {
  const codes = new Map<string, Code>()
  for (const part of texts.flat()) if (typeof part !== 'string') codes.set(markerOf(part), part)
  return [...codes.values()]
}

export function toEditable(inline: Inline): string {
  return inline.map((part) => (typeof part === 'string' ? part : markerOf(part))).join('')
}

export function fromEditable(text: string, codes: readonly Code[]): Inline {
  if (text === '') return []
  const known = new Map(codes.map((code) => [markerOf(code), code]))
  if (known.size === 0) return [text]
  return text
    .split(/(‹\/?[^‹›/]+\/?›)/u)
    .reduce<(string | Code)[]>((parts, piece) => {
      const code = known.get(piece)
      const last = parts.at(-1)
      if (code) parts.push(code)
      else if (typeof last === 'string') parts[parts.length - 1] = last + piece
      else if (piece !== '') parts.push(piece)
      return parts
    }, [])
    .filter((part) => part !== '')
}

/** Plain text of what stands in the editor, and where each of its offsets stands there. */
export function plainOf(
  text: string,
  codes: readonly Code[],
): { readonly text: string; readonly at: (offset: number) => number } {
  if (codes.length === 0) return { text, at: (offset) => offset }
  const inline = fromEditable(text, codes)
  const at = (offset: number) => {
    let plainLength = 0
    let length = 0
    for (const part of inline) {
      if (typeof part !== 'string') length += markerOf(part).length
      else if (plainLength + part.length > offset) return length + offset - plainLength
      else {
        plainLength += part.length
        length += part.length
      }
    }
    return length
  }
  return { text: plain(inline), at }
}
