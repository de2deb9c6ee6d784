import { type Erratum, type Figure, figureDiffers, type Release, type ReleaseTerm } from '../../model/release.ts'
import { datePattern } from '../../model/term.ts'
import { certificateOf } from '../../review/certificate.ts'
import { anchorOf, chineseOf, editionFolder, folderOf, type PageContext } from '../context.ts'
import { type Calendar, writtenDate } from '../words/dates.ts'
import { isWordKey, type WordKey, type Words } from '../words/words.ts'
import { differenceOf } from './difference.ts'
import { type Html, html } from './html.ts'

/** The glossary: every term of the document, whether it is approved or as yet proposed, and by what authority. */
export function glossaryOf({ release, words }: PageContext): Html {
  if (release.terms.length === 0) return html``
  const approved = release.terms.filter(({ status }) => status === 'approved').length
  return html`<section id="glossary" class="card"><h2>${words.label('glossary')}</h2>
<div class="prose">${words.paragraphs('glossary-about', { count: release.terms.length, approved, proposed: release.terms.length - approved })}</div>
<dl class="terms">
${release.terms.map((term) => termOf(term, words))}</dl>
</section>
`
}

function termOf(term: ReleaseTerm, words: Words): Html {
  const { id, source, target, status, note } = term
  return html`<div id="t-${anchorOf(id)}"><dt><span lang="zh-Hans">${source}</span> <span lang="en">${target}</span></dt><dd><span class="status ${status}">${words.label(status)}</span>${note && html`<p lang="${languageOf(note)}">${note}</p>`}${authorityOf(term, words)}</dd></div>\n`
}

/** Who says so and when. Terms that were approved before an authority was asked for say that they have none. */
function authorityOf({ status, authority, authorityDate }: ReleaseTerm, words: Words): Html {
  if (authority === '') return status === 'approved' ? html`<p>${words.label('authority-none')}</p>` : html``
  const date =
    authorityDate !== undefined &&
    datePattern.test(authorityDate) &&
    html` (<time datetime="${authorityDate}">${words.bilingual(writtenDate(authorityDate))}</time>)`
  return html`<p>${words.label('authority')}: <span lang="${languageOf(authority)}">${authority}</span>${date}</p>`
}

/** What people write beside a term is in either language. */
function languageOf(text: string): 'zh-Hans' | 'en' {
  return /\p{Script=Han}/u.test(text) ? 'zh-Hans' : 'en'
}

const verdicts: Readonly<Record<Figure['verdict'], WordKey>> = {
  same: 'figure-same',
  'carried-by-term': 'figure-carried',
  differs: 'figure-differs',
  missing: 'figure-missing',
}

/** The figures as they were compared, who answers for each, and the findings that a person let stand. */
export function checksOf({ release, words, calendar }: PageContext): Html {
  const { figures, waivers } = release
  const named = figures.some(({ confirmed }) => confirmed !== undefined)
  const agreeing = figures.filter((figure) => !figureDiffers(figure)).length
  return html`<section id="checks" class="card"><h2>${words.label('checks')}</h2>
<div class="prose">${words.paragraphs('figures-about', { count: figures.length, same: agreeing, other: figures.length - agreeing })}${named && words.paragraphs('figures-confirmed')}</div>
${
  figures.length > 0 &&
  html`<details><summary>${words.label('figures-all')}</summary><table><thead><tr><th scope="col">${words.label('sentence')}</th><th scope="col">${words.label('figure-source')}</th><th scope="col">${words.label('figure-target')}</th><th scope="col">${words.label(named ? 'figure-confirmed' : 'figure-verdict')}</th></tr></thead><tbody>
${figures.map(
  (figure) =>
    html`<tr><td>${sentenceLink(figure.segment)}</td><td lang="${chineseOf(release)}">${figure.source}</td><td lang="en">${figure.target || '—'}</td><td>${words.label(verdicts[figure.verdict])}${confirmationOf(figure, words, calendar)}</td></tr>\n`,
)}</tbody></table></details>`
}
<h3>${words.label('waivers')}</h3>
${
  waivers.length === 0
    ? html`<div class="prose">${words.paragraphs('waivers-none')}</div>`
    : html`<ul class="waivers">${waivers.map(
        ({ segment, code, reason, name, at }) =>
          html`<li>${sentenceLink(segment)} <b>${findingName(code, words)}</b><p>${reason}</p><p class="by"><bdi>${name}</bdi>, <time datetime="${at}">${words.bilingual(calendar.day(at))}</time></p></li>`,
      )}</ul>`
}
</section>
`
}

