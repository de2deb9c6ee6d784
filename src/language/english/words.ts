import type { Span } from '../../model/finding.ts'
import { rememberingLast } from '../../model/remembering.ts'
import { withStraightApostrophes, wordsAndNumbers } from './tokens.ts'

/** A word or number of an English text, with what separates it from the one before. */
export interface Word extends Span {
  /** With straight apostrophes. */
  readonly text: string
  /** The marks and white space between it and the word before, folded: see `foldedGap`. */
  readonly gap: string
  /** Whether white space and no mark separates it from the word before; false for the first word. */
  readonly afterSpace: boolean
}

/** The words and numbers of an English text in order: the tokens of `tokensOf` without its marks. */
export const wordsOf = rememberingLast((text: string): readonly Word[] => {
  const words: Word[] = []
  let end = 0
  for (const match of text.matchAll(wordsAndNumbers)) {
    const from = match.index
    const between = text.slice(end, from)
    end = from + match[0].length
    words.push({
      text: withStraightApostrophes(match[0]),
      from,
      to: end,
      gap: between === ' ' ? ' ' : foldedGap(between),
      afterSpace: between !== '' && between.trim() === '',
    })
  }
  return words
})

/**
 * What stands between two words, with what makes no difference to a term folded away: quotation marks go, and white
 * space, a hyphen or an en dash between words are one (Nylon City, Nylon-City, with or without a no-break space).
 */
function foldedGap(between: string): string {
  const bare = between.replace(/["'“”„‘’‚«»＂＇]/g, '')
  if (/^(?:\s+|[-\u2010-\u2013])$/.test(bare)) return ' '
  return bare.replace(/\s+/g, ' ')
}
