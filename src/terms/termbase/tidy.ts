import { comparable } from '../../language/text/fold.ts'
import { type Term, termLists, termTexts } from '../../model/term.ts'

/** A term as a person writes it. */
export type TermFields = Omit<Term, 'id'>

/**
 * Normalises a term: replaces white space and control characters by single spaces and trims, so that every format can
 * carry the term; removes source forms that differ only in width or quotation marks from an earlier one.
 */
export function tidy(fields: TermFields, id: string): Term {
  return {
    id,
    source: firsts(
      fields.source.map(single).filter((form) => comparable(form) !== ''),
      comparable,
    ),
    renderings: fields.renderings
      .map(({ text, status }) => ({ text: single(text), status }))
      .filter(({ text }) => text !== ''),
    status: fields.status,
    domain: single(fields.domain),
    note: fields.note.replace(/[^\P{Cc}\t\r\n]|[\uFFFE\uFFFF]/gu, '').trim(),
    authority: single(fields.authority),
    ...(fields.partOfSpeech === undefined ? {} : { partOfSpeech: fields.partOfSpeech }),
    ...Object.fromEntries(
      termTexts.map((name) => [name, single(fields[name] ?? '')] as const).filter(([, text]) => text !== ''),
    ),
    ...Object.fromEntries(
      termLists
        .map((name) => [name, firsts((fields[name] ?? []).map(single).filter(Boolean), (text) => text)] as const)
        .filter(([, texts]) => texts.length > 0),
    ),
  }
}

export function single(text: string): string {
  return text.replace(/[\s\p{Cc}\uFFFE\uFFFF]+/gu, ' ').trim()
}

/** The first item for each key. */
function firsts<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const seen = new Set<string>()
  return items.filter((item) => seen.size < seen.add(keyOf(item)).size)
}
