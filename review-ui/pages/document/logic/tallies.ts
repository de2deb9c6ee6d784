import { tableOf } from '../../../../src/model/names.ts'
import { isUntouched } from '../../../../src/review/repetitions.ts'
import { type DisplayedState, displayedStates } from './displayed-state.ts'
import type { Row } from './row.ts'
import { type Filter, filters, passes } from './segment-filters.ts'

/** How far a section of the document is. */
export interface SectionTally {
  readonly rows: number
  readonly reviewed: number
  readonly errors: number
  readonly returned: number
}

/** What there is of each kind in a document: kept by adding and taking away rows, never by counting all of them. */
export interface Tallies {
  /** How many rows each filter shows, and how many there are of each look. */
  readonly filters: Readonly<Record<Filter, number>>
  readonly looks: Readonly<Record<DisplayedState, number>>
  /** How many drafts are exact in context, and could be confirmed as they are. */
  readonly inContext: number
  /** By section, in order. */
  readonly sections: readonly SectionTally[]
}

export function noTallies(sections: number): Tallies {
  const none = { rows: 0, reviewed: 0, errors: 0, returned: 0 }
  return {
    filters: tableOf(filters, () => 0),
    looks: tableOf(displayedStates, () => 0),
    inContext: 0,
    sections: Array.from({ length: sections }, () => none),
  }
}

/** A row that makes way for another, or comes new. */
export interface RowChange {
  readonly before: Row | undefined
  readonly after: Row
}

/** The tallies once rows have made way for others. `me`: whose filters they are. */
export function tallied(tallies: Tallies, changes: readonly RowChange[], me: string): Tallies {
  const byFilter = { ...tallies.filters }
  const looks = { ...tallies.looks }
  const sections = [...tallies.sections]
  let { inContext } = tallies
  const count = (row: Row, by: 1 | -1) => {
    for (const filter of filters) if (passes(filter, row, me)) byFilter[filter] += by
    looks[row.look] += by
    if (isConfirmable(row)) inContext += by
    const section = sections[row.section]
    if (section === undefined) return
    sections[row.section] = {
      rows: section.rows + by,
      reviewed: section.reviewed + (row.look === 'reviewed' || row.look === 'final' ? by : 0),
      errors: section.errors + by * row.errors,
      returned: section.returned + (row.look === 'returned' ? by : 0),
    }
  }
  for (const { before, after } of changes) {
    if (before !== undefined) count(before, -1)
    count(after, 1)
  }
  return { filters: byFilter, looks, inContext, sections }
}

/** Whether a row holds a draft that the memory has between the same neighbours, and was checked without an error. */
export function isConfirmable({ segment, checked, errors }: Pick<Row, 'segment' | 'checked' | 'errors'>): boolean {
  const origin = segment.draft?.origin
  return checked && origin?.type === 'memory' && origin.match === 'ice' && isUntouched(segment) && errors === 0
}
