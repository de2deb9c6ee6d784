import { titleBlockOf } from '../../model/document.ts'
import type { CodeKind } from '../../model/inline.ts'
import type { Format, ReadingCopy } from '../../ports/format.ts'
import { escapeAttribute, escapeText } from '../xml/escape.ts'
import { pageStyle } from './page-style.ts'
import { englishBlocks, type ReadingBlock, type TextRun } from './runs.ts'

/**
 * The English of a document as one page of HTML that needs nothing beside it: its language stated, Chinese in it marked,
 * everything escaped, no script, and nothing it could load.
 */
export const englishHtmlFormat = {
  name: 'english-html',
  endings: ['.html'],
  mediaType: 'text/html; charset=utf-8',
  write: async (copy) => new TextEncoder().encode(pageOf(copy)),
} as const satisfies Format<unknown, ReadingCopy>

function pageOf({ state, draftNotice }: ReadingCopy): string {
  const blocks = englishBlocks(state)
  const title = titleBlockOf(blocks)?.runs.map(({ text }) => text) ?? []
  const draft = draftNotice === undefined ? '' : `<p class="draft" role="note">${escapeText(draftNotice)}</p>\n`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeText(title.join('').replace(/\s+/g, ' ').trim() || state.document.title)}</title>
<style>
${pageStyle}</style>
</head>
<body>
<main>
${draft}${bodyOf(blocks)}
</main>
</body>
</html>
`
}

/** Headings begin with the first level, whatever the document begins with; items in a row are a list. */
function bodyOf(blocks: readonly ReadingBlock[]): string {
  const levels = blocks.flatMap(({ kind, level }) => (kind === 'heading' ? [level ?? 2] : []))
  const shift = 1 - Math.min(...levels)
  return blocks
    .map((block, at) => {
      const written = blockHtml(block, shift)
      if (block.kind !== 'item') return written
      const begins = blocks[at - 1]?.kind !== 'item'
      const ends = blocks[at + 1]?.kind !== 'item'
      return `${begins ? '<ul>\n' : ''}${written}${ends ? '\n</ul>' : ''}`
    })
    .join('\n')
}

function blockHtml({ kind, level = 2, runs }: ReadingBlock, shift: number): string {
  const words = runs.map(runHtml).join('')
  switch (kind) {
    case 'heading': {
      const tag = `h${Math.min(6, level + shift)}`
      return `<${tag}>${words}</${tag}>`
    }
    case 'item':
      return `<li>${words}</li>`
    case 'quote':
      return `<blockquote><p>${words}</p></blockquote>`
    case 'paragraph':
      return `<p>${words}</p>`
    case 'byline':
    case 'question':
    case 'answer':
    case 'cell':
      return `<p class="${kind}">${words}</p>`
  }
}

const tags: Partial<Readonly<Record<CodeKind, string>>> = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  superscript: 'sup',
  subscript: 'sub',
}

function runHtml({ text, language, marks, href }: TextRun): string {
  let html = escapeText(text).replaceAll('\n', '<br>')
  for (const mark of marks) {
    const tag = tags[mark]
    if (tag !== undefined) html = `<${tag}>${html}</${tag}>`
  }
  if (href !== undefined) html = `<a href="${escapeAttribute(href)}" rel="noreferrer">${html}</a>`
  return language === 'zh' && text.trim() !== '' ? `<span lang="zh-CN">${html}</span>` : html
}
