import type { Erratum, Release, Withdrawal } from '../../model/release.ts'
import { withdrawalOf } from '../../review/withdrawal.ts'
import { anchorOf, pagePath } from '../addresses.ts'
import { type Html, html } from '../html.ts'
import type { WordKey, Words } from '../words/words.ts'
import { chineseOf, type PageContext, placeOf, rootOf } from './context.ts'
import { differenceOf } from './difference.ts'

/** The releases of the document that the page knows, and the corrections of each, sentence by sentence. */
export function versionsOf(context: PageContext): Html {
  const { release, releases, withdrawals, latest, words, calendar } = context
  const newestFirst = releases.toReversed()
  const withdrawnOn = (withdrawal: Withdrawal | undefined) =>
    withdrawal && html`<br><b>${words.label('withdrawn-on', { day: calendar.day(withdrawal.at) })}</b>`
  // The first page of a text in parts leads on to a sentence, and that of a text on one page has it.
  const address = ({ number }: Release) =>
    `${rootOf(context)}${pagePath({ ...placeOf(context), latest: false, number })}`
  const newest = `${rootOf(context)}${pagePath({ ...placeOf(context), latest: true })}`
  return html`<section id="versions" class="card"><h2>${words.label('versions')}</h2>
<div class="prose">${words.paragraphs(latest ? 'versions-latest' : 'versions-fixed', { number: release.number })}${
    !latest && html`<p><a href="${newest}">${words.label('to-latest')}</a></p>`
  }</div>
<table><thead><tr><th scope="col">${words.label('version')}</th><th scope="col">${words.label('date')}</th><th scope="col">${words.label('changes')}</th></tr></thead><tbody>
${newestFirst.map(
  (of) =>
    html`<tr><td><a href="${address(of)}">${words.label('edition', { number: of.number })}</a></td><td><time datetime="${of.at}">${words.bilingual(calendar.day(of.at))}</time></td><td>${of.number === 1 ? words.label('first-edition') : words.label('errata-count', { count: of.errata.length })}${withdrawnOn(withdrawalOf(of, withdrawals))}</td></tr>\n`,
)}</tbody></table>
${newestFirst
  .filter(({ errata }) => errata.length > 0)
  .map(
    (of) =>
      html`<h3>${words.label('errata-of', { number: of.number })}</h3>
<ul class="errata">${of.errata.map((erratum) => erratumOf(erratum, address(of), chineseOf(of), words))}</ul>
`,
  )}</section>
`
}

const changes: Readonly<Record<Erratum['change'], WordKey>> = {
  source: 'changed-source',
  target: 'changed-target',
  added: 'changed-added',
  removed: 'changed-removed',
}

function erratumOf({ segment, change, before, after }: Erratum, address: string, source: string, words: Words): Html {
  const difference = differenceOf(before, after)
  const chinese = change === 'source' || (change !== 'target' && /\p{Script=Han}/u.test(before + after))
  const language = chinese ? source : 'en'
  const where =
    change === 'removed' ? html`<b>${segment}</b>` : html`<a href="${address}#${anchorOf(segment)}">${segment}</a>`
  return html`<li>${where} ${words.label(changes[change])}${
    difference.before !== '' &&
    html`<p lang="${language}">${difference.start}<del>${difference.before}</del>${difference.end}</p>`
  }${difference.after !== '' && html`<p lang="${language}">${difference.start}<ins>${difference.after}</ins>${difference.end}</p>`}</li>\n`
}
