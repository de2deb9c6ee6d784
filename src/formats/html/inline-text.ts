import { type Code, compact, type Inline, plain } from '../../model/inline.ts'
import { joinSoftBreaks, type Piece, withSoftBreaks } from '../text/soft-breaks.ts'
import { codeKindOf } from './elements.ts'
import { isBreak } from './items.ts'
import type { Item } from './page.ts'
import type { Place } from './page-block.ts'

/** Characters of a tag that are shown for it; addresses of pictures can be whole pictures. */
const longestData = 200

export function codeKey({ type, id }: Pick<Code, 'type' | 'id'>): string {
  return `${type} ${id}`
}

/** The text of items, and what is written for its codes. */
export function inlineOf(items: readonly Item[], paired: ReadonlySet<number>, { isTitle, isPre }: Place) {
  const ids = new Map<number, string>()
  const marks = new Map<string, string>()
  const breaks: string[] = []
  const pieces: Piece[] = []
  let codes = 0
  let text = ''
  const flush = () => {
    const line = isPre ? text.replace(/\r\n?/g, '\n') : collapsed(text)
    const words = pieces.at(-1) === '\n' ? line.replace(/^[ \r\n]+/, '') : line
    if (words !== '') for (const piece of isPre ? [words] : withSoftBreaks(words)) pieces.push(piece)
    text = ''
  }
  const code = (type: Code['type'], id: string, item: Exclude<Item, { type: 'text' }>) => {
    flush()
    const made: Code = { type, id, data: shortened(item.raw), kind: codeKindOf(item.name) }
    marks.set(codeKey(made), item.raw)
    pieces.push(made)
  }
  for (const item of items) {
    if (item.type === 'text') text += item.text
    else if (isBreak(item) && !isTitle) {
      flush()
      trimEnd(pieces)
      if (!isPre) breaks.push(item.raw)
      pieces.push('\n')
    } else if (item.type === 'alone' || !paired.has(item.element)) code('alone', `c${++codes}`, item)
    else {
      const id = ids.get(item.element) ?? `c${++codes}`
      ids.set(item.element, id)
      code(item.type, id, item)
    }
  }
  flush()
  const joined = isPre
    ? compact(pieces.filter((piece): piece is string | Code => !isSoft(piece)))
    : joinSoftBreaks(pieces)
  return { text: trimmed(joined), marks, breaks, newline: isPre ? '\n' : (breaks.at(-1) ?? '<br>') }
}

const isSoft = (piece: Piece) => typeof piece !== 'string' && piece.type === 'soft-break'

/** Blanks before a break are none. */
function trimEnd(pieces: Piece[]): void {
  const last = pieces.at(-1)
  if (typeof last === 'string') pieces[pieces.length - 1] = last.replace(/[ \t]+$/, '')
  else if (last !== undefined && isSoft(last)) pieces.pop()
}

/** Blanks and tabs in a line are one blank; line ends are judged later. */
function collapsed(text: string): string {
  return text.replace(/[ \t\f]+/g, ' ')
}

/** Without blanks at its beginning and its end. */
function trimmed(inline: Inline): Inline {
  const first = inline[0]
  const last = inline.at(-1)
  const out = [...inline]
  if (typeof first === 'string') out[0] = first.replace(/^[\s\u200b\u2060]+/, '')
  const end = out.at(-1)
  if (typeof last === 'string' && typeof end === 'string') out[out.length - 1] = withoutEnd(end)
  return compact(out)
}

/** Without blanks at its end. A pattern would go through each stretch of blanks once for every blank in it. */
export function withoutEnd(text: string): string {
  let end = text.length
  while (end > 0 && /[\s\u200b\u2060]/.test(text.charAt(end - 1))) end--
  return text.slice(0, end)
}

function shortened(raw: string): string {
  return raw.length <= longestData ? raw : `${raw.slice(0, longestData).toWellFormed()}…`
}

/** The words of a text for comparison: without blanks. */
export function wordsOf(text: Inline): string {
  return plain(text).replace(/\s/g, '')
}
