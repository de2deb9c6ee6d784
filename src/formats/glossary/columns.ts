import { namesOf } from '../../model/names.ts'
import { renderingStatuses, termLists } from '../../model/term.ts'
import type { OutgoingTerm } from '../../ports/glossary-row.ts'

/** One term a row. `source`, the four columns named after rendering statuses and the lists hold any number of texts. */
const basic = ['source', ...renderingStatuses, 'status', 'domain', 'note', 'authority'] as const
/** Columns that are written only if some term fills them, and the term's member for each. */
export const further = {
  'authority-body': 'authorityBody',
  'authority-date': 'authorityDate',
  'authority-place': 'authorityPlace',
  'public-note': 'publicNote',
  definition: 'definition',
  'part-of-speech': 'partOfSpeech',
  'later-mention': 'laterMention',
  abbreviation: 'abbreviation',
  inflections: 'inflections',
  'not-before': 'notBefore',
  'not-after': 'notAfter',
  owner: 'owner',
  id: 'id',
} as const

export type Further = keyof typeof further
export type Column = (typeof basic)[number] | Further

export const furtherColumns = namesOf(further)
export const columns: readonly Column[] = [...basic, ...furtherColumns]

export function isFurther(name: Column): name is Further {
  return name in further
}

export function isList(name: Further): boolean {
  return termLists.some((list) => list === further[name])
}

/** The columns needed for all members of these terms. */
export function columnsFor(terms: readonly OutgoingTerm[]): readonly Column[] {
  return [...basic, ...furtherColumns.filter((name) => terms.some((term) => term[further[name]] !== undefined))]
}
