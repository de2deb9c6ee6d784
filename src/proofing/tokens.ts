/**
 * A word, a number or a mark of English text. `lower` is the word in small letters with straight apostrophes; `spaced`
 * says whether white space (or nothing) stands before it.
 */
export interface Token {
  readonly type: 'word' | 'number' | 'mark'
  readonly text: string
  readonly lower: string
  readonly from: number
  readonly to: number
  readonly spaced: boolean
}

const pattern =
  /(?<word>\p{L}[\p{L}\p{M}]*(?:['’]\p{L}[\p{L}\p{M}]*)*)|(?<number>\p{N}[\p{N}\p{L}\p{M}]*(?:[.,]\p{N}[\p{N}\p{L}]*)*)|\S/gu

/** The words, numbers and marks of a text, in order. A letter that follows a digit belongs to the number (`3D`, `90s`). */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  let end = 0
  for (const match of text.matchAll(pattern)) {
    const from = match.index
    const to = from + match[0].length
    const type = match.groups?.word ? 'word' : match.groups?.number ? 'number' : 'mark'
    const lower = type === 'word' ? match[0].toLowerCase().replaceAll('’', "'") : match[0].toLowerCase()
    tokens.push({ type, text: match[0], lower, from, to, spaced: from === 0 || from > end })
    end = to
  }
  return tokens
}

/** Whether a word begins with a capital. */
export function isCapitalised(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(token.text)
}

/** Whether a word is written in capitals only, as abbreviations are. */
export function isAllCapitals(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}[\p{Lu}\p{M}]+$/u.test(token.text)
}

/** Whether a sentence begins at token `index`: nothing before it, or a mark that ends one, with quotation marks between. */
export function beginsSentence(tokens: readonly Token[], index: number): boolean {
  for (let at = index - 1; at >= Math.max(0, index - 3); at -= 1) {
    const { type, text } = tokens[at] as Token
    if (type !== 'mark') return false
    if (/[.!?…:;|•–—]/.test(text)) return true
    if (!/["'“”‘’()[\]]/.test(text)) return false
  }
  return index <= 3 && tokens.slice(0, index).every(({ type }) => type === 'mark')
}

/** The word at `index`, or undefined where there is none or something that is no word. */
export function wordAt(tokens: readonly Token[], index: number): Token | undefined {
  const token = tokens[index]
  return token?.type === 'word' ? token : undefined
}
