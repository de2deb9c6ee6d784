import { tableOf } from '../../../../src/model/names.ts'
import type { Person } from '../../../../src/model/people.ts'
import { mayDo } from '../../../../src/model/permissions.ts'
import { isRewordingOf } from '../../../../src/review/four-eyes.ts'
import { hasRole } from '../../../shell/session.tsx'
import type { Reading, Row } from '../logic/reading.ts'
import { type Filter, type Filtered, filters, passes } from '../logic/segment-filters.ts'

/** The segment of the address, or what took its place; else the first with something for this person to do. */
export function activeOf(
  wanted: string | undefined,
  { byId, rows }: Reading,
  tombstones: Readonly<Record<string, readonly string[]>>,
  me: Person,
): string | null {
  let id = wanted
  while (id !== undefined && !byId.has(id)) id = tombstones[id]?.[0]
  if (id !== undefined) return id
  return (rows.find((one) => isWorkFor(one, me)) ?? rows[0])?.id ?? null
}

/** Whether a row waits for this person: to be written, or to be judged by somebody who has no part in it. */
export function isWorkFor({ segment }: Row, me: Person): boolean {
  return (
    (hasRole(me, 'translator') && segment.state === 'initial') ||
    (mayDo(me, 'accept') && isRewordingOf(segment, me.id)) ||
    (mayDo(me, 'revise') && segment.state === 'translated' && !segment.authors.includes(me.id))
  )
}

/** A row as the filters look at it. */
export function filteredOf(row: Row, reading: Reading, me: string): Filtered {
  return { segment: row.segment, errors: row.errors, findings: row.concerns, me, changed: reading.changed.has(row.id) }
}

/** How many rows each filter shows. */
export function countsOf(reading: Reading, me: string): Readonly<Record<Filter, number>> {
  const count = (filter: Filter) => reading.rows.filter((row) => passes(filter, filteredOf(row, reading, me))).length
  return tableOf(filters, count)
}
