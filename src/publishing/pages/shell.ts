import type { WorkspaceSettings } from '../../model/settings.ts'
import type { AssetNames } from '../assets/assets.ts'
import { escapeHtml, type Html, html, render } from '../html.ts'
import type { Bilingual } from '../words/dates.ts'
import type { Words } from '../words/words.ts'

interface Shell {
  readonly words: Words
  readonly settings: WorkspaceSettings
  readonly assets: AssetNames
  readonly root: string
  readonly title: string
  readonly description: string
  /** Further elements of the head. */
  readonly head: Html
  readonly bodyClass: string
  readonly body: Html
}

/** The browser loads only the style and the script of the site, runs nothing in the page's text and sends nothing. */
const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"

/** A whole page around its body. */
export function pageOf({ words, settings, assets, root, title, description, head, bodyClass, body }: Shell): string {
  const office = officeOf(settings)
  return render(html`<!DOCTYPE html>
<html lang="${words.edition === 'zh' ? 'zh-Hans' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${shortened(title, 70)}</title>
<meta name="description" content="${description}">
<link rel="stylesheet" href="${root}${assets.style}">
<script src="${root}${assets.script}" defer></script>
${head}</head>
<body class="${bodyClass}">
<a class="skip" href="#text">${words.label('skip')}</a>
<header class="site"><div class="w"><a href="${root}index.html">${
    office &&
    (words.edition === 'both'
      ? html`<b lang="zh-Hans">${office.zh}</b> <span lang="en">${office.en}</span>`
      : html`<b>${office[words.edition]}</b>`)
  } <small>${words.label('site-name')}</small></a></div></header>
${body}
<footer class="site"><div class="w"><p>${words.label('footer')}</p></div></footer>
</body>
</html>
`)
}

/** The office's name, in one language if the other is missing; null if there is none. */
export function officeOf({ office }: WorkspaceSettings): Bilingual | null {
  const zh = office.zh.trim() || office.en.trim()
  return zh === '' ? null : { zh, en: office.en.trim() || zh }
}

/** The beginning of a text of at most `length` characters of HTML, cut between characters and marked as cut. */
function shortened(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (escapeHtml(line).length <= length) return line
  const cut = [...line].slice(0, length)
  while (escapeHtml(cut.join('')).length >= length) cut.pop()
  return `${cut.join('').trimEnd()}…`
}
