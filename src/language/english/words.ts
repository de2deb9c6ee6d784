import type { Span } from '../../model/finding.ts'

/** A word of an English text: letters and digits, an apostrophe inside (people's), a whole number (1,000). */
export interface Word extends Span {
  readonly text: string
  /** What stands before it, folded. */
  readonly gap: string
  /** Whether white space and nothing else stands before it. */
  readonly spaced: boolean
}

const word = /(?:\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{M}\p{N}]+)(?:['’ʼ＇][\p{L}\p{M}]+)*/gu

/** The words of an English text in order. Apostrophes are made straight; offsets are UTF-16 units of the text given. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = []
  let end = 0
  for (const match of text.matchAll(word)) {
    const from = match.index
    const to = from + match[0].length
    const between = text.slice(end, from)
    words.push({
      text: match[0].replace(/[’ʼ＇]/g, "'"),
      from,
      to,
      gap: gapOf(between),
      spaced: between !== '' && between.trim() === '',
    })
    end = to
  }
  return words
}

/**
 * What stands between two words, with what makes no difference to a term folded away: quotation marks go, and white
 * space, a hyphen or an en dash between words are one (Nylon City, Nylon-City, with or without a no-break space).
 */
function gapOf(between: string): string {
  const bare = between.replace(/["'“”„‘’‚«»＂＇]/g, '')
  if (/^(?:\s+|[-\u2010-\u2013])$/.test(bare)) return ' '
  return bare.replace(/\s+/g, ' ')
}
