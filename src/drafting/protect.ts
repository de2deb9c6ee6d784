import type { ConstraintMeans } from '../model/draft.ts'
import type { Span } from '../model/finding.ts'
import { mendArticles } from './articles.ts'

/** A part of a source whose English is settled. */
export interface SettledPart extends Span {
  readonly english: string
}

/** A source as an engine gets it, and the way back from its answer. */
export interface Protected {
  readonly source: string
  /** The answer as plain English, with the settled words in the place of what stood for them. */
  restore(answer: string): string
}

const unprotected = (source: string): Protected => ({ source, restore: (answer) => answer })

/**
 * Puts the settled English of parts of a source into it, by the means that the engine understands. `parts` do not
 * overlap. What the engine does to them is judged afterwards by what the restored target says: nothing is put back that
 * the engine left out. Articles before a settled part are mended, since the engine did not choose the word after them.
 */
export function protect(source: string, parts: readonly SettledPart[], means: ConstraintMeans): Protected {
  const written = writtenBy(source, parts, means)
  if (parts.length === 0) return written
  const english = parts.map((part) => part.english)
  return { source: written.source, restore: (answer) => mendArticles(written.restore(answer), english) }
}

function writtenBy(source: string, parts: readonly SettledPart[], means: ConstraintMeans): Protected {
  switch (means) {
    case 'memory':
    case 'glossary':
    case 'prompt':
      return unprotected(source)
    case 'target-in-source':
      return unprotected(pieced(source, parts, ({ english }) => spaced(english)).trim())
    case 'markup':
      return {
        source: pieced(source, parts, ({ english }) => `<span translate="no">${escaped(english)}</span>`, escaped),
        restore: withoutMarkup,
      }
    case 'placeholder':
      return withPlaceholders(source, parts)
  }
}

function pieced(
  source: string,
  parts: readonly SettledPart[],
  write: (part: SettledPart, index: number) => string,
  between: (text: string) => string = (text) => text,
): string {
  let text = ''
  let at = 0
  for (const [index, part] of [...parts].sort((a, b) => a.from - b.from).entries()) {
    text += between(source.slice(at, part.from)) + write(part, index)
    at = part.to
  }
  return text + between(source.slice(at))
}

/** English between Chinese characters, set off by blanks, as engines have seen it in training. */
const spaced = (english: string) => ` ${english} `

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** As HTML. A line break is an element, since HTML knows no other. */
function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character).replaceAll('\n', '<br>')
}

/**
 * Services answer in HTML: with tags moved, blanks inside and around them, and characters as named or numbered entities.
 * An ending right after a tag stays with the word in it.
 */
function withoutMarkup(answer: string): string {
  return answer
    .replace(/\s+/g, ' ')
    .replace(/ ?<br ?\/?> ?/gi, '\n')
    .replace(/ ?< ?\/ ?span ?>(?=e?s\b)/gi, '')
    .replace(/< ?\/? ?span\b[^<>]*>/gi, ' ')
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos|nbsp));/gi, (whole, hex, decimal, name) =>
      characterOf(whole, hex, decimal, name),
    )
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/ ([,.;:!?)\]”’])/g, '$1')
    .replace(/ (?='s\b)/g, '')
    .replace(/([([“‘]) /g, '$1')
    .trim()
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

function characterOf(whole: string, hex?: string, decimal?: string, name?: string): string {
  if (name) return named[name.toLowerCase()] ?? whole
  const point = hex ? Number.parseInt(hex, 16) : Number(decimal)
  return point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff) ? String.fromCodePoint(point) : whole
}

/**
 * Signs of Latin capitals and a number, which engines copy. A source that has such a sign itself is given signs with
 * another letter.
 */
function withPlaceholders(source: string, parts: readonly SettledPart[]): Protected {
  const letter = ['Q', 'Z', 'X', 'J', 'K'].find((one) => !new RegExp(`${one}T\\d`, 'i').test(source)) ?? 'QZX'
  const ordered = [...parts].sort((a, b) => a.from - b.from)
  return {
    source: pieced(source, ordered, (_, index) => spaced(`${letter}T${index + 1}`)).trim(),
    restore: (answer) =>
      answer.replace(new RegExp(`\\b${letter}T ?(\\d+)\\b`, 'gi'), (whole, number) => {
        return ordered[Number(number) - 1]?.english ?? whole
      }),
  }
}
