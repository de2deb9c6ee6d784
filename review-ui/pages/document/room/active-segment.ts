import { tableOf } from '../../../../src/model/names.ts'
import type { Reading, Row } from '../logic/reading.ts'
import { type Filter, type Filtered, filters, passes } from '../logic/segment-filters.ts'

/** The segment of the address, or what took its place; else the first with something for this person to do. */
export function activeOf(
  wanted: string | undefined,
  { byId, rows, todo }: Reading,
  tombstones: Readonly<Record<string, readonly string[]>>,
): string | null {
  let id = wanted
  while (id !== undefined && !byId.has(id)) id = tombstones[id]?.[0]
  if (id !== undefined) return id
  return (rows.find((one) => todo.has(one.id)) ?? rows[0])?.id ?? null
}

/** A row as the filters look at it. */
export function filteredOf(row: Row, reading: Reading, me: string): Filtered {
  return {
    segment: row.segment,
    findings: row.concerns,
    me,
    open: reading.open.has(row.id),
    todo: reading.todo.has(row.id),
    changed: reading.changed.has(row.id),
  }
}

/** How many rows each filter shows. */
export function countsOf(reading: Reading, me: string): Readonly<Record<Filter, number>> {
  const count = (filter: Filter) => reading.rows.filter((row) => passes(filter, filteredOf(row, reading, me))).length
  return tableOf(filters, count)
}
