import { expectDefined } from '../../model/expect.ts'
import type { Span } from '../../model/finding.ts'

/** A word, a number or a mark of an English text; offsets are UTF-16 units of the text. */
export interface Token extends Span {
  readonly type: 'word' | 'number' | 'mark'
  readonly text: string
  /** In small letters, with straight apostrophes. */
  readonly lower: string
  /** Whether white space, or nothing, stands before it. */
  readonly spaced: boolean
}

const apostrophe = /[’ʼ＇]/
const apostrophes = new RegExp(apostrophe, 'g')
/** The rest of a word after an apostrophe: people’s, don't. */
const contraction = "(?:['’＇]\\p{L}[\\p{L}\\p{M}]*)*"
/** Letters, and digits after a letter: people’s, H5N1. */
const word = `\\p{L}[\\p{L}\\p{M}\\p{N}]*${contraction}`
/** Digits, and letters after a digit: 1,000, 3D, 1.5m, 1990s. */
const number = `\\p{N}[\\p{N}\\p{L}\\p{M}]*(?:[.,]\\p{N}[\\p{N}\\p{L}\\p{M}]*)*${contraction}`

/** What English text is read by, here and in `wordsOf`: words and numbers; everything else is marks or white space. */
export const wordsAndNumbers = new RegExp(`${word}|${number}`, 'gu')

const tokens = new RegExp(`(${word})|(${number})|\\S`, 'gu')

/** A word with straight apostrophes. */
export function withStraightApostrophes(text: string): string {
  return apostrophe.test(text) ? text.replace(apostrophes, "'") : text
}

/** The words, numbers and marks of a text, in order. Total on any text, and linear in its length. */
export function tokensOf(text: string): readonly Token[] {
  const list: Token[] = []
  let end = 0
  for (const match of text.matchAll(tokens)) {
    const from = match.index
    const to = from + match[0].length
    const type = match[1] !== undefined ? 'word' : match[2] !== undefined ? 'number' : 'mark'
    const lower = match[0].toLowerCase()
    list.push({
      type,
      text: match[0],
      lower: type === 'mark' ? lower : withStraightApostrophes(lower),
      from,
      to,
      spaced: from === 0 || from > end,
    })
    end = to
  }
  return list
}

/** Whether a sentence begins at token `index`: nothing before it, or a mark that ends one, with quotation marks between. */
export function beginsSentence(tokens: readonly Token[], index: number): boolean {
  for (let at = index - 1; at >= Math.max(0, index - 3); at -= 1) {
    const { type, text } = tokenAt(tokens, at)
    if (type !== 'mark') return false
    if (/[.!?…:;|•–—]/.test(text)) return true
    if (!/["'“”‘’()[\]]/.test(text)) return false
  }
  return index <= 3 && tokens.slice(0, index).every(({ type }) => type === 'mark')
}

/** The token at `index`, which there is. */
export function tokenAt(tokens: readonly Token[], index: number): Token {
  return expectDefined(tokens[index], 'a token of the text')
}

/** The word at `index`, or undefined where there is none or something that is no word. */
export function wordAt(tokens: readonly Token[], index: number): Token | undefined {
  const token = tokens[index]
  return token?.type === 'word' ? token : undefined
}
