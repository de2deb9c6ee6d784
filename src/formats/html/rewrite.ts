import { codeFaults } from '../../model/code-faults.ts'
import type { Inline } from '../../model/inline.ts'
import { isRefusal, type Refusal } from '../../model/refusal.ts'
import type { RewriteOptions } from '../../ports/format.ts'
import { sameText } from '../../segmentation/returned.ts'
import type { Splice } from '../text/splicing.ts'
import { readWebPage, type WebPage } from './document.ts'
import { codeKey } from './inline-text.ts'
import type { PageElement } from './page.ts'
import type { PageBlock } from './page-block.ts'
import { around } from './run-text.ts'

/** A place that gets another text. */
interface Replacement {
  readonly block: PageBlock
  readonly target: Inline
}

/**
 * A page with other texts in the place of its own, one for each that was read. Where a text was replaced, `lang` of the
 * elements around it and of the page is English; every other byte stays. Refuses what `readWebPage` refuses.
 */
export async function rewritePage(
  bytes: Uint8Array,
  targets: readonly (Inline | null)[],
  { draftNotice, look }: RewriteOptions = {},
): Promise<Uint8Array | Refusal> {
  const read = await readWebPage(bytes)
  if (isRefusal(read)) return read
  const replacements = read.texts.flatMap(({ block, places }, at): readonly Replacement[] => {
    const target = targets[at] ?? null
    // A target with faults in its codes would break the page: the text stays as it is.
    if (target === null || sameText(block.text, target) || codeFaults(block.text, target).length > 0) return []
    return places.map((place) => ({ block: place, target }))
  })
  const splices = [
    ...replacements.map(({ block, target }) => textSplice(block, target, look === 'english')),
    ...(replacements.length === 0 ? [] : languageSplices(read, replacements)),
    ...(draftNotice === undefined ? [] : [noticeSplice(read, draftNotice)]),
  ]
  return read.file.splice(splices.toSorted((a, b) => a.from - b.from || a.to - b.to))
}

function textSplice(block: PageBlock, target: Inline, inEnglish: boolean): Splice {
  const breaks = block.breaks.values()
  const written = target.map((part) => {
    if (typeof part !== 'string') return english(block.marks.get(codeKey(part)) ?? '')
    return part
      .split('\n')
      .map(escaped)
      .reduce((text, line) => text + (breaks.next().value ?? block.newline) + line)
  })
  // Chinese paragraphs begin with two wide blanks, English ones with none.
  return { from: inEnglish ? block.indent : block.from, to: block.to, text: written.join('') + block.strays }
}

/** Text as it stands between tags. What no page can hold is left out. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[&<>\u00a0\r]/g, (mark) => entities[mark] ?? mark)
    .replace(/(?![\t\n])\p{Cc}/gu, '')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\u00a0': '&nbsp;',
  '\r': ' ',
}

/** The value of an attribute in quotation marks, in which nothing is an attribute; or `lang` with Chinese as its value. */
const language = /=\s*(?:"[^"]*"|'[^']*')|(\s(?:xml:)?lang\s*=\s*)(?:"\s*zh[^"]*"|'\s*zh[^']*'|zh[\w-]*)/gi

/** A tag whose `lang`, if it is Chinese, is English. */
function english(tag: string): string {
  return tag.replace(language, (whole: string, name?: string) => (name === undefined ? whole : `${name}"en"`))
}

function statesLanguage(tag: string): boolean {
  return /\slang\s*=/i.test(tag.replace(/=\s*(?:"[^"]*"|'[^']*')/g, '='))
}

/** The tags around replaced texts, with their language; the page states one even if it did not before. */
function languageSplices({ page }: WebPage, replacements: readonly Replacement[]): readonly Splice[] {
  const root = page.elements.find(({ name }) => name === 'html')
  const outer = new Set<PageElement>(root === undefined ? [] : [root])
  for (const { block } of replacements) {
    for (const element of around(page.elements, block.element)) {
      if (outer.has(element) && element !== root) break
      if (element.content <= block.indent) outer.add(element)
    }
  }
  return [...outer].flatMap((element) => {
    const { from, content: to } = element
    const tag = page.source.slice(from, to)
    const stated = english(tag)
    const text = element === root && !statesLanguage(stated) ? stated.replace(/^<html/i, '$& lang="en"') : stated
    return text === tag || !tag.startsWith('<') ? [] : [{ from, to, text }]
  })
}

/** The notice is the first that a reader of the page meets. */
function noticeSplice({ page }: WebPage, words: string): Splice {
  const body = page.elements.find(({ name }) => name === 'body')
  const place = body?.content ?? Math.min(...page.runs.map(({ items }) => items[0]?.from ?? 0))
  const at = body === undefined && page.elements[0]?.parent === -1 ? Math.min(place, page.elements[0].from) : place
  const style = 'margin:0;padding:.5em 1em;border:2px solid;font-weight:bold;text-align:center'
  return { from: at, to: at, text: `<p lang="en" role="note" style="${style}">${escaped(words)}</p>` }
}
