import { asHtml } from '../language/text/as-html.ts'
import type { ConstraintMeans } from '../model/draft.ts'
import type { Span } from '../model/finding.ts'
import { mendArticles } from './articles.ts'

/** A part of a source whose English is settled. */
export interface SettledPart extends Span {
  readonly english: string
}

/** What is to be put back into the answer to a source. It is plain data, so that another thread can do it. */
export interface Protection {
  readonly means: ConstraintMeans
  /** The settled English, in the order of its places in the source. */
  readonly english: readonly string[]
  /** What placeholders begin with; empty for other means. */
  readonly sign: string
}

/** A source as an engine gets it. */
export interface Protected {
  readonly source: string
  readonly protection: Protection
}

/**
 * Puts the settled English of parts of a source into it, by the means that the engine understands. `parts` do not
 * overlap. What the engine does to them is judged afterwards by what the restored target says: nothing is put back that
 * the engine left out.
 */
export function protect(source: string, parts: readonly SettledPart[], means: ConstraintMeans): Protected {
  const ordered = [...parts].sort((a, b) => a.from - b.from)
  const sign = means === 'placeholder' ? `${freeLetter(source)}T` : ''
  const protection = { means, english: ordered.map((part) => part.english), sign }
  return { source: written(source, ordered, protection), protection }
}

function written(source: string, parts: readonly SettledPart[], { means, sign }: Protection): string {
  switch (means) {
    case 'memory':
    case 'glossary':
    case 'prompt':
      return source
    case 'target-in-source':
      return pieced(source, parts, ({ english }) => spaced(english)).trim()
    case 'markup':
      return pieced(source, parts, ({ english }) => `<span translate="no">${asHtml(english)}</span>`, asHtml)
    case 'placeholder':
      return pieced(source, parts, (_, index) => spaced(`${sign}${index + 1}`)).trim()
  }
}

/**
 * An answer as plain English, with the settled words in the place of what stood for them. Articles before a settled part
 * are mended, since the engine did not choose the word after them.
 */
export function restore({ means, english, sign }: Protection, answer: string): string {
  const plain =
    means === 'markup' ? withoutMarkup(answer) : means === 'placeholder' ? withEnglish(answer, english, sign) : answer
  return english.length === 0 ? plain : mendArticles(plain, english)
}

function pieced(
  source: string,
  parts: readonly SettledPart[],
  write: (part: SettledPart, index: number) => string,
  between: (text: string) => string = (text) => text,
): string {
  let text = ''
  let at = 0
  for (const [index, part] of parts.entries()) {
    text += between(source.slice(at, part.from)) + write(part, index)
    at = part.to
  }
  return text + between(source.slice(at))
}

/** English between Chinese characters, set off by blanks, as engines have seen it in training. */
const spaced = (english: string) => ` ${english} `

/**
 * Services answer in HTML: with tags moved, blanks inside and around them, and characters as named or numbered entities.
 * An ending right after a tag stays with the word in it.
 */
function withoutMarkup(answer: string): string {
  return answer
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .replace(/ ?<br ?\/?> ?/gi, '\n')
    .replace(/ ?< ?\/ ?span ?>(?=e?s\b)/gi, '')
    .replace(/< ?\/? ?span\b[^<>]*>/gi, ' ')
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos|nbsp));/gi, (whole, hex, decimal, name) =>
      characterOf(whole, hex, decimal, name),
    )
    .replace(/[ \t\u00a0]{2,}|[\t\u00a0]/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/ ([,.;:!?)\]”’])/g, '$1')
    .replace(/ 's\b/g, "'s")
    .replace(/([([“‘]) /g, '$1')
    .trim()
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

function characterOf(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (name) return named[name.toLowerCase()] ?? whole
  const point = hex ? Number.parseInt(hex, 16) : Number(decimal)
  return point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff) ? String.fromCodePoint(point) : whole
}

/** Placeholders are two Latin capitals and a number, which engines copy; the first is one that the source does not so use. */
function freeLetter(source: string): string {
  return ['Q', 'Z', 'X', 'J', 'K'].find((letter) => !new RegExp(`${letter}T\\d`, 'i').test(source)) ?? 'QZX'
}

function withEnglish(answer: string, english: readonly string[], sign: string): string {
  const placeholder = new RegExp(`\\b${sign} ?(\\d+)\\b`, 'gi')
  return answer.replace(placeholder, (whole, number) => english[Number(number) - 1] ?? whole)
}
