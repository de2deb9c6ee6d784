import { isAllCapitals, isCapitalised, type Token, tokensOf } from './tokens.ts'

/** Words that title case leaves small, as both The Chicago Manual of Style and New Hart’s Rules have it. */
const small = new Set(
  'a an the and but or nor for so yet as at by in of off on per to up via vs from into onto over with'.split(' '),
)

/** How a heading is capitalised, and what it is in title case; `neither` where it has too few words to tell. */
export interface TitleCase {
  readonly style: 'title' | 'sentence' | 'neither'
  readonly title: string
}

/**
 * Title case has a capital on every word of more than three letters; sentence case on few. Names are in capitals in
 * both, so a heading of names alone is neither.
 */
export function titleCase(text: string): TitleCase {
  const tokens = tokensOf(text)
  const words = tokens.filter(
    (token, index) =>
      token.type === 'word' && token.lower.length > 3 && index > 0 && !small.has(token.lower) && !isAllCapitals(token),
  )
  const capitals = words.filter((token) => isCapitalised(token))
  const style =
    words.length < 2
      ? 'neither'
      : capitals.length === words.length
        ? 'title'
        : capitals.length * 2 < words.length
          ? 'sentence'
          : 'neither'
  return { style, title: capitalised(text, tokens) }
}

function capitalised(text: string, tokens: readonly Token[]): string {
  const last = tokens.findLastIndex(({ type }) => type === 'word')
  let title = ''
  let end = 0
  tokens.forEach((token, index) => {
    title += text.slice(end, token.from)
    end = token.to
    const edge = index === 0 || index === last || /^[:—–|]$/.test(tokens[index - 1]?.text ?? '')
    const raise = token.type === 'word' && token.text === token.text.toLowerCase() && (edge || !small.has(token.lower))
    title += raise ? `${token.text.slice(0, 1).toUpperCase()}${token.text.slice(1)}` : token.text
  })
  return title + text.slice(end)
}
