import { addressOf, type Edition, pageFolder } from '../addresses.ts'
import { type Html, html, jsonForScript } from '../html.ts'
import { chineseOf, type PageContext, partNumberOf, placeOf } from './context.ts'
import { officeOf } from './shell.ts'

/** Links that tell search engines how the pages of a document relate; only if the site knows its own address. */
export function linksOf(context: PageContext): Html {
  const { release, settings, words } = context
  const address = addressOf(settings)
  if (address === null) return html``
  const part = partNumberOf(context)
  const of = (edition: Edition) => `${address}${pageFolder({ ...placeOf(context, part), edition })}`
  const whole = (edition: Edition) =>
    part !== undefined && {
      isPartOf: { '@id': `${address}${pageFolder({ ...placeOf(context), edition })}#text` },
      position: part,
    }
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
        ...whole('zh'),
        workTranslation: { '@id': `${of('en')}#text` },
      },
      {
        ...common,
        '@id': `${of('en')}#text`,
        url: of('en'),
        inLanguage: 'en',
        name: release.title.target,
        ...publisher(office?.en),
        ...whole('en'),
        translationOfWork: { '@id': `${of('zh')}#text` },
      },
    ],
  })}</script>
`
}
