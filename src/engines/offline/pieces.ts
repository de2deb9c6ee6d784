import { countCodePoints } from '../../model/code-points.ts'

/**
 * The most code points of a text for the model at once. It reads 256 pieces and leaves out without a word what comes
 * after; a piece is at least one character.
 */
const longest = 200

/** Where a long sentence may be cut: after the marks that part it, the strongest first. */
const cuts = [/[；;。！？]/u, /[：:]/u, /，/u, /、/u]

/**
 * A segment as texts that the model takes whole, in lines: a line break stays one. A segment of 200 code points or less
 * in one line is one text. A longer one is cut at its strongest marks; null if a part has none and stays too long.
 */
export function piecesOf(source: string): readonly (readonly string[])[] | null {
  const lines = source.split('\n').map((line) => (line.trim() === '' ? [] : cut(line, 0)))
  return lines.some((line) => line === null) ? null : lines.map((line) => line ?? [])
}

function cut(text: string, strength: number): readonly string[] | null {
  if (countCodePoints(text) <= longest) return [text]
  const mark = cuts[strength]
  if (mark === undefined) return null
  const parts = text.split(new RegExp(`(?<=${mark.source})`, 'u'))
  const pieces: string[] = []
  for (const part of joined(parts)) {
    const smaller = cut(part, strength + 1)
    if (smaller === null) return null
    pieces.push(...smaller)
  }
  return pieces
}

/** Parts put together while they fit, so that the model sees as much of a sentence as it can. */
function joined(parts: readonly string[]): readonly string[] {
  const texts: string[] = []
  for (const part of parts) {
    const last = texts.at(-1)
    if (last !== undefined && countCodePoints(last + part) <= longest) texts[texts.length - 1] = last + part
    else texts.push(part)
  }
  return texts
}

/** The target of a segment from those of its pieces; empty if one of them has none, since half a text is no translation. */
export function targetOf(lines: readonly (readonly string[])[]): string {
  const targets = lines.flat()
  if (targets.length === 0 || targets.some((target) => target.trim() === '')) return ''
  return lines.map((line) => line.map((target) => target.trim()).join(' ')).join('\n')
}
