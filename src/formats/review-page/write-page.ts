import { segmentsOf } from '../../model/document.ts'
import { plain } from '../../model/inline.ts'
import type { ReviewPage } from '../../ports/format.ts'
import { codeIds, taggedPieces } from '../review-table/code-tags.ts'
import { escapeAttribute, escapeText } from '../xml/escape.ts'
import { answersId, jsonInPage, recordId, tagBefore, wordsId } from './json-element.ts'
import type { ReviewRecord } from './record.ts'
import { words } from './words.ts'

/**
 * The page of an outside review. It needs nothing beside it and sends nothing: its policy admits its own style and script
 * alone. Chinese and English stand in it as text, so that it can be read without its script.
 */
export function writeReviewPage(page: ReviewPage): string {
  const { state, review, reviewer, sender, at, draftNotice, assets } = page
  const { document, sequence, head } = state
  const rows = segmentsOf(document).map(({ id, source }) => {
    const tagged = (inline: typeof source) => taggedPieces(inline, source).map(({ text }) => text)
    const target = state.segments.get(id)?.target ?? []
    return { id, codes: [...codeIds(source)], source: tagged(source).join(''), target: tagged(target).join('') }
  })
  const record: ReviewRecord = { version: 1, document: document.id, review, reviewer, sequence, head, rows }
  const policy = `default-src 'none'; style-src 'sha256-${assets.styleHash}'; script-src 'sha256-${assets.scriptHash}'; form-action 'none'; base-uri 'none'`
  const about = { reviewer, sender, day: at.slice(0, 10) }
  const json = (id: string, value: unknown) => `${tagBefore(id)}${jsonInPage(value)}</script>`
  const draft = draftNotice === undefined ? '' : `<p class="draft">${escapeText(draftNotice)}</p>\n`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${escapeAttribute(policy)}">
<title>${escapeText(`${document.title} · ${reviewer}`)}</title>
<style>${assets.style}</style>
</head>
<body>
<main>
<header>
<h1 lang="zh-CN">${escapeText(document.title)}</h1>
${draft}<div id="about"></div>
<noscript><p>${escapeText(words.en.noScript)}</p><p lang="zh-CN">${escapeText(words.zh.noScript)}</p></noscript>
</header>
<ol id="sentences">
${state.document.blocks
  .flatMap((block) => segmentsOf({ blocks: [block] }))
  .map((segment, index) =>
    rowHtml(segment.id, index + 1, plain(segment.source), plain(state.segments.get(segment.id)?.target ?? [])),
  )
  .join('\n')}
</ol>
</main>
${json(recordId, record)}
${json(answersId, {})}
${json(wordsId, { ...words, about })}
<script>${assets.script}</script>
</body>
</html>
`
}

function rowHtml(id: string, number: number, chinese: string, english: string): string {
  return `<li id="${escapeAttribute(id)}"><b class="number">${number}</b><p class="zh" lang="zh-CN">${escapeText(chinese)}</p><p class="en" lang="en">${escapeText(english)}</p></li>`
}
