import { addressOf, type Edition, editionFolder, folderOf } from '../addresses.ts'
import { type Html, html, jsonForScript } from '../html.ts'
import { chineseOf, type PageContext } from './context.ts'
import { officeOf } from './shell.ts'

/** Links that tell search engines how the pages of a document relate; only if the site knows its own address. */
export function linksOf({ release, latest, settings, words }: PageContext): Html {
  const address = addressOf(settings)
  if (address === null) return html``
  const folder = `${address}${latest ? folderOf(release.document) : folderOf(release.document, release.number)}`
  const of = (edition: Edition) => `${folder}${editionFolder[edition]}`
  const office = officeOf(settings)
  const common = {
    '@type': 'CreativeWork',
    datePublished: release.at,
    version: String(release.number),
    isAccessibleForFree: true,
  }
  const publisher = (name: string | undefined) => name && { publisher: { '@type': 'Organization', name } }
  return html`<link rel="canonical" href="${of(words.edition)}">
<link rel="alternate" hreflang="${chineseOf(release)}" href="${of('zh')}">
<link rel="alternate" hreflang="en" href="${of('en')}">
<link rel="alternate" hreflang="x-default" href="${of('both')}">
<script type="application/ld+json">${jsonForScript({
    '@context': 'https://schema.org',
    '@graph': [
      {
        ...common,
        '@id': `${of('zh')}#text`,
        url: of('zh'),
        inLanguage: chineseOf(release),
        name: release.title.source,
        ...publisher(office?.zh),
        workTranslation: { '@id': `${of('en')}#text` },
      },
      {
        ...common,
        '@id': `${of('en')}#text`,
        url: of('en'),
        inLanguage: 'en',
        name: release.title.target,
        ...publisher(office?.en),
        translationOfWork: { '@id': `${of('zh')}#text` },
      },
    ],
  })}</script>
`
}
