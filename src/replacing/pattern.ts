import { type Refusal, refuse } from '../model/refusal.ts'
import type { Search } from '../model/search.ts'

/**
 * What a search looks for. Words as they stand take time in proportion to the text; an expression that a person wrote may
 * take for ever, and is run where it can be stopped. Refuses an empty search and an expression that is none.
 */
export function patternOf({ find, mode, capitals }: Pick<Search, 'find' | 'mode' | 'capitals'>): RegExp | Refusal {
  if (find === '') return refuse('search-empty')
  const flags = capitals ? 'gu' : 'giu'
  if (mode !== 'expression') return new RegExp(mode === 'words' ? wholeWords(find) : literal(find), flags)
  try {
    return new RegExp(find, flags)
  } catch {
    return refuse('expression-malformed')
  }
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

const wordCharacter = '[\\p{L}\\p{M}\\p{N}_]'

/** The text with nothing of a word before or after it, on the sides on which it ends in a word itself. */
function wholeWords(text: string): string {
  const begins = new RegExp(`^${wordCharacter}`, 'u').test(text)
  const ends = new RegExp(`${wordCharacter}$`, 'u').test(text)
  return `${begins ? `(?<!${wordCharacter})` : ''}${literal(text)}${ends ? `(?!${wordCharacter})` : ''}`
}
