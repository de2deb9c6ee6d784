import { withdrawalOf } from '../../review/withdrawal.ts'
import { pagePath } from '../addresses.ts'
import type { AssetNames } from '../assets/assets.ts'
import { type Html, html } from '../html.ts'
import { type WordKey, worded } from '../words/words.ts'
import { certificateDetails, certificateSection } from './certificate.ts'
import { checksOf, figuresOf } from './checks.ts'
import { contentsOf } from './contents.ts'
import { chineseOf, type PageContext, placeOf, rootOf } from './context.ts'
import { glossaryOf, linkedTerms } from './glossary.ts'
import { linksOf } from './links.ts'
import { createMarker } from './marks.ts'
import { columnRatio, type Section } from './outline.ts'
import { continuedFrom, partList, partRecord, turnTo } from './part.ts'
import { recordOf, statementOf } from './record.ts'
import { pageOf } from './shell.ts'
import { statusNotice } from './status.ts'
import { sectionsOf, titleOf } from './text.ts'
import type { TextPart } from './text-parts.ts'
import { versionsOf } from './versions.ts'
import { editionsOf, viewsOf } from './views.ts'
import { withdrawnNotice } from './withdrawn.ts'

const heads = worded('column-heads')
const columnHeads = html`<div class="cols" aria-hidden="true"><span lang="zh-Hans">${heads.zh}</span><span lang="en">${heads.en}</span></div>
`

/** A page of a release in one edition. */
export function renderPage(context: PageContext, assets: AssetNames): string {
  const { release, words, settings, page } = context
  return pageOf({
    words,
    settings,
    assets,
    root: rootOf(context),
    title: pageTitle(context),
    description: words.attribute('description', {
      title: { zh: release.title.source, en: release.title.target || release.title.source },
    }),
    head: page.type === 'verification' || page.type === 'moved' ? html`` : linksOf(context),
    bodyClass: `${words.edition} c${columnRatio(release.rows)}`,
    body: html`<main class="w">
${withdrawnTop(context)}${bodyOf(context)}
</main>`,
  })
}

function bodyOf(context: PageContext): Html {
  switch (context.page.type) {
    case 'whole':
      return wholeBody(context)
    case 'contents':
      return contentsBody(context)
    case 'part':
      return partBody(context, context.page.part)
    case 'verification':
      return verificationBody(context)
    case 'moved':
      return movedBody(context)
  }
}

/** The text, and after it the record of who approved it and how. */
function wholeBody(context: PageContext): Html {
  const { sections } = context.outline
  const { article } = articleOf(sections, context)
  return html`${statusNotice(context)}${topOf(context, titleHeading(context))}
${barOf(context)}<div class="body">
${contentsOf(sections, context)}
<div class="sheets">
${article}
${sheetsOf(context)}</div>
</div>`
}

/** The first page of a text in parts: its title, the way to each part, and the record. */
function contentsBody(context: PageContext): Html {
  return html`${statusNotice(context)}${topOf(context, titleHeading(context))}
${context.words.edition !== 'both' && editionsOf(context)}<div class="body">
${contentsOf([], context)}
<div class="sheets">
${partList(context)}
${sheetsOf(context)}</div>
</div>`
}

function partBody(context: PageContext, part: TextPart): Html {
  const { article, linked } = articleOf(part.sections, context, continuedFrom(part, context))
  const { above, below } = turnTo(context, part)
  return html`${statusNotice(context)}${topOf(context, plainTitle(context))}
${barOf(context)}${above}<div class="body">
${contentsOf(part.sections, context)}
<div class="sheets">
${article}
${below}${partRecord(context)}${linkedTerms(context, linked)}</div>
</div>`
}

function verificationBody(context: PageContext): Html {
  return html`<div class="top">${plainTitle(context)}
<p>${context.words.label('verification')}</p>
<dl class="meta">${metaOf(context)}</dl></div>
<div class="sheets" id="text" tabindex="-1">
${certificateDetails(context)}${figuresOf(context)}</div>`
}

