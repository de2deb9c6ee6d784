import { pagePath, statusPath } from '../addresses.ts'
import { type Html, html } from '../html.ts'
import { type PageContext, placeOf, rootOf } from './context.ts'

/**
 * At the top of a release's own page: that it does not change, and where the newest version is. The script shows instead
 * that there is a newer one, with its number for `{number}`, where the status of the document says so.
 */
export function statusNotice(context: PageContext): Html {
  const { release, words, latest } = context
  if (latest) return html``
  const root = rootOf(context)
  const newest = pagePath({ ...placeOf(context), latest: true })
  const { document, number } = release
  return html`<div class="notice" id="status" role="status" data-status="${root}${statusPath(document)}" data-number="${number}"><p><span>${words.label('status-fixed', { number })}</span><span hidden>${words.label('status-superseded', { number })}</span> <a href="${root}${newest}">${words.label('to-latest')}</a></p></div>
`
}
