import { entriesOf } from '../lists.ts'
import { capitalised, isAllCapitals, isCapitalised } from './capitals.ts'
import { titleCaseMinorWords } from './data/title-case-minor-words.ts'
import { type Token, tokensOf } from './tokens.ts'

const minorWords: ReadonlySet<string> = new Set(entriesOf(titleCaseMinorWords))

/** Whether title case leaves a word in small letters, given in lower case. */
export function isMinorInTitle(word: string): boolean {
  return minorWords.has(word)
}

/** How a heading is capitalised; `neither` where it has too few words to tell. */
export type HeadingStyle = 'title' | 'sentence' | 'neither'

/**
 * Title case has a capital on every word of more than three letters; sentence case on few. Names are in capitals in
 * both, so a heading of names alone is neither.
 */
export function headingStyleOf(text: string): HeadingStyle {
  const words = tokensOf(text).filter(
    (token, index) =>
      token.type === 'word' &&
      token.lower.length > 3 &&
      index > 0 &&
      !minorWords.has(token.lower) &&
      !isAllCapitals(token.text),
  )
  const capitals = words.filter((token) => isCapitalised(token.text)).length
  if (words.length < 2) return 'neither'
  if (capitals === words.length) return 'title'
  return capitals * 2 < words.length ? 'sentence' : 'neither'
}

/** The text in title case: a capital on its first and last word, after a colon or dash, and on every word not minor. */
export function inTitleCase(text: string): string {
  const tokens = tokensOf(text)
  const last = tokens.findLastIndex(({ type }) => type === 'word')
  let title = ''
  let end = 0
  tokens.forEach((token, index) => {
    const isEdge = index === 0 || index === last || /^[:—–|]$/.test(tokens[index - 1]?.text ?? '')
    title += text.slice(end, token.from) + (takesCapital(token, isEdge) ? capitalised(token.text) : token.text)
    end = token.to
  })
  return title + text.slice(end)
}

function takesCapital(token: Token, isEdge: boolean): boolean {
  const isSmall = token.type === 'word' && token.text === token.text.toLowerCase()
  return isSmall && (isEdge || !minorWords.has(token.lower))
}
