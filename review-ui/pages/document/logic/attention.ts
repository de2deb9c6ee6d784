import { placeOfRow, type Row } from './row.ts'

/** Rows with places to look at, those that count most first; in reading order where they count the same. */
export function byAttention(rows: readonly Row[]): readonly Row[] {
  return rows.toSorted((a, b) => b.looks - a.looks || a.number - b.number)
}

/**
 * Such rows with this one among them: where it stood in the list before, so that a row that has been settled stays before
 * the same next one, else at the beginning.
 */
export function withAttended(rows: readonly Row[], row: Row | undefined, before: readonly Row[]): readonly Row[] {
  if (row === undefined || placeOfRow(rows, row) >= 0) return rows
  const place = placeOfRow(before, row)
  const next = place < 0 ? rows[0] : before.slice(place + 1).find((other) => placeOfRow(rows, other) >= 0)
  const at = next === undefined ? rows.length : placeOfRow(rows, next)
  return rows.toSpliced(Math.max(0, at), 0, row)
}
