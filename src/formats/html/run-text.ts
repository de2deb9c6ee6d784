import { type Code, type Inline, plain } from '../../model/inline.ts'
import { compact } from '../../segmentation/parts.ts'
import { joinSoftBreaks, type Piece, withSoftBreaks } from '../text/soft-breaks.ts'
import { codeKindOf, type Hint, hintOf, hintOfClass, isBlockElement } from './elements.ts'
import { hasText, type Item, isBlank, type Page, type PageElement, type Range, type Run } from './page.ts'

/** A text of a page, where it stands, and all that is needed to write another in its place. */
export interface PageBlock extends Range {
  readonly text: Inline
  readonly hint: Hint | null
  readonly level: number | undefined
  readonly element: number
  /** Whether all of it is one link. */
  readonly isLink: boolean
  /** Where the blanks begin that indent it; `from` if none do. */
  readonly indent: number
  /** What is written for each code, by `codeKey`. */
  readonly marks: ReadonlyMap<string, string>
  /** What is written for each line break, in order. */
  readonly breaks: readonly string[]
  /** What is written for a line break beyond those: in preformatted text a line end. */
  readonly newline: string
  /** What stands between the words and is no code: comments, and tags that change nothing without their other half. */
  readonly strays: string
}

/** Characters of a tag that are shown for it; addresses of pictures can be whole pictures. */
const longestData = 200

export function codeKey({ type, id }: Pick<Code, 'type' | 'id'>): string {
  return `${type} ${id}`
}

/** The elements around a place, the innermost first. */
export function* around(elements: readonly PageElement[], element: number): Generator<PageElement> {
  for (let at = element; at !== -1; ) {
    const found = elements[at]
    if (found === undefined) return
    yield found
    at = found.parent
  }
}

/** The blocks of a run: lines that are parted as paragraphs are, by two breaks or a break and an indent, are blocks. */
export function blocksOfRun(page: Page, run: Run): readonly PageBlock[] {
  let block: string | undefined
  let hint: Hint | null = null
  let isPre = false
  for (const { name, classes } of around(page.elements, run.element)) {
    if (name === 'pre' || name === 'listing' || name === 'xmp') isPre = true
    if (!isBlockElement(name)) continue
    block ??= name
    hint ??= hintOf(name) ?? hintOfClass(classes)
  }
  const isTitle = hint === 'heading' || block === 'title' || block === 'caption'
  const place = {
    hint,
    level: hint === 'heading' ? Number(headingName(page, run)?.slice(1) ?? 1) : undefined,
    isTitle,
    isPre,
  }
  return (isTitle ? [run.items] : paragraphsOf(run.items, page)).flatMap((items) => {
    const found = blockOf(page, items, place)
    return found === null ? [] : [{ ...found, element: run.element, isLink: isLink(page, run, found) }]
  })
}

function isLink(page: Page, run: Run, { from, to }: Range): boolean {
  for (const element of around(page.elements, run.element)) {
    if (element.name === 'a' && element.from <= from && to <= element.to) return true
  }
  return false
}

function headingName(page: Page, run: Run): string | undefined {
  for (const { name } of around(page.elements, run.element)) if (hintOf(name) === 'heading') return name
  return undefined
}

const isTransparent = (item: Item, { elements }: Page) =>
  (item.type === 'open' || item.type === 'close') && elements[item.element]?.isTransparent === true
/** Whether an element begins that goes on as the one did that ended before: the two are written as one. */
const isGoingOn = (item: Item, closed: Item | undefined, { elements }: Page) =>
  item.type === 'open' &&
  closed?.type === 'close' &&
  elements[item.element]?.dress !== '' &&
  elements[item.element]?.dress === elements[closed.element]?.dress
const isComment = (item: Item) => item.type === 'alone' && item.name === '!--'
const isBreak = (item: Item | undefined) => item?.type === 'alone' && item.name === 'br'
/** An indent of two characters or more, as writers of Chinese pages put it in place of a paragraph. */
const indented = /^[\s\u200b]*(?:[\u3000\u2003]|[\u00a0\u2002]{2})/

/** The items parted at breaks that end a paragraph. */
function paragraphsOf(items: readonly Item[], page: Page): readonly (readonly Item[])[] {
  const paragraphs: (readonly Item[])[] = []
  let from = 0
  for (const [at, item] of items.entries()) {
    if (!isBreak(item)) continue
    let next = at + 1
    let blanks = ''
    let closed: Item | undefined
    for (; next < items.length; next++) {
      const following = items[next]
      if (following === undefined || isBreak(following)) break
      // What does not stand between the words where another text is written: breaks around it would be neighbours.
      const isLeftOut = isTransparent(following, page) || isComment(following) || isGoingOn(following, closed, page)
      const isNothing = isBlank(following) || following.type === 'close' || isLeftOut
      if (!isNothing) break
      if (following.type === 'text') blanks += following.text
      if (following.type === 'close') closed = following
    }
    const following = items[next]
    const text = following?.type === 'text' ? blanks + following.text : blanks
    if (!isBreak(following) && !indented.test(text)) continue
    paragraphs.push(items.slice(from, at))
    from = at + 1
  }
  paragraphs.push(items.slice(from))
  return paragraphs
}

