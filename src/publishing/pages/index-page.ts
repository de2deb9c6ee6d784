import type { Release, Withdrawal } from '../../model/release.ts'
import type { WorkspaceSettings } from '../../model/settings.ts'
import { withdrawalOf } from '../../review/withdrawal.ts'
import { addressOf, folderOf } from '../addresses.ts'
import type { AssetNames } from '../assets/assets.ts'
import { type Html, html } from '../html.ts'
import type { Calendar } from '../words/dates.ts'
import { worded, wordsOf } from '../words/words.ts'
import { chineseOf } from './context.ts'
import { officeOf, pageOf } from './shell.ts'

/** The list of all published documents, the newest first. `documents` holds the releases of each by number. */
export function renderIndex(
  documents: readonly (readonly [Release, ...Release[]])[],
  withdrawals: readonly Withdrawal[],
  settings: WorkspaceSettings,
  calendar: Calendar,
  assets: AssetNames,
): string {
  const words = wordsOf('both')
  const office = officeOf(settings)
  const newest = (releases: readonly [Release, ...Release[]]) => releases.at(-1) ?? releases[0]
  const newestFirst = [...documents].sort((a, b) => (newest(a).at < newest(b).at ? 1 : -1))
  const address = addressOf(settings)
  const name = worded('site-name')
  return pageOf({
    words,
    settings,
    assets,
    root: '',
    title: office ? `${name.en} | ${office.en}` : `${name.en} ${name.zh}`,
    description: words.attribute('index-description'),
    head: html`${address !== null && html`<link rel="canonical" href="${address}">\n`}`,
    bodyClass: 'index',
    body: html`<main class="w" id="text" tabindex="-1">
<h1><span lang="zh-Hans">${name.zh}</span> <span lang="en">${name.en}</span></h1>
${documents.length === 0 && html`<div class="prose">${words.paragraphs('index-empty')}</div>`}
<ol class="documents">
${newestFirst.map((releases) => entryOf(releases, newest(releases)))}</ol>
</main>`,
  })

  function withdrawnOn(release: Release): Html {
    const withdrawal = withdrawalOf(release, withdrawals)
    return withdrawal ? html` · <b>${words.label('withdrawn-on', { day: calendar.day(withdrawal.at) })}</b>` : html``
  }

  function entryOf(releases: readonly Release[], latest: Release): Html {
    const { document, number, title, at } = latest
    const folder = folderOf(document)
    const label = html`<span lang="${chineseOf(latest)}">${title.source}</span> <span lang="en">${title.target}</span>`
    return html`<li><h2><a href="${folder}index.html">${label}</a></h2>
<p><time datetime="${at}">${words.bilingual(calendar.day(at))}</time> · ${words.label('edition', { number })}${withdrawnOn(latest)}</p>
<ul><li><a href="${folder}index.html">${words.label('view-parallel')}</a></li><li><a href="${folder}zh/index.html" lang="zh-Hans" hreflang="zh-Hans">中文</a></li><li><a href="${folder}en/index.html" lang="en" hreflang="en">English</a></li>${releases
      .slice(0, -1)
      .toReversed()
      .map(
        (older) =>
          html`<li><a href="${folderOf(document, older.number)}index.html">${words.label('edition', { number: older.number })}</a>${withdrawnOn(older)}</li>`,
      )}</ul></li>
`
  }
}
