import { addressOf, type Edition, pageFolder, pagePath } from '../addresses.ts'
import { type Html, html } from '../html.ts'
import { type WordKey, worded } from '../words/words.ts'
import { citationOf } from './citation.ts'
import { type PageContext, partNumberOf, placeOf, rootOf } from './context.ts'

/**
 * The views of the text and the switch for numbers: plain controls that the style sheet reads. The view of paragraphs is
 * the script's, which shows its button.
 */
export function viewsOf(context: PageContext): Html {
  const { words, settings } = context
  const view = (id: string, label: Html, checked = false) =>
    html`<label><input type="radio" name="view" id="${id}"${checked && html` checked`}>${label}</label>`
  const citation = citationOf(context)
  const done = worded('copied')
  const place = { ...placeOf(context, partNumberOf(context)), latest: false, edition: 'both' as const }
  const site = addressOf(settings)
  const address = site === null ? `${rootOf(context)}${pagePath(place)}` : `${site}${pageFolder(place)}`
  return html`<section class="bar" aria-label="${words.attribute('views')}">
<fieldset><legend>${words.label('view')}</legend>${view('v1', words.label('view-parallel'), true)}<label hidden><input type="radio" name="view" id="v2">${words.label('view-paragraphs')}</label>${view('v3', html`<span lang="zh-Hans">中文</span>`)}${view('v4', html`<span lang="en">English</span>`)}</fieldset>
${switchesOf(context)}
<button type="button" id="copy" hidden data-zh="${citation.zh}" data-en="${citation.en}" data-address="${address}" data-done="${done.zh} ${done.en}">${words.label('copy-citation')}</button>
</section>
`
}

/** On a page of one language: links to the same in the other language and in both. */
export function editionsOf(context: PageContext): Html {
  const { words } = context
  const address = (edition: Edition) =>
    `${rootOf(context)}${pagePath({ ...placeOf(context, partNumberOf(context)), edition })}`
  return html`<section class="bar" aria-label="${words.attribute('views')}"><ul><li><a href="${address('both')}">${words.label('view-parallel')}</a></li>${
    words.edition === 'zh'
      ? html`<li><a href="${address('en')}" lang="en" hreflang="en">English</a></li>`
      : html`<li><a href="${address('zh')}" lang="zh-Hans" hreflang="zh-Hans">中文</a></li>`
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
