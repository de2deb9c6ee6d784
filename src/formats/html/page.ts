import { Parser } from 'htmlparser2'
import { fileLimits } from '../../model/file-limits.ts'
import { type Refusal, refuse } from '../../model/refusal.ts'
import { dressOf, isBlockElement, isGenerated, isOpaque, isTransparent, isVoid } from './elements.ts'

/** A stretch of a page, in UTF-16 units: `to` is behind its last one. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** An element of a page: `from` is where its tag begins, `to` where it ends. */
export interface PageElement {
  readonly name: string
  readonly from: number
  /** Where its content begins. */
  readonly content: number
  to: number
  /** The index of the element around it; -1 for none. */
  readonly parent: number
  readonly id: string
  readonly classes: readonly string[]
  readonly isHidden: boolean
  readonly role: string
  readonly isTransparent: boolean
  /** How it dresses its text, for comparison; '' for an element that does more. */
  readonly dress: string
}

/** What stands in a run, in order. Of a pair, `element` is the same; a tag that the page leaves out has an empty range. */
export type Item = Range &
  (
    | { readonly type: 'text'; readonly text: string }
    | { readonly type: 'open' | 'close'; readonly element: number; readonly raw: string; readonly name: string }
    | { readonly type: 'alone'; readonly raw: string; readonly name: string }
  )

/** Text between two borders of blocks, with what stands in its line. */
export interface Run {
  readonly items: readonly Item[]
  /** The index of the innermost element around its beginning; -1 for none. */
  readonly element: number
}

/** A page as its source has it. */
export interface Page {
  readonly type: 'page'
  readonly source: string
  readonly elements: readonly PageElement[]
  readonly runs: readonly Run[]
}

/** How much is parsed between two looks at the limits: it bounds how deep elements can get unnoticed. */
const pieceLength = 2 ** 14

/** Reads the markup of a page. Refuses one with too many elements, or with elements too deep in one another. */
export function readPage(source: string): Page | Refusal {
  const reading = createReading(source)
  for (let from = 0; from < source.length; from += pieceLength) {
    reading.write(source.slice(from, from + pieceLength))
    if (reading.depth() > fileLimits.pageDepth || reading.elements.length > fileLimits.pageElements) {
      return refuse('page-too-complex')
    }
  }
  reading.end()
  return { type: 'page', source, elements: reading.elements, runs: reading.runs }
}

/**
 * Collects what stands in a line, and parts it at the borders of blocks. `open`: the elements around, the innermost last.
 */
function createRuns(open: readonly number[]) {
  const runs: Run[] = []
  let items: Item[] = []
  let startsIn = -1
  let isBlankSoFar = true
  return {
    runs,
    finishRun(): void {
      if (items.some((item) => item.type === 'text' && hasText(item.text))) runs.push({ items, element: startsIn })
      items = []
      isBlankSoFar = true
    },
    add(item: Item): void {
      // Blanks between the tag of a block and that of a link are not where its text begins.
      if (isBlankSoFar) startsIn = open.at(-1) ?? -1
      isBlankSoFar &&= isBlank(item)
      items.push(item)
    },
  }
}

function createReading(source: string) {
  const elements: PageElement[] = []
  const open: number[] = []
  const { runs, finishRun, add } = createRuns(open)
  /** The index of the opaque element that is open. */
  let opaque: number | null = null
  const range = () => ({ from: parser.startIndex, to: parser.endIndex + 1 })

  const parser = new Parser({
    onopentag(name, attributes, isImplied) {
      const { from, to } = range()
      const content = isImplied ? from : to
      const parent = open.at(-1) ?? -1
      const isBlock = isBlockElement(name)
      if (isBlock && opaque === null) finishRun()
      open.push(elements.length)
      elements.push(elementOf(name, attributes, { from, content, to: content, parent }))
      if (opaque !== null || isBlock) return
      const element = elements.length - 1
      if (isOpaque(name) || (!isVoid(name) && isGenerated(attributes.style ?? ''))) opaque = element
      else if (isVoid(name)) add({ type: 'alone', from, to, raw: source.slice(from, to), name })
      else add({ type: 'open', element, from, to: content, raw: source.slice(from, content), name })
    },
    onclosetag(name, isImplied) {
      const { from, to } = range()
      const element = open.pop()
      if (element === undefined) return
      const closed = elements[element]
      if (closed === undefined || closed.name !== name) return
      const isEmpty = isVoid(name)
      closed.to = isEmpty ? closed.content : isImplied ? Math.max(from, closed.content) : to
      if (opaque !== null && opaque !== element) return
      if (opaque === element) {
        opaque = null
        add({ type: 'alone', from: closed.from, to: closed.to, raw: source.slice(closed.from, closed.to), name })
      } else if (isBlockElement(name)) finishRun()
      else if (!isEmpty) {
        const [at, end] = isImplied ? [closed.to, closed.to] : [from, to]
        add({ type: 'close', element, from: at, to: end, raw: source.slice(at, end) || `</${name}>`, name })
      }
    },
    ontext(text) {
      if (opaque === null) add({ type: 'text', ...range(), text })
    },
    oncomment() {
      const { from, to } = range()
      if (opaque === null) add({ type: 'alone', from, to, raw: source.slice(from, to), name: '!--' })
    },
  })
  return {
    elements,
    runs,
    depth: () => open.length,
    write: (piece: string) => parser.write(piece),
    end() {
      parser.end()
      finishRun()
    },
  }
}

function elementOf(
  name: string,
  attributes: Readonly<Record<string, string>>,
  place: Pick<PageElement, 'from' | 'content' | 'to' | 'parent'>,
): PageElement {
  const { id = '', class: classes = '', style = '', hidden, role = '' } = attributes
  return {
    ...place,
    name,
    id: id.slice(0, 100),
    classes: classes === '' ? [] : classes.slice(0, 500).split(/\s+/),
    isHidden: hidden !== undefined || /(?:^|;)\s*display\s*:\s*none/i.test(style.slice(0, 2000)),
    role,
    isTransparent: isTransparent(name, attributes),
    dress: dressOf(name, attributes),
  }
}

/** Whether an item is white space. */
export function isBlank(item: Item): boolean {
  return item.type === 'text' && !hasText(item.text)
}

/** Whether a text has anything that a reader can see. */
export function hasText(text: string): boolean {
  return /[^\s\u200b-\u200f\u2060\u00ad]/.test(text)
}
