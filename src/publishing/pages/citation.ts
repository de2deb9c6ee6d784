import { addressOf, anchorOf, pageFolder } from '../addresses.ts'
import { type Html, html } from '../html.ts'
import type { Bilingual } from '../words/dates.ts'
import { worded } from '../words/words.ts'
import { type PageContext, placeOf } from './context.ts'
import { officeOf } from './shell.ts'

/** The citation of a sentence of the release in each language, with `{segment}` and `{address}` to be filled in. */
export function citationOf({ release, settings, calendar }: PageContext): Bilingual {
  const office = officeOf(settings)
  const parts = {
    title: { zh: release.title.source, en: release.title.target || release.title.source },
    number: release.number,
    day: calendar.day(release.at),
  }
  return office ? worded('citation', { ...parts, office }) : worded('citation-no-office', parts)
}

/** The citation of the first sentence, in the languages of the page, as an example. */
export function exampleCitations(context: PageContext): Html {
  const { release, settings, words } = context
  const example = release.rows[0]?.id ?? ''
  const place = { ...placeOf(context, context.parts.of(example)?.number), latest: false, edition: 'both' as const }
  const address = `${addressOf(settings) ?? ''}${pageFolder(place)}`
  const filled = (text: string) =>
    text.replace('{segment}', example).replace('{address}', `${address}#${anchorOf(example)}`)
  const { zh, en } = citationOf(context)
  return html`${words.edition !== 'en' && html`<p lang="zh-Hans">${filled(zh)}</p>`}${words.edition !== 'zh' && html`<p lang="en">${filled(en)}</p>`}`
}