function movedBody(context: PageContext): Html {
  const { words } = context
  const contents = `${rootOf(context)}${pagePath(placeOf(context))}`
  return html`<div class="top">${plainTitle(context)}</div>
<div class="prose" id="text" tabindex="-1">${words.paragraphs('moved')}<p><a id="moved" href="${contents}">${words.label('to-latest')}</a></p></div>`
}

function sheetsOf(context: PageContext): Html {
  return html`${recordOf(context)}${glossaryOf(context)}${checksOf(context)}${versionsOf(context)}${certificateSection(context)}`
}

/** The text of these sections, with the terms that it links. */
function articleOf(
  sections: readonly Section[],
  { words, release }: PageContext,
  before: Html = html``,
): { readonly article: Html; readonly linked: ReadonlySet<string> } {
  const marker = createMarker(release.terms)
  const both = words.edition === 'both'
  const text = sectionsOf(sections, { words, chinese: chineseOf(release), marker })
  const article = html`<article id="text" tabindex="-1" aria-label="${words.attribute(both ? 'parallel-text' : 'text')}">
${both && columnHeads}${before}${text}</article>`
  return { article, linked: marker.linked() }
}

function barOf(context: PageContext): Html {
  return context.words.edition === 'both' ? viewsOf(context) : editionsOf(context)
}

function topOf(context: PageContext, heading: Html): Html {
  return html`<div class="top">${heading}
<dl class="meta">${metaOf(context)}</dl>
<div class="standing">${statementOf(context)}</div></div>`
}

/** At the document's own address, whose newest release may be withdrawn; the page of a release gets it when it is. */
function withdrawnTop({ release, withdrawals, latest, words, calendar }: PageContext): Html {
  const withdrawal = latest ? withdrawalOf(release, withdrawals) : undefined
  return withdrawal ? withdrawnNotice(withdrawal, words, calendar) : html``
}

/** The title as the document has it. */
function titleHeading(context: PageContext): Html {
  const { release, words, outline } = context
  const pen = { words, chinese: chineseOf(release), marker: createMarker([]) }
  return outline.title.length > 0 ? titleOf(outline, pen) : plainTitle(context)
}

/** The title as the certificate has it, for a document that begins without a heading, and where its text does not stand. */
function plainTitle({ release, words }: PageContext): Html {
  const { source, target } = release.title
  return html`<h1>${words.edition !== 'en' && html`<span lang="${chineseOf(release)}">${source}</span>`} ${words.edition !== 'zh' && html`<span lang="en">${target}</span>`}</h1>`
}

function pageTitle({ release, words, page, parts }: PageContext): string {
  const { source, target } = release.title
  const place = page.type === 'part' ? ` (${page.part.number}/${parts.all.length})` : ''
  if (words.edition === 'zh') return `${place.trim()}${source}（第${release.number}版）`
  return `${place.trim()}${place && ' '}${words.edition === 'en' ? target || source : `${target || source} | ${source}`}`
}

function metaOf(context: PageContext): Html {
  const { release, words, calendar, page, parts } = context
  const entry = (key: WordKey, value: Html) => html`<div><dt>${words.label(key)}</dt><dd>${value}</dd></div>`
  const own = `${rootOf(context)}${pagePath({ ...placeOf(context), latest: false })}`
  return html`${entry('published', html`<time datetime="${release.at}">${words.bilingual(calendar.day(release.at))}</time>`)}${entry(
    'version',
    html`<a href="${own}">${words.label('edition', { number: release.number })}</a>`,
  )}${entry('signed', html`<bdi>${release.signOff.name}</bdi>`)}${
    page.type === 'part' && entry('part', words.label('part-of', { number: page.part.number, count: parts.all.length }))
  }${entry('sentences', page.type === 'part' ? html`${page.part.rows.length} / ${release.rows.length}` : html`${release.rows.length}`)}`
}