function confirmationOf({ confirmed }: Figure, words: Words, calendar: Calendar): Html {
  if (confirmed === undefined) return html``
  const { name, at, how } = confirmed
  const day = html`<time datetime="${at}">${words.bilingual(calendar.day(at))}</time>`
  return html`<br><small><bdi>${name}</bdi>, ${day}${how === 'checked' && html` · ${words.label('figure-checked')}`}</small>`
}

function findingName(code: string, words: Words): Html {
  const key = `finding-${code}`
  return isWordKey(key) ? words.label(key) : html`${code}`
}

function sentenceLink(id: string): Html {
  return html`<a href="#${anchorOf(id)}">${id}</a>`
}

/** The releases of the document that the page knows of, and what each corrected, sentence by sentence. */
export function versionsOf(context: PageContext): Html {
  const { release, releases, latest, words, calendar, root } = context
  const newestFirst = releases.toReversed()
  const address = (of: Release) => `${root}${folderOf(of.document, of.number)}${editionFolder[words.edition]}index.html`
  return html`<section id="versions" class="card"><h2>${words.label('versions')}</h2>
<div class="prose">${words.paragraphs(latest ? 'versions-latest' : 'versions-fixed', { number: release.number })}${
    !latest &&
    html`<p><a href="${root}${folderOf(release.document)}${editionFolder[words.edition]}index.html">${words.label('to-latest')}</a></p>`
  }</div>
<table><thead><tr><th scope="col">${words.label('version')}</th><th scope="col">${words.label('date')}</th><th scope="col">${words.label('changes')}</th></tr></thead><tbody>
${newestFirst.map(
  (of) =>
    html`<tr><td><a href="${address(of)}">${words.label('edition', { number: of.number })}</a></td><td><time datetime="${of.at}">${words.bilingual(calendar.day(of.at))}</time></td><td>${of.number === 1 ? words.label('first-edition') : words.label('errata-count', { count: of.errata.length })}</td></tr>\n`,
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
    before !== '' && html`<p lang="${language}">${difference.start}<del>${difference.before}</del>${difference.end}</p>`
  }${after !== '' && html`<p lang="${language}">${difference.start}<ins>${difference.after}</ins>${difference.end}</p>`}</li>\n`
}

/** The files of the release, and what its certificate proves and what it does not. */
export function certificateSection(context: PageContext): Html {
  const { release, words, root, digest, calendar } = context
  const folder = `${root}${folderOf(release.document, release.number)}`
  const name = `${release.document}-v${release.number}`
  const file = (ending: string, about: WordKey) =>
    html`<li><a href="${folder}${name}.${ending}" download>${ending.toUpperCase()}</a> <small>${words.label(about)}</small></li>`
  const { proves, provesNot } = certificateOf(release, digest)
  const unproven: readonly WordKey[] = [
    ...provesNot.map((code) => `not-${code}` as const),
    'not-identities',
    'not-notes',
  ]
  const day = calendar.day(release.signOff.at)
  const points = (keys: readonly WordKey[]) =>
    html`<ul>${keys.map((key) => html`<li>${words.paragraphs(key, { name: release.signOff.name, day })}</li>`)}</ul>`
  return html`<section id="downloads" class="card"><h2>${words.label('downloads')}</h2>
<ul class="files">${file('xlf', 'download-xlf')}${file('tmx', 'download-tmx')}${file('json', 'download-json')}</ul>
</section>
<section id="certificate" class="card"><h2>${words.label('certificate')}</h2>
<p><a href="${folder}certificate.json">certificate.json</a></p>
<h3>${words.label('certificate-proves')}</h3>
${points([...proves.map((code) => `proves-${code}` as const), 'proves-files'])}
<h3>${words.label('certificate-not')}</h3>
${points(unproven)}
<dl class="facts"><div><dt>${words.label('fingerprint')}</dt><dd><code>${context.fingerprintOf(release.signOff.key)}</code>${words.paragraphs('fingerprint-about')}</dd></div>
<div><dt>${words.label('how-to-verify')}</dt><dd>${words.paragraphs('verify-how')}<p><code>duizhao verify</code></p></dd></div></dl>
</section>
`
}
