import { addressOf, anchorOf, chineseOf, editionFolder, folderOf, type PageContext } from '../context.ts'
import { type Edition, type WordKey, worded } from '../words/words.ts'
import { certificateSection, checksOf, glossaryOf, versionsOf } from './appendix.ts'
import { type Html, html, jsonForScript } from './html.ts'
import { createMarker } from './marks.ts'
import { columnRatio, type Outline, outlineOf } from './outline.ts'
import { citationOf, recordOf, statementOf } from './record.ts'
import { type Assets, officeOf, pageOf } from './shell.ts'
import { sectionsOf, titleOf } from './text.ts'

const heads = worded('column-heads')
const columnHeads = html`<div class="cols" aria-hidden="true"><span lang="zh-Hans">${heads.zh}</span><span lang="en">${heads.en}</span></div>
`

/** The page of a release in one edition: the text, and after it all that answers for it. */
export function renderPage(context: PageContext, assets: Assets): string {
  const { release, words, settings, root } = context
  const outline = outlineOf(release)
  const pen = { words, chinese: chineseOf(release), marker: createMarker(release.terms) }
  const both = words.edition === 'both'
  const heading = outline.title.length > 0 ? titleOf(outline, pen) : plainTitle(context)
  const text = html`<article id="text" tabindex="-1" aria-label="${words.attribute(both ? 'parallel-text' : 'text')}">
${both && columnHeads}${sectionsOf(outline, pen)}</article>`
  return pageOf({
    words,
    settings,
    assets,
    root,
    title: pageTitle(context),
    description: words.attribute('description', {
      title: { zh: release.title.source, en: release.title.target || release.title.source },
    }),
    head: linksOf(context),
    bodyClass: `${words.edition} c${columnRatio(release.rows)}`,
    body: html`<main class="w">
<div class="top">${heading}
<dl class="meta">${metaOf(context)}</dl>
<div class="standing">${statementOf(context)}</div></div>
${both && viewsOf(context)}${!both && editionsOf(context)}<div class="body">
${contentsOf(outline, context)}
<div class="sheets">
${text}
${recordOf(context)}${glossaryOf(context)}${checksOf(context)}${versionsOf(context)}${certificateSection(context)}</div>
</div>
</main>`,
  })
}

/** The title as the certificate has it, for a document that begins without a heading. */
function plainTitle({ release, words }: PageContext): Html {
  const { source, target } = release.title
  return html`<h1>${words.edition !== 'en' && html`<span lang="${chineseOf(release)}">${source}</span>`} ${words.edition !== 'zh' && html`<span lang="en">${target}</span>`}</h1>`
}

function pageTitle({ release, words }: PageContext): string {
  const { source, target } = release.title
  if (words.edition === 'zh') return `${source}（第${release.number}版）`
  return words.edition === 'en' ? target || source : `${target || source} | ${source}`
}

function metaOf({ release, words, calendar, root }: PageContext): Html {
  const entry = (key: WordKey, value: Html) => html`<div><dt>${words.label(key)}</dt><dd>${value}</dd></div>`
  return html`${entry('published', html`<time datetime="${release.at}">${words.bilingual(calendar.day(release.at))}</time>`)}${entry(
    'version',
    html`<a href="${root}${folderOf(release.document, release.number)}${editionFolder[words.edition]}index.html">${words.label('edition', { number: release.number })}</a>`,
  )}${entry('signed', html`<bdi>${release.signOff.name}</bdi>`)}${entry('sentences', html`${release.rows.length}`)}`
}

/** The four views of the text and the switch for numbers: plain controls that the style sheet reads. */
function viewsOf(context: PageContext): Html {
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
${numbersOf(context)}
<button type="button" id="copy" hidden data-zh="${citation.zh}" data-en="${citation.en}" data-address="${addressOf(context.settings) ?? root}${folderOf(document, number)}${addressOf(context.settings) === null && 'index.html'}" data-done="${done.zh} ${done.en}">${words.label('copy-citation')}</button>
</section>
`
}

/** On a page of one language: the way to the other and to both. */
function editionsOf(context: PageContext): Html {
  const { release, words, root, latest } = context
  const folder = `${root}${latest ? folderOf(release.document) : folderOf(release.document, release.number)}`
  return html`<section class="bar" aria-label="${words.attribute('views')}"><ul><li><a href="${folder}index.html">${words.label('view-parallel')}</a></li>${
    words.edition === 'zh'
      ? html`<li><a href="${folder}en/index.html" lang="en" hreflang="en">English</a></li>`
      : html`<li><a href="${folder}zh/index.html" lang="zh-Hans" hreflang="zh-Hans">中文</a></li>`
  }</ul>${numbersOf(context)}</section>
`
}

/** The switch that shows the id of every sentence, each a link to itself. */
function numbersOf({ words }: PageContext): Html {
  return html`<label class="numbers"><input type="checkbox" id="numbers"> ${words.label('numbers')}</label>`
}

function contentsOf(outline: Outline, { words, release }: PageContext): Html {
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

/** What tells a search engine how the pages of a document belong together; only where the site knows its own address. */
function linksOf({ release, latest, settings, words }: PageContext): Html {
  const address = addressOf(settings)
  if (address === null) return html``
  const folder = `${address}${latest ? folderOf(release.document) : folderOf(release.document, release.number)}`
  const of = (edition: Edition) => `${folder}${editionFolder[edition]}`
  const office = officeOf(settings)
  const common = {
    '@type': 'CreativeWork',
    datePublished: release.at,
    version: String(release.number),
    isAccessibleForFree: true,
  }
  const publisher = (name: string | undefined) => name && { publisher: { '@type': 'Organization', name } }
  return html`<link rel="canonical" href="${of(words.edition)}">
<link rel="alternate" hreflang="${chineseOf(release)}" href="${of('zh')}">
<link rel="alternate" hreflang="en" href="${of('en')}">
<link rel="alternate" hreflang="x-default" href="${of('both')}">
<script type="application/ld+json">${jsonForScript({
    '@context': 'https://schema.org',
    '@graph': [
      {
        ...common,
        '@id': `${of('zh')}#text`,
        url: of('zh'),
        inLanguage: chineseOf(release),
        name: release.title.source,
        ...publisher(office?.zh),
        workTranslation: { '@id': `${of('en')}#text` },
      },
      {
        ...common,
        '@id': `${of('en')}#text`,
        url: of('en'),
        inLanguage: 'en',
        name: release.title.target,
        ...publisher(office?.en),
        translationOfWork: { '@id': `${of('zh')}#text` },
      },
    ],
  })}</script>
`
}
