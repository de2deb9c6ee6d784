import { type Hint, hintOf, hintOfClass, isBlockElement } from './elements.ts'
import { inlineOf, withoutEnd } from './inline-text.ts'
import { coreOf, halvesIn, isComment, merged } from './items.ts'
import { type Item, isBlank, type Page, type PageElement, type Range, type Run } from './page.ts'
import type { PageBlock, Place } from './page-block.ts'
import { paragraphsOf } from './paragraphs.ts'

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
