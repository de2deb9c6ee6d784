import { addressOf, folderOf } from '../addresses.ts'
import { type Html, html } from '../html.ts'
import { type WordKey, worded } from '../words/words.ts'
import { citationOf } from './citation.ts'
import type { PageContext } from './context.ts'

/** The four views of the text and the switch for numbers: plain controls that the style sheet reads. */
export function viewsOf(context: PageContext): Html {
  const { words, root } = context
  const view = (id: string, wide: WordKey, narrow: WordKey, checked: boolean) =>
    html`<label><input type="radio" name="view" id="${id}"${checked && html` checked`}>${
      wide === narrow
        ? html`<span>${words.label(wide)}</span>`
        : html`<span class="wide">${words.label(wide)}</span><span class="narrow">${words.label(narrow)}</span>`
    }</label>`
  const citation = citationOf(context)
  const done = worded('copied')
  const { document, number } = context.release
  return html`<section class="bar" aria-label="${words.attribute('views')}">
<fieldset><legend>${words.label('view')}</legend>${view('v1', 'view-parallel', 'view-sentences', true)}${view('v2', 'view-sentences', 'view-paragraphs', false)}<label><input type="radio" name="view" id="v3"><span lang="zh-Hans">中文</span></label><label><input type="radio" name="view" id="v4"><span lang="en">English</span></label></fieldset>
${switchesOf(context)}
<button type="button" id="copy" hidden data-zh="${citation.zh}" data-en="${citation.en}" data-address="${addressOf(context.settings) ?? root}${folderOf(document, number)}${addressOf(context.settings) === null && 'index.html'}" data-done="${done.zh} ${done.en}">${words.label('copy-citation')}</button>
</section>
`
}

/** On a page of one language: links to the page of the other language and to that of both. */
export function editionsOf(context: PageContext): Html {
  const { release, words, root, latest } = context
  const folder = `${root}${latest ? folderOf(release.document) : folderOf(release.document, release.number)}`
  return html`<section class="bar" aria-label="${words.attribute('views')}"><ul><li><a href="${folder}index.html">${words.label('view-parallel')}</a></li>${
    words.edition === 'zh'
      ? html`<li><a href="${folder}en/index.html" lang="en" hreflang="en">English</a></li>`
      : html`<li><a href="${folder}zh/index.html" lang="zh-Hans" hreflang="zh-Hans">中文</a></li>`
  }</ul>${switchesOf(context)}</section>
`
}

/**
 * The switches: for the id of every sentence, each a link to itself; for the terms, which are links that the Tab key passes
 * by until it is on, and which only the script can turn on; and for what is printed.
 */
function switchesOf({ words, release }: PageContext): Html {
  const byStyle = (id: string, key: WordKey) =>
    html`<label class="numbers by-has"><input type="checkbox" id="${id}"> ${words.label(key)}</label>`
  const terms = html`<label class="numbers" hidden><input type="checkbox" id="terms"> ${words.label('terms')}</label>`
  return html`${byStyle('numbers', 'numbers')}${release.terms.length > 0 && terms}${byStyle('text-only', 'text-only')}`
}
