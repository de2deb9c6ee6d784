import type { Release, ReleaseRow } from '../../model/release.ts'
import { wholeText } from '../../review/certificate.ts'
import { type Html, html } from '../html.ts'
import type { Bilingual } from '../words/dates.ts'
import type { WordKey } from '../words/words.ts'
import { exampleCitations } from './citation.ts'
import type { PageContext } from './context.ts'

/** Who translated, revised, signed and published the document, and how the drafts were made. */
export function recordOf(context: PageContext): Html {
  const { release, words, calendar } = context
  const step = (key: WordKey, names: Html, at: readonly string[]): Html =>
    html`<li><b>${words.label(key)}</b><span class="who">${names}</span>${timesOf(context, at)}</li>`
  return html`<section id="record" class="card"><h2>${words.label('record')}</h2>
<div class="prose">${statementOf(context)}</div>
<ol class="chain">${[
    step('translated', namesOf(release, 'translated'), stamps(release, 'translated')),
    step('revised', namesOf(release, 'revised'), stamps(release, 'revised')),
    step('signed', html`<bdi>${release.signOff.name}</bdi>`, [release.signOff.at]),
    step('published', html`${words.label('edition', { number: release.number })}`, [release.at]),
  ]}</ol>
<dl class="facts">
${release.signOff.binding.singlePerson && fact(context, 'four-eyes', words.paragraphs('single-person'))}
${fact(context, 'source-file', html`<p><bdi>${release.source.origin.filename}</bdi></p>${breakable(release.source.origin.sha256)}`)}
${fact(context, 'coverage', words.paragraphs('coverage-all', { count: release.rows.length }))}
${fact(context, 'machine-help', machineHelp(context))}
${fact(context, 'text-hash-zh', breakable(context.digest(wholeText(release.rows, 'source'))))}
${fact(context, 'text-hash-en', breakable(context.digest(wholeText(release.rows, 'target'))))}
${fact(context, 'cite', exampleCitations(context))}
${fact(context, 'report', reportTo(context))}
${fact(context, 'time-zone', html`<p>${calendar.zone(release.at)}</p>`)}
</dl>
<p class="note">${words.label('text-hash-note')}</p>
</section>
`
}

/** The office's statement on the standing of the two texts; the default statement if the office has none. */
export function statementOf({ settings, words }: PageContext): Html {
  const { zh, en } = settings.statement
  if (zh.trim() === '' && en.trim() === '') return words.paragraphs('statement')
  const written = [
    zh.trim() !== '' && html`<p lang="zh-Hans">${zh}</p>`,
    en.trim() !== '' && html`<p lang="en">${en}</p>`,
  ]
  return html`${words.edition === 'both' ? written : written[words.edition === 'zh' ? 0 : 1] || words.paragraphs('statement')}`
}

function fact({ words }: PageContext, key: WordKey, value: Html): Html {
  return html`<div><dt>${words.label(key)}</dt><dd>${value}</dd></div>`
}

/** A hash as text that may break anywhere. */
export function breakable(hex: string): Html {
  return html`<code>${hex.slice(0, hex.length / 2)}<wbr>${hex.slice(hex.length / 2)}</code>`
}

/** The names of the people of one step, each with the number of sentences if there are several people. */
function namesOf(release: Release, step: 'translated' | 'revised'): Html {
  const names = release.rows.flatMap((row) => [...new Set(didIn(row, step).map(({ name }) => name))])
  const byCount = [...Map.groupBy(names, (name) => name)].sort(([, a], [, b]) => b.length - a.length)
  return html`${byCount.map(([name, sentences], i) => html`${i > 0 && html`<br>`}<bdi>${name}</bdi>${byCount.length > 1 && html` <small>${sentences.length}</small>`}`)}`
}

function stamps(release: Release, step: 'translated' | 'revised'): readonly string[] {
  const instants = release.rows.flatMap((row) => didIn(row, step).map(({ at }) => at)).sort()
  return [...new Set([instants[0], instants.at(-1)])].filter((at) => at !== undefined)
}

/** Who did a step of a sentence: several people, where the office has it revised more than once. */
function didIn(row: ReleaseRow, step: 'translated' | 'revised') {
  return step === 'translated' ? [row.translated] : [row.revised, ...(row.revisedAgain ?? [])]
}

/** An instant with its minute, or the first and the last day of several. */
function timesOf({ words, calendar }: PageContext, at: readonly string[]): Html {
  const [first, last] = at
  if (first === undefined) return html``
  const time = (iso: string, text: Bilingual) => html`<time datetime="${iso}">${words.bilingual(text)}</time>`
  const sameDay = last === undefined || calendar.day(first).en === calendar.day(last).en
  if (last === undefined) return time(first, calendar.minute(first))
  return sameDay
    ? time(last, calendar.day(last))
    : html`${time(first, calendar.day(first))}${time(last, { zh: `至 ${calendar.day(last).zh}`, en: `to ${calendar.day(last).en}` })}`
}

function machineHelp({ release, words }: PageContext): Html {
  const drafted = release.rows.filter((row) => row.draft !== undefined)
  if (drafted.length === 0) return words.paragraphs('machine-none')
  const origins = [...Map.groupBy(drafted, (row) => row.draft ?? '')].sort(([, a], [, b]) => b.length - a.length)
  const byHand = release.rows.length - drafted.length
  return html`${words.paragraphs('machine-some')}<ul>${origins.map(
    ([origin, rows]) => html`<li><bdi>${origin}</bdi>: ${rows.length}</li>`,
  )}${byHand > 0 && html`<li>${words.label('machine-by-hand')}: ${byHand}</li>`}</ul>`
}

function reportTo({ settings, words }: PageContext): Html {
  const contact = settings.contact.trim()
  if (contact === '') return words.paragraphs('report-office')
  const link = /^[^\s@<>"'?&]+@[^\s@<>"'?&]+\.[^\s@<>"'?&]+$/.test(contact)
    ? html`<a href="mailto:${contact}">${contact}</a>`
    : /^https?:\/\/[^\s<>"']+$/.test(contact)
      ? html`<a href="${contact}">${contact}</a>`
      : html`<bdi>${contact}</bdi>`
  return html`${words.paragraphs('report-to')}<p>${link}</p>`
}
