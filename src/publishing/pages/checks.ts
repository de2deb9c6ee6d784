import { type Figure, figureDiffers, type Release } from '../../model/release.ts'
import { verificationFolder } from '../addresses.ts'
import { type Html, html } from '../html.ts'
import type { Calendar } from '../words/dates.ts'
import { findingName } from '../words/finding-names.ts'
import type { WordKey, Words } from '../words/words.ts'
import { chineseOf, type PageContext, rootOf, sentenceAddress } from './context.ts'

const verdicts: Readonly<Record<Figure['verdict'], WordKey>> = {
  same: 'figure-same',
  'carried-by-term': 'figure-carried',
  differs: 'figure-differs',
  missing: 'figure-missing',
}

/** How many figures were compared, with the way to each; and the findings that a person waived. */
export function checksOf(context: PageContext): Html {
  const { release, words, calendar } = context
  const { figures, waivers } = release
  const all = `${rootOf(context)}${verificationFolder(release, words.edition)}index.html#figures`
  return html`<section id="checks" class="card"><h2>${words.label('checks')}</h2>
<div class="prose">${countsOf(context)}${figures.length > 0 && html`<p><a href="${all}">${words.label('figures-all')}</a></p>`}</div>
<h3>${words.label('waivers')}</h3>
${
  waivers.length === 0
    ? html`<div class="prose">${words.paragraphs('waivers-none')}</div>`
    : html`<ul class="waivers">${waivers.map(
        ({ segment, code, reason, name, at }) =>
          html`<li>${sentenceLink(context, segment)} <b>${waivedFinding(code, words)}</b><p>${reason}</p><p class="by"><bdi>${name}</bdi>, <time datetime="${at}">${words.bilingual(calendar.day(at))}</time></p></li>`,
      )}</ul>`
}
</section>
`
}

/** The compared figures one by one, with who confirmed each. */
export function figuresOf(context: PageContext): Html {
  const { release, words, calendar } = context
  const { figures } = release
  const named = isNamed(release)
  return html`<section id="figures" class="card"><h2>${words.label('figures-all')}</h2>
<div class="prose">${countsOf(context)}${named && words.paragraphs('figures-confirmed')}</div>
${
  figures.length > 0 &&
  html`<table><thead><tr><th scope="col">${words.label('sentence')}</th><th scope="col">${words.label('figure-source')}</th><th scope="col">${words.label('figure-target')}</th><th scope="col">${words.label(named ? 'figure-confirmed' : 'figure-verdict')}</th></tr></thead><tbody>
${figures.map(
  (figure) =>
    html`<tr><td>${sentenceLink(context, figure.segment)}</td><td lang="${chineseOf(release)}">${figure.source}</td><td lang="en">${figure.target || '—'}</td><td>${words.label(verdicts[figure.verdict])}${confirmationOf(figure, words, calendar)}</td></tr>\n`,
)}</tbody></table>`
}
</section>
`
}

function countsOf({ release: { figures }, words }: PageContext): Html {
  const agreeing = figures.filter((figure) => !figureDiffers(figure)).length
  return words.paragraphs('figures-about', { count: figures.length, same: agreeing, other: figures.length - agreeing })
}

/** Whether the figures say who confirmed them. */
function isNamed({ figures }: Pick<Release, 'figures'>): boolean {
  return figures.some(({ confirmed }) => confirmed !== undefined)
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

function sentenceLink(context: PageContext, id: string): Html {
  return html`<a href="${sentenceAddress(context, id)}">${id}</a>`
}
