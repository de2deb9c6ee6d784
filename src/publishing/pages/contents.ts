import { anchorOf } from '../addresses.ts'
import { type Html, html } from '../html.ts'
import type { WordKey } from '../words/words.ts'
import type { PageContext } from './context.ts'
import type { Outline } from './outline.ts'

/** The table of contents: the headings of the text, and the sheets after it. */
export function contentsOf(outline: Outline, { words, release }: PageContext): Html {
  const headings = outline.sections.flatMap(({ heading }) => heading[0] ?? [])
  const parts: readonly (readonly [string, WordKey])[] = [
    ['record', 'record'],
    ...(release.terms.length > 0 ? ([['glossary', 'glossary']] as const) : []),
    ['checks', 'checks'],
    ['versions', 'versions'],
    ['downloads', 'downloads'],
    ['certificate', 'certificate'],
  ]
  return html`<nav class="contents" aria-label="${words.attribute('contents')}"><details><summary>${words.label('contents')}</summary><ol>
${headings.map(({ block, rows }) => {
  const [zh, en] = [rows.map((row) => row.source).join(''), rows.map((row) => row.target).join(' ')]
  return html`<li><a href="#${anchorOf(block.id)}">${words.bilingual({ zh, en })}</a></li>\n`
})}</ol><ol class="about">${parts.map(([id, key]) => html`<li><a href="#${id}">${words.label(key)}</a></li>`)}</ol></details></nav>`
}
