import type { Withdrawal } from '../../model/release.ts'
import { type Html, html, render } from '../html.ts'
import type { Calendar } from '../words/dates.ts'
import { type Words, worded } from '../words/words.ts'

/**
 * At the top of a withdrawn release: since when, why and by whom. It is marked as what is superseded is, since the style
 * sheet of a published page does not change. It is one line of its own, and no other line of a page
 * begins as it does, so that the page without it is to the byte what was published.
 */
export function withdrawnNotice(withdrawal: Withdrawal, words: Words, calendar: Calendar): Html {
  const { number, at, name, reason } = withdrawal
  const [what, about] = [
    worded('withdrawn', { number, day: calendar.day(at), reason }),
    worded('withdrawn-about', { name }),
  ]
  const languages = words.edition === 'both' ? (['zh', 'en'] as const) : [words.edition]
  return html`<div class="notice superseded withdrawn">${languages.map(
    (language) => html`<p lang="${language === 'zh' ? 'zh-Hans' : 'en'}">${what[language]}<br>${about[language]}</p>`,
  )}</div>
`
}

const begin = '<main class="w">\n'

/** A page of a release with this notice instead of any other. Pages of every version have the place for it. */
export function withNotice(page: string, notice: Html): string {
  const bare = withoutNotice(page)
  const at = bare.indexOf(begin)
  if (at < 0) throw new Error('a page that is none of a release')
  const top = at + begin.length
  return bare.slice(0, top) + render(notice) + bare.slice(top)
}

/** A page as it was before its release was withdrawn. */
export function withoutNotice(page: string): string {
  return page.replace(/^<div class="notice superseded withdrawn">[^\n]*\n/m, '')
}
