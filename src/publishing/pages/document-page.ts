import { withdrawalOf } from '../../review/withdrawal.ts'
import { editionFolder, folderOf } from '../addresses.ts'
import type { AssetNames } from '../assets/assets.ts'
import { type Html, html } from '../html.ts'
import { type WordKey, worded } from '../words/words.ts'
import { certificateSection } from './certificate.ts'
import { checksOf } from './checks.ts'
import { contentsOf } from './contents.ts'
import { chineseOf, type PageContext } from './context.ts'
import { glossaryOf } from './glossary.ts'
import { linksOf } from './links.ts'
import { createMarker } from './marks.ts'
import { columnRatio, outlineOf } from './outline.ts'
import { recordOf, statementOf } from './record.ts'
import { pageOf } from './shell.ts'
import { statusNotice } from './status.ts'
import { sectionsOf, titleOf } from './text.ts'
import { versionsOf } from './versions.ts'
import { editionsOf, viewsOf } from './views.ts'
import { withdrawnNotice } from './withdrawn.ts'

const heads = worded('column-heads')
const columnHeads = html`<div class="cols" aria-hidden="true"><span lang="zh-Hans">${heads.zh}</span><span lang="en">${heads.en}</span></div>
`

/** The page of a release in one edition: the text, and after it the record of who approved it and how. */
export function renderPage(context: PageContext, assets: AssetNames): string {
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
${withdrawnTop(context)}${statusNotice(context)}<div class="top">${heading}
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

/** At the document's own address, whose newest release may be withdrawn; the page of a release gets it when it is. */
function withdrawnTop({ release, withdrawals, latest, words, calendar }: PageContext): Html {
  const withdrawal = latest ? withdrawalOf(release, withdrawals) : undefined
  return withdrawal ? withdrawnNotice(withdrawal, words, calendar) : html``
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
