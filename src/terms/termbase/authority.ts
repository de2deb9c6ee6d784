import { datePattern, type Term } from '../../model/term.ts'

/** The parts of an authority, in the order in which people give them: title, issuing body, date, where to find it. */
export const authorityParts = ['authority', 'authorityBody', 'authorityDate', 'authorityPlace'] as const
export type AuthorityPart = (typeof authorityParts)[number]
export type Authority = Pick<Term, AuthorityPart>

/** What is typed where nothing is meant. */
const fillers =
  /^(?:see|the|a|on|in|at|from|web|website|internet|online|google|baidu|wikipedia|page|link|here|above|below|source|title|body|book|document|test|todo|tbd|none|unknown|various|n\/?a|xxx+|ok|yes|ibid|etc|so|said|it|is|there)$/i
const chineseFillers =
  /^(?:见|详见|参见|网上|网络|网页|网站|百度|谷歌|维基|官网|暂无|不详|未知|略|同上|无|待定|待补|测试|相关文件|有关文件|文件|如上|好|是)+$/

const keyRows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1234567890', 'abcdefg']

/** Whether a word is a run along the keyboard or one letter again and again. */
function isMashed(word: string): boolean {
  const small = word.toLowerCase()
  return small.length >= 3 && (keyRows.some((row) => row.includes(small)) || /^(.)\1+$/u.test(small))
}

/** The words of a text that say something: not fillers, not mashed keys. */
function meaningfulWords(text: string): readonly string[] {
  const words = text.match(/[\p{Script=Latin}\p{Nd}]+(?:['’.&/-][\p{Script=Latin}\p{Nd}]+)*/gu) ?? []
  return words.filter((word) => !fillers.test(word) && !isMashed(word))
}

function hanOf(text: string): string {
  const han = (text.match(/\p{Script=Han}/gu) ?? []).join('')
  return chineseFillers.test(han) ? '' : han
}

/** A title says at least two words, or four Chinese characters: "List of names", 政府工作报告. */
function isTitle(text: string): boolean {
  return hanOf(text).length >= 4 || meaningfulWords(text).filter((word) => /\p{L}{2}/u.test(word)).length >= 2
}

/** A body has a name: 国务院, UNESCO, "Bridge Office". */
function isBody(text: string): boolean {
  return hanOf(text).length >= 2 || meaningfulWords(text).some((word) => /\p{L}{2}/u.test(word))
}

const address = /\b(?:https?:\/\/)?(?:[\p{L}\p{Nd}-]+\.)+\p{L}{2,}(?:\/\S*)?/u

/**
 * Where a source can be found: an address of the web with its domain, or the number of a document, an issue, a book or
 * a page together with what it numbers: 国发〔2024〕5号, "State Council Gazette 2024, No. 9", "ISBN 978-7-119-11111-1".
 */
function isPlace(text: string): boolean {
  if (address.test(text)) return true
  return (
    /\p{Nd}/u.test(text) && (hanOf(text).length >= 2 || meaningfulWords(text).some((word) => /\p{L}{2}/u.test(word)))
  )
}

const forms: Readonly<Record<AuthorityPart, (text: string) => boolean>> = {
  authority: isTitle,
  authorityBody: isBody,
  authorityDate: (text) => datePattern.test(text),
  authorityPlace: isPlace,
}

/** The first part that is not there or has not the form of one; null where a source can be retrieved by all four. */
export function defectivePart(authority: Authority): AuthorityPart | null {
  return authorityParts.find((part) => !forms[part]((authority[part] ?? '').trim())) ?? null
}

/** Whether two terms name the same authority. */
export function sameAuthority(a: Authority, b: Authority): boolean {
  return authorityParts.every((part) => (a[part] ?? '') === (b[part] ?? ''))
}

/**
 * Whether a term says something that the authority of an earlier version of it was not named for: other English that may
 * stand in a text, or other Chinese for the concept.
 */
export function saysOtherwise(before: Term, after: Term): boolean {
  const said = ({ source, renderings, abbreviation = '', laterMention = '' }: Term) =>
    JSON.stringify([
      source[0],
      renderings
        .filter(({ status }) => status === 'preferred' || status === 'admitted')
        .map(({ text, status }) => [status, text])
        .sort(),
      abbreviation,
      laterMention,
    ])
  return said(before) !== said(after)
}
