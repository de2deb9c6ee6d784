import en from '../../../locales/en/told.json' with { type: 'json' }
import zh from '../../../locales/zh-CN/told.json' with { type: 'json' }
import type { NoticeView } from '../../contract/views/notices.ts'
import { membersOf } from '../../model/names.ts'
import { type MailLanguage, wordsKeyOf } from '../../model/notice.ts'
import { html, render } from '../../publishing/html.ts'

/** What an e-mail says: plain text, and the same as simple HTML. */
export interface MailText {
  readonly subject: string
  readonly text: string
  readonly html: string
}

const words = { en, 'zh-CN': zh }

/**
 * The e-mail of some notices, of which there is one at least, in the language of its reader. `room` is the address of the
 * review room. Titles and names of people are the only words in it that somebody typed: each is one line of text.
 */
export function mailText(
  notices: readonly NoticeView[],
  isDigest: boolean,
  language: MailLanguage,
  room: string,
): MailText {
  const lines = notices.map((notice) => ({
    words: noticeWords(notice, language),
    title: oneLine(notice.title),
    link: `${room}/d/${notice.document}${notice.segment === undefined ? '' : `/${notice.segment}`}`,
  }))
  const [only] = lines
  const count = lines.length
  const subject =
    lines.length === 1 && only && !isDigest
      ? `${only.words} · ${only.title}`
      : worded(language, isDigest ? 'digest' : 'subject', { count })
  const footer = worded(language, 'footer')
  const choices = `${room}/notices`
  const text = [...lines.map(({ words, title, link }) => `${words}\n${title}\n${link}`), `${footer}\n${choices}`]
  const body = html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${subject}</title></head><body>
<ul>${lines.map(({ words, title, link }) => html`<li><p>${words}<br><a href="${link}" lang="zh-CN">${title}</a></p></li>`)}</ul>
<p>${footer} <a href="${choices}">${choices}</a></p>
</body></html>`
  return { subject: shortened(subject), text: `${text.join('\n\n')}\n`, html: render(body) }
}

export function testMailText(language: MailLanguage): MailText {
  const [subject, text] = [worded(language, 'test'), worded(language, 'testBody')]
  const body = html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${subject}</title></head><body><p>${text}</p></body></html>`
  return { subject, text: `${text}\n`, html: render(body) }
}

/** What a notice says in one line, without the title of its document. */
function noticeWords(notice: NoticeView, language: MailLanguage): string {
  const { name, count = 1, due = '', release = 0 } = notice
  return worded(language, wordsKeyOf(notice), { name: oneLine(name), count, due, release })
}

function worded(language: MailLanguage, key: string, params: Readonly<Record<string, string | number>> = {}): string {
  const at = (path: string) => {
    const found = path.split('.').reduce<unknown>((value, name) => membersOf(value)[name], words[language])
    return typeof found === 'string' ? found : undefined
  }
  const plural = new Intl.PluralRules(language).select(Number(params.count ?? 1))
  const text = at(key) ?? at(`${key}_${plural}`) ?? at(`${key}_other`)
  if (text === undefined) throw new Error(`no words for ${key} in ${language}`)
  return text.replace(/\{\{(\w+)\}\}/g, (_match, name: string) => String(params[name] ?? ''))
}

/** Without line breaks and other control characters, which have no place in a header, and without marks that turn text round. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim()
}

function shortened(text: string): string {
  const points = [...text]
  return points.length <= 150 ? text : `${points.slice(0, 149).join('')}…`
}
