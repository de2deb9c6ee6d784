import { type Figure, figureDiffers } from '../../model/release.ts'
import { anchorOf } from '../addresses.ts'
import { type Html, html } from '../html.ts'
import type { Calendar } from '../words/dates.ts'
import { findingName } from '../words/finding-names.ts'
import type { WordKey, Words } from '../words/words.ts'
import { chineseOf, type PageContext } from './context.ts'

const verdicts: Readonly<Record<Figure['verdict'], WordKey>> = {
  same: 'figure-same',
  'carried-by-term': 'figure-carried',
  differs: 'figure-differs',
  missing: 'figure-missing',
}

/** The compared figures with who confirmed each, and the findings that a person waived. */
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
          html`<li>${sentenceLink(segment)} <b>${waivedFinding(code, words)}</b><p>${reason}</p><p class="by"><bdi>${name}</bdi>, <time datetime="${at}">${words.bilingual(calendar.day(at))}</time></p></li>`,
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

function waivedFinding(code: string, words: Words): Html {
  const name = findingName(code)
  return name === null ? html`${code}` : words.bilingual(name)
}

function sentenceLink(id: string): Html {
  return html`<a href="#${anchorOf(id)}">${id}</a>`
}
