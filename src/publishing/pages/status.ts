import { editionFolder, folderOf, statusPath } from '../addresses.ts'
import { type Html, html } from '../html.ts'
import type { PageContext } from './context.ts'

/**
 * At the top of a release's own page: that it does not change, and where the newest version is. The script shows instead
 * that there is a newer one, with its number for `{number}`, where the status of the document says so.
 */
export function statusNotice({ release, words, root, latest }: PageContext): Html {
  if (latest) return html``
  const { document, number } = release
  return html`<div class="notice" id="status" role="status" data-status="${root}${statusPath(document)}" data-number="${number}"><p><span>${words.label('status-fixed', { number })}</span><span hidden>${words.label('status-superseded', { number })}</span> <a href="${root}${folderOf(document)}${editionFolder[words.edition]}index.html">${words.label('to-latest')}</a></p></div>
`
}
