import { anchorOf, pagePath, verificationFolder } from '../addresses.ts'
import { type Html, html } from '../html.ts'
import { blockRanges } from './block-ranges.ts'
import { fingerprintFact } from './certificate.ts'
import { headingText } from './contents.ts'
import { type PageContext, placeOf, rangeOf, rootOf } from './context.ts'
import type { TextPart } from './text-parts.ts'

/** On the first page of a text in parts: the way to each part and to each heading in it, and which sentences it has. */
export function partList(context: PageContext): Html {
  const { words, parts } = context
  const address = (part: TextPart) => `${rootOf(context)}${pagePath(placeOf(context, part.number))}`
  return html`<nav id="text" class="card parts" tabindex="-1" aria-label="${words.attribute('all-parts', { count: parts.all.length })}"><h2>${words.label('contents')}</h2>
<div class="prose">${words.paragraphs('parts-about', { count: parts.all.length })}</div>
<ol>
${parts.all.map(
  (part) =>
    html`<li><a href="${address(part)}" data-blocks="${blockRanges(part.rows)}">${words.label('part-number', { number: part.number })}</a> <small>${rangeOf(part)}</small>${continuedFrom(part, context)}${headingsOf(part, address(part), context)}</li>\n`,
)}</ol></nav>`
}

function headingsOf({ sections, rows }: TextPart, address: string, { words }: PageContext): Html {
  const headings = sections.flatMap(({ heading }) => heading[0] ?? [])
  const [first] = rows
  if (headings.length === 0)
    return html`<p>${words.bilingual({ zh: beginning(first?.source, 40), en: beginning(first?.target, 90) })}</p>`
  return html`<ul>${headings.map(
    (heading) => html`<li><a href="${address}#${anchorOf(heading.block.id)}">${headingText(heading, words)}</a></li>`,
  )}</ul>`
}

/** The beginning of a sentence, to tell what a part is about that has no heading. */
function beginning(text = '', length: number): string {
  const characters = [...text]
  return characters.length > length ? `${characters.slice(0, length).join('').trimEnd()}…` : text
}

/** The heading of the section that the part before this one begins. */
export function continuedFrom({ continues }: TextPart, { words }: PageContext): Html {
  const [heading] = continues
  return heading === undefined
    ? html``
    : html`<p class="continued">${headingText(heading, words)} ${words.label('continued')}</p>\n`
}

/** The ways to the part before, to all parts and to the part after: above the text, and below it once more. */
export function turnTo(context: PageContext, { number }: TextPart): { readonly above: Html; readonly below: Html } {
  const { words, parts } = context
  const link = (of: number, rel: 'prev' | 'next') =>
    of >= 1 &&
    of <= parts.all.length &&
    html`<li><a rel="${rel}" href="${rootOf(context)}${pagePath(placeOf(context, of))}">${words.label(`${rel}-part`, { number: of })}</a></li>`
  const links = html`<ul>${link(number - 1, 'prev')}<li><a href="${rootOf(context)}${pagePath(placeOf(context))}">${words.label('all-parts', { count: parts.all.length })}</a></li>${link(number + 1, 'next')}</ul>`
  return {
    above: html`<nav class="turn" aria-label="${words.attribute('part')}">${links}</nav>\n`,
    below: html`<div class="turn">${links}</div>\n`,
  }
}

/** On the page of a part: that it was signed with all others, by whom, and where record and certificate of them stand. */
export function partRecord(context: PageContext): Html {
  const { release, words, calendar, parts } = context
  const day = calendar.day(release.signOff.at)
  const contents = `${rootOf(context)}${pagePath(placeOf(context))}`
  const verification = `${rootOf(context)}${verificationFolder(release, words.edition)}index.html`
  return html`<section id="record" class="card"><h2>${words.label('record')}</h2>
<div class="prose">${words.paragraphs('part-signed', { name: release.signOff.name, day, count: parts.all.length })}</div>
<ul><li><a href="${contents}#record">${words.label('record')}</a></li><li><a href="${verification}">${words.label('verification-about')}</a></li></ul>
<dl class="facts">${fingerprintFact(context)}</dl>
</section>
`
}
