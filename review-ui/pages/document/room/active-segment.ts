import type { Reading } from '../logic/reading.ts'

/** The segment of the address, or what took its place; else the first with something for this person to do. */
export function activeOf(
  wanted: string | undefined,
  { byId, rows }: Pick<Reading, 'byId' | 'rows'>,
  tombstones: Readonly<Record<string, readonly string[]>>,
): string | null {
  let id = wanted
  while (id !== undefined && !byId.has(id)) id = tombstones[id]?.[0]
  if (id !== undefined) return id
  return (rows.find(({ todo }) => todo) ?? rows[0])?.id ?? null
}
