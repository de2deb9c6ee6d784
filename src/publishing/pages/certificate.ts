import { certificateOf } from '../../review/certificate.ts'
import { certificatePath, folderOf, verificationFolder } from '../addresses.ts'
import { type Html, html } from '../html.ts'
import type { WordKey } from '../words/words.ts'
import { byHand } from './by-hand.ts'
import { type PageContext, rootOf } from './context.ts'
import { breakable } from './record.ts'

/** The files of the release, and the certificate with the key; the page about both in detail is linked. */
export function certificateSection(context: PageContext): Html {
  const { release, words } = context
  const folder = `${rootOf(context)}${folderOf(release.document, release.number)}`
  const name = `${release.document}-v${release.number}`
  const file = (ending: string, about: WordKey) =>
    html`<li><a href="${folder}${name}.${ending}" download>${ending.toUpperCase()}</a> <small>${words.label(about)}</small></li>`
  return html`<section id="downloads" class="card"><h2>${words.label('downloads')}</h2>
<ul class="files">${file('xlf', 'download-xlf')}${file('tmx', 'download-tmx')}${file('json', 'download-json')}</ul>
</section>
<section id="certificate" class="card"><h2>${words.label('certificate')}</h2>
<p><a href="${folder}certificate.json">certificate.json</a></p>
<dl class="facts">${fingerprintFact(context)}</dl>
<p><a href="${rootOf(context)}${verificationFolder(release, words.edition)}index.html">${words.label('verification-about')}</a></p>
</section>
`
}

/** What the certificate proves and what it does not, and how to verify it. */
export function certificateDetails(context: PageContext): Html {
  const { release, words, digest, calendar } = context
  const { proves, provesNot } = certificateOf(release, digest)
  const unproven: readonly WordKey[] = [
    ...provesNot.map((code) => `not-${code}` as const),
    'not-identities',
    'not-notes',
  ]
  const day = calendar.day(release.signOff.at)
  const points = (keys: readonly WordKey[]) =>
    html`<ul>${keys.map((key) => html`<li>${words.paragraphs(key, { name: release.signOff.name, day })}</li>`)}</ul>`
  return html`<section id="certificate" class="card"><h2>${words.label('certificate')}</h2>
<p><a href="${rootOf(context)}${certificatePath(release)}">certificate.json</a></p>
<h3>${words.label('certificate-proves')}</h3>
${points([...proves.map((code) => `proves-${code}` as const), 'proves-files'])}
<h3>${words.label('certificate-not')}</h3>
${points(unproven)}
<dl class="facts">${fingerprintFact(context)}
${headsOf(context)}
<div><dt>${words.label('how-to-verify')}</dt><dd>${words.paragraphs('verify-how')}<p><code>duizhao verify</code></p>${byHand(context)}</dd></div></dl>
</section>
`
}

export function fingerprintFact({ release, words, fingerprintOf }: PageContext): Html {
  return html`<div><dt>${words.label('fingerprint')}</dt><dd><code>${fingerprintOf(release.signOff.key)}</code>${words.paragraphs('fingerprint-about')}</dd></div>`
}

/** The heads of the chains when the release was published, for whoever keeps them; nothing in older releases. */
function headsOf({ release, words }: PageContext): Html {
  const { heads = [] } = release
  if (heads.length === 0) return html``
  const items = heads.map(({ name, length, hash }) => html`<li>${name} ${length} ${breakable(hash)}</li>`)
  return html`<div><dt>${words.label('heads')}</dt><dd>${words.paragraphs('heads-about')}<ul>${items}</ul></dd></div>`
}
