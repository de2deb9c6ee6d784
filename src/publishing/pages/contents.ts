import { anchorOf, pagePath } from '../addresses.ts'
import { type Html, html } from '../html.ts'
import type { WordKey, Words } from '../words/words.ts'
import { type PageContext, placeOf, rootOf } from './context.ts'
import type { Passage, Section } from './outline.ts'

/** The table of contents of the page: the headings of the text, and the sheets after it. */
export function contentsOf(sections: readonly Section[], context: PageContext): Html {
  const { words, release, page, parts } = context
  const sheets: readonly (readonly [string, WordKey])[] = [
    ['record', 'record'],
    ...(release.terms.length > 0 ? ([['glossary', 'glossary']] as const) : []),
    ['checks', 'checks'],
    ['versions', 'versions'],
    ['downloads', 'downloads'],
    ['certificate', 'certificate'],
  ]
  const about =
    page.type === 'part'
      ? partLinks(context, parts.all.length)
      : sheets.map(([id, key]) => html`<li><a href="#${id}">${words.label(key)}</a></li>`)
  const headings = sections.flatMap(({ heading }) => heading[0] ?? [])
  return html`<nav class="contents" aria-label="${words.attribute('contents')}"><details><summary>${words.label('contents')}</summary>${headings.length > 0 && html`<ol class="headings">\n${headings.map((heading) => html`<li><a href="#${anchorOf(heading.block.id)}">${headingText(heading, words)}</a></li>\n`)}</ol>`}<ol class="about">${about}</ol></details></nav>`
}

/** The text of a heading as a label. */
export function headingText({ rows }: Passage, words: Words): Html {
  return words.bilingual({ zh: rows.map((row) => row.source).join(''), en: rows.map((row) => row.target).join(' ') })
}

function partLinks(context: PageContext, count: number): readonly Html[] {
  const { words } = context
  const contents = `${rootOf(context)}${pagePath(placeOf(context))}`
  const entry = (href: string, label: Html) => html`<li><a href="${href}">${label}</a></li>`
  return [
    entry(contents, words.label('all-parts', { count })),
    entry(`${contents}#record`, words.label('record')),
    entry(`${contents}#versions`, words.label('versions')),
    entry(`${contents}#certificate`, words.label('certificate')),
  ]
}
