import { plain } from '../../model/inline.ts'
import { sideElements } from './elements.ts'
import { wordsOf } from './inline-text.ts'
import { mainText } from './main-text.ts'
import { hasText, type Page, type PageElement, type Range } from './page.ts'
import type { PageBlock } from './page-block.ts'
import { around } from './run-text.ts'
import { siteRules } from './sites.ts'

/** The blocks of a page that are its text, and those that are left out as what stands around it. */
export interface PageContent {
  readonly chosen: readonly PageBlock[]
  readonly left: readonly PageBlock[]
}

/** The least Chinese characters of an element that holds the text of a page. */
const leastText = 20

/**
 * Chooses the text of a page: by what its publishing system calls the element that holds it, with the title and the table
 * of its document number; else, where a page has menus and the like, by what looks like an article; else all of it.
 */
export async function contentOf(page: Page, blocks: readonly PageBlock[]): Promise<PageContent> {
  const visible = blocks.filter(({ element }) => !isIn(page, element, isHiddenAlways))
  const inText = byRule(page, blocks) ?? (await byLook(page, visible))
  const chosen = blocks.filter((block) => inText.has(block))
  return { chosen, left: blocks.filter((block) => !inText.has(block) && plain(block.text).length > 0) }
}

const isHiddenAlways = ({ isHidden }: PageElement) => isHidden
const isSide = ({ name, role }: PageElement) =>
  sideElements.has(name) || role === 'navigation' || role === 'contentinfo' || role === 'search'

function isIn({ elements }: Page, element: number, test: (element: PageElement) => boolean): boolean {
  for (const outer of around(elements, element)) if (test(outer)) return true
  return false
}

const within = (place: Range, outer: Range) => outer.from <= place.from && place.to <= outer.to
const hanIn = (blocks: readonly PageBlock[]) =>
  blocks.reduce((sum, { text }) => sum + (plain(text).match(/\p{Script=Han}/gu)?.length ?? 0), 0)

/** The elements that a rule names by their id or class. */
function named(page: Page, selector: string): readonly PageElement[] {
  const name = selector.slice(1)
  return page.elements.filter(({ id, classes }) => (selector.startsWith('#') ? id === name : classes.includes(name)))
}

function byRule(page: Page, blocks: readonly PageBlock[]): ReadonlySet<PageBlock> | null {
  for (const { text, title } of siteRules) {
    for (const selector of text) {
      const found = named(page, selector)
      const [root] = found
        .map((element) => ({ element, size: hanIn(blocks.filter((block) => within(block, element))) }))
        .filter(({ size }) => size >= leastText)
        .sort((a, b) => b.size - a.size)
      if (root !== undefined) return withHead(page, blocks, root.element, title)
    }
  }
  return null
}

/** The text with its title, the table of its document number, and the words of the tab, where they stand outside. */
function withHead(
  page: Page,
  blocks: readonly PageBlock[],
  root: PageElement,
  titles: readonly string[],
): ReadonlySet<PageBlock> {
  // Script shows what is hidden here: only what is hidden inside the text stays hidden.
  const shown = (block: PageBlock) =>
    within(block, root) && !isIn(page, block.element, (element) => element.isHidden && element.from > root.from)
  const chosen = new Set(blocks.filter(shown))
  const inRoot = [...chosen]
  const add = (places: readonly Range[]) => {
    for (const block of blocks) if (places.some((place) => within(block, place))) chosen.add(block)
  }
  if (!inRoot.some(({ level }) => level === 1)) {
    const stated = titles.flatMap((selector) => named(page, selector)).filter((element) => hasWords(blocks, element))
    const headings = page.elements.filter(({ name }) => name === 'h1').filter((element) => hasWords(blocks, element))
    add((stated.length > 0 ? stated : headings).slice(0, 1))
  }
  add(numberTables(page, blocks, root))
  return chosen
}

const hasWords = (blocks: readonly PageBlock[], place: Range) =>
  blocks.some((block) => within(block, place) && hasText(plain(block.text)))

/** Tables and lists above the text that state the number of the document, as pages of governments have them. */
function numberTables(page: Page, blocks: readonly PageBlock[], root: PageElement): readonly Range[] {
  const stated = blocks.filter((block) => /^(?:索\s*引\s*号|发文字号|文\s*号)[\s:：]*/.test(plain(block.text)))
  return stated.flatMap((block) => {
    for (const element of around(page.elements, block.element)) {
      if (within(root, element)) return []
      if (/^(?:table|ul|dl)$/.test(element.name)) return [element]
    }
    return []
  })
}

/** Signs that a page has more than its text. */
function hasSides(page: Page): boolean {
  const sides = /^(?:nav|navbar|header|footer|foot|top|menu|sidebar|side|breadcrumb|crumbs?|copyright|share)$/i
  return page.elements.some(
    (element) =>
      isSide(element) ||
      sides.test(element.id) ||
      element.classes.some((name) => sides.test(name.replace(/[-_]?box$/, ''))),
  )
}

/** The least share of the words of a page that a choice by look must hold: one that holds less has gone wrong. */
const leastShare = 0.2

async function byLook(page: Page, visible: readonly PageBlock[]): Promise<ReadonlySet<PageBlock>> {
  const plainly = visible.filter(({ element }) => !isIn(page, element, isSide))
  if (!hasSides(page)) return new Set(visible)
  const article = await mainText(page, plainly)
  const sizes = (blocks: readonly PageBlock[]) => blocks.reduce((sum, { text }) => sum + wordsOf(text).length, 0)
  const sure = article !== null && sizes(article) >= sizes(plainly) * leastShare
  return new Set(withoutMenus(sure ? withTitle(article, plainly) : plainly))
}

/** The article with the first `h1` of the page, which stands above it as often as in it. */
function withTitle(article: readonly PageBlock[], all: readonly PageBlock[]): readonly PageBlock[] {
  if (article.some(({ level }) => level === 1)) return article
  const title = all.find(({ level }) => level === 1)
  const chosen = new Set(article)
  return title === undefined ? article : all.filter((block) => block === title || chosen.has(block))
}

/** So many short links in a row are a menu. */
const leastMenu = 8
const longestLink = 12

function withoutMenus(blocks: readonly PageBlock[]): readonly PageBlock[] {
  const isLink = blocks.map(({ text, isLink }) => isLink && plain(text).length <= longestLink)
  const kept: PageBlock[] = []
  for (let at = 0; at < blocks.length; ) {
    let end = at
    while (end < blocks.length && isLink[end]) end++
    if (end - at < leastMenu) end = Math.max(end, at + 1)
    else {
      at = end
      continue
    }
    for (const block of blocks.slice(at, end)) kept.push(block)
    at = end
  }
  return kept
}