interface Place {
  readonly hint: Hint | null
  readonly level: number | undefined
  readonly isTitle: boolean
  readonly isPre: boolean
}

function blockOf(page: Page, all: readonly Item[], place: Place): Omit<PageBlock, 'element' | 'isLink'> | null {
  const items = merged(
    all.filter((item) => !isComment(item)),
    page,
  )
  const core = coreOf(items)
  if (core === null) return null
  const { first, last, paired } = core
  const start = items[first]
  const end = items[last]
  if (start === undefined || end === undefined) return null
  const from = start.type === 'text' ? start.from + leading(start, page.source) : start.from
  const to = end.type === 'text' ? end.to - trailing(end, page.source) : end.to
  const inline = inlineOf(items.slice(first, last + 1), paired, place)
  const inside = all.filter((item) => from <= item.from && item.to <= to)
  const halves = halvesIn(inside, page)
  const strays = inside.filter((item) => isComment(item) || halves.has(item))
  return {
    from,
    to,
    indent: indentOf(items, first, from),
    hint: place.hint,
    level: place.level,
    strays: strays.map((item) => page.source.slice(item.from, item.to)).join(''),
    ...inline,
  }
}

/** The tags of elements that change nothing whose other tag is not among the items. */
function halvesIn(items: readonly Item[], page: Page): ReadonlySet<Item> {
  const halves = new Map<number, Item>()
  for (const item of items) {
    if ((item.type !== 'open' && item.type !== 'close') || !isTransparent(item, page)) continue
    if (!halves.delete(item.element)) halves.set(item.element, item)
  }
  return new Set(halves.values())
}

/**
 * The items without what parts no words: elements that change nothing, and the end of one behind which another begins that
 * is dressed alike.
 */
function merged(items: readonly Item[], { elements }: Page): readonly Item[] {
  const out: Item[] = []
  const sameAs = new Map<number, number>()
  const canonical = (element: number) => sameAs.get(element) ?? element
  const opened = new Set<number>()
  for (const item of items) {
    if (item.type === 'text' || item.type === 'alone') {
      out.push(item)
      continue
    }
    if (elements[item.element]?.isTransparent) continue
    const before = out.at(-1)
    if (item.type === 'open') {
      opened.add(item.element)
      const dress = elements[item.element]?.dress
      const alike =
        before?.type === 'close' &&
        opened.has(before.element) &&
        dress !== '' &&
        elements[before.element]?.dress === dress
      if (alike) {
        sameAs.set(item.element, before.element)
        out.pop()
      } else out.push(item)
    } else {
      const element = canonical(item.element)
      const isEmpty = before?.type === 'open' && before.element === element
      if (!isEmpty) out.push({ ...item, element })
      else out[out.length - 1] = { ...before, type: 'alone', to: item.to, raw: before.raw + item.raw }
    }
  }
  return out
}

/**
 * The items from the first word to the last, with the pairs that begin or end among them: what only stands before or
 * behind all words, or goes round all of them, need not trouble a translator. `paired`: elements that are whole in it.
 */
function coreOf(items: readonly Item[]) {
  const isWord = (item: Item) => item.type === 'text' && hasText(item.text)
  const word = items.findIndex(isWord)
  if (word === -1) return null
  const lastWord = items.findLastIndex(isWord)
  let [first, last] = [word, lastWord]
  const opens = new Map<number, number>()
  for (const [at, item] of items.entries()) {
    if (item.type === 'open') opens.set(item.element, at)
    else if (item.type === 'close') {
      const open = opens.get(item.element)
      if (open === undefined) continue
      if (open < word && at > word && at < lastWord) first = Math.min(first, open)
      if (open > word && open < lastWord && at > lastWord) last = Math.max(last, at)
    }
  }
  const paired = new Set<number>()
  for (let at = first; at <= last; at++) {
    const item = items[at]
    if (item?.type === 'close' && (opens.get(item.element) ?? -1) >= first) paired.add(item.element)
  }
  return { first, last, paired }
}

/** How many units of the source before the first word, and behind the last one, are blank. */
function leading({ from, to, text }: Range & { text: string }, source: string): number {
  const written = source.slice(from, to)
  return written === text ? written.length - written.replace(/^[\s\u200b\u2060]+/, '').length : 0
}

function trailing({ from, to, text }: Range & { text: string }, source: string): number {
  const written = source.slice(from, to)
  return written === text ? written.length - withoutEnd(written).length : 0
}

/** Where the blanks begin that stand directly before the first word. */
function indentOf(items: readonly Item[], first: number, from: number): number {
  let indent = items[first]?.type === 'text' ? (items[first]?.from ?? from) : from
  for (let at = first - 1; at >= 0; at--) {
    const item = items[at]
    if (item === undefined || !isBlank(item)) break
    indent = item.from
  }
  return indent
}

/** The text of items, and what is written for its codes. */
function inlineOf(items: readonly Item[], paired: ReadonlySet<number>, { isTitle, isPre }: Place) {
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
function withoutEnd(text: string): string {
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
