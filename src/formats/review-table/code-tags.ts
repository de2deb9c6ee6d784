import { codeLetters, codeName } from '../../model/code-letters.ts'
import { type Code, compact, type Inline, isCode } from '../../model/inline.ts'
import { splitImpossible } from '../xml/escape.ts'

/** A piece of a text in which codes are written as tags with their letters: `{a}`, `{/a}`, `{b/}`. */
export interface TaggedPiece {
  readonly type: 'text' | 'tag'
  readonly text: string
}

/** The ids of the codes of a source, in the order of their letters: a, b, c. */
export function codeIds(source: Inline): readonly string[] {
  return [...codeLetters(source).keys()]
}

/**
 * Writes a text of a segment with its codes as tags. A brace in the text is doubled, and so never taken for one; what Word
 * cannot hold is written by its number: `{#B}`.
 */
export function taggedPieces(inline: Inline, source: Inline): readonly TaggedPiece[] {
  const letters = codeLetters(source)
  return inline.flatMap((part): readonly TaggedPiece[] => {
    if (!isCode(part)) return textPieces(part)
    const name = codeName(part.id, letters)
    const tag = { open: `{${name}}`, close: `{/${name}}`, alone: `{${name}/}` }[part.type]
    return [{ type: 'tag', text: tag }]
  })
}

function textPieces(text: string): readonly TaggedPiece[] {
  return text.split(/(\r)/).flatMap((piece) =>
    splitImpossible(piece).map((part): TaggedPiece => {
      if (typeof part === 'string' && part !== '\r') return { type: 'text', text: part.replace(/[{}]/g, '$&$&') }
      const unit = typeof part === 'number' ? part : 0xd
      return { type: 'tag', text: `{#${unit.toString(16).toUpperCase()}}` }
    }),
  )
}

const token = /\{\{|\}\}|\{(\/?)(\+?[^\s{}/]{1,200})(\/?)\}/g

/**
 * Reads a text with tags. `ids` are those of the codes of its source, in the order of their letters; a tag with another
 * letter is a code that the source does not have. A lone brace is text.
 */
export function readTagged(text: string, ids: readonly string[]): Inline {
  const byLetter = new Map([...codeLetters(ids.map((id): Code => ({ type: 'alone', id, data: '' })))].map(swapped))
  const parts: Inline[number][] = []
  let at = 0
  for (const match of text.matchAll(token)) {
    const [whole, closes, name, alone] = match
    parts.push(text.slice(at, match.index))
    at = match.index + whole.length
    const [, unit] = /^\{#([0-9A-F]{1,4})\}$/.exec(whole) ?? []
    if (name === undefined) parts.push(whole.slice(1))
    else if (unit !== undefined) parts.push(String.fromCharCode(Number.parseInt(unit, 16)))
    else if (closes !== '' && alone !== '') parts.push(whole)
    else {
      const type = closes !== '' ? 'close' : alone !== '' ? 'alone' : 'open'
      parts.push({ type, id: byLetter.get(name) ?? name.replace(/^\+/, ''), data: '' })
    }
  }
  return compact([...parts, text.slice(at)])
}

function swapped([id, letter]: readonly [string, string]): readonly [string, string] {
  return [letter, id]
}
