import type { ReleaseTerm } from '../../model/release.ts'
import { datePattern } from '../../model/term.ts'
import { anchorOf } from '../addresses.ts'
import { type Html, html } from '../html.ts'
import type { Calendar } from '../words/dates.ts'
import type { Words } from '../words/words.ts'
import type { PageContext } from './context.ts'

/** The glossary: every term of the document, whether it is approved or proposed, and its authority. */
export function glossaryOf({ release, words, calendar }: PageContext): Html {
  const { terms } = release
  if (terms.length === 0) return html``
  const approved = terms.filter(({ status }) => status === 'approved').length
  return html`<section id="glossary" class="card"><h2>${words.label('glossary')}</h2>
<div class="prose">${words.paragraphs('glossary-about', { count: terms.length, approved, proposed: terms.length - approved })}</div>
${entriesOf(terms, words, calendar)}</section>
`
}

/** On the page of a part: the terms that it links to. */
export function linkedTerms({ release, words, calendar }: PageContext, linked: ReadonlySet<string>): Html {
  const terms = release.terms.filter(({ id }) => linked.has(id))
  if (terms.length === 0) return html``
  return html`<section id="glossary" class="card"><h2>${words.label('glossary-here')}</h2>
${entriesOf(terms, words, calendar)}</section>
`
}

function entriesOf(terms: readonly ReleaseTerm[], words: Words, calendar: Calendar): Html {
  return html`<dl class="terms">
${terms.map((term) => termOf(term, words, calendar))}</dl>
`
}

function termOf(term: ReleaseTerm, words: Words, calendar: Calendar): Html {
  const { id, source, target, status, note } = term
  return html`<div id="t-${anchorOf(id)}"><dt><span lang="zh-Hans">${source}</span> <span lang="en">${target}</span></dt><dd><span class="status ${status}">${words.label(status)}</span>${note && html`<p lang="${languageOf(note)}">${note}</p>`}${authorityOf(term, words, calendar)}</dd></div>\n`
}

/** The authority and its date. Terms approved before an authority was required say that they have none. */
function authorityOf(term: ReleaseTerm, words: Words, calendar: Calendar): Html {
  const { status, authority, authorityBody = '', authorityDate, authorityPlace = '' } = term
  if (authority === '') return status === 'approved' ? html`<p>${words.label('authority-none')}</p>` : html``
  const date =
    authorityDate !== undefined &&
    datePattern.test(authorityDate) &&
    html` (<time datetime="${authorityDate}">${words.bilingual(calendar.date(authorityDate))}</time>)`
  return html`<p>${words.label('authority')}: <span lang="${languageOf(authority)}">${authority}</span>${part(authorityBody)}${date}${part(authorityPlace)}</p>`
}

/** A further part of an authority; addresses stay text, since nobody has vouched for what they lead to. */
const part = (text: string) => text && html`; <span lang="${languageOf(text)}">${text}</span>`

/** People's notes on a term may be in either language. */
function languageOf(text: string): 'zh-Hans' | 'en' {
  return /\p{Script=Han}/u.test(text) ? 'zh-Hans' : 'en'
}
