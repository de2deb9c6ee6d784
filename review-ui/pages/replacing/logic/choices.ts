import type { ReplaceInDocument, ReplaceInSegment, ReplaceView } from '../../../../src/contract/views/replacing.ts'

/** A sentence with places, in its document. */
export interface FoundRow {
  readonly key: string
  readonly document: ReplaceInDocument
  readonly segment: ReplaceInSegment
}

/** The places that are chosen, by their keys. */
export type Chosen = ReadonlySet<string>

export function rowsOf({ documents }: Pick<ReplaceView, 'documents'>): readonly FoundRow[] {
  return documents.flatMap((document) =>
    document.segments.map((segment) => ({ key: `${document.id} ${segment.id}`, document, segment })),
  )
}

/** The keys of the places of a row that can be replaced. */
export function placesOf({ key, segment }: FoundRow): readonly string[] {
  return segment.blocked === null ? segment.places.map((_place, index) => `${key} ${index}`) : []
}

/** What is chosen before anybody has chosen: everything that brings no error and no warning. */
export function chosenAtFirst(rows: readonly FoundRow[]): Chosen {
  return new Set(rows.filter((row) => !bringsHarm(row)).flatMap(placesOf))
}

export function bringsHarm({ segment: { findings } }: FoundRow): boolean {
  return findings.some(({ severity }) => severity !== 'note')
}

/** Whether all, some or none of the places of these rows are chosen. */
export function chosenOf(rows: readonly FoundRow[], chosen: Chosen): 'all' | 'some' | 'none' {
  const places = rows.flatMap(placesOf)
  const count = places.filter((place) => chosen.has(place)).length
  return count === 0 ? 'none' : count === places.length ? 'all' : 'some'
}

/** The choice with these places in it, or without them. */
export function choosing(chosen: Chosen, places: readonly string[], on: boolean): Chosen {
  const next = new Set(chosen)
  for (const place of places) {
    if (on) next.add(place)
    else next.delete(place)
  }
  return next
}

/** What the choice comes to. */
export interface Tally {
  readonly places: number
  readonly chosen: number
  /** Sentences with a chosen place. */
  readonly sentences: number
  /** Of those, how many reviews fall and how many documents are no longer signed. */
  readonly reviews: number
  readonly unsigned: number
}

export function tallyOf(rows: readonly FoundRow[], chosen: Chosen): Tally {
  const changed = rows.filter((row) => chosenOf([row], chosen) !== 'none')
  const fallen = (what: 'reviewed' | 'final') => changed.filter(({ segment }) => segment.falls?.what === what)
  return {
    places: rows.reduce((sum, { segment }) => sum + segment.places.length, 0),
    chosen: rows.flatMap(placesOf).filter((place) => chosen.has(place)).length,
    sentences: changed.length,
    reviews: fallen('reviewed').length,
    unsigned: new Set(fallen('final').map(({ document }) => document.id)).size,
  }
}

/** The choice as the server takes it. */
export function requestOf(rows: readonly FoundRow[], chosen: Chosen) {
  const changed = rows.filter((row) => chosenOf([row], chosen) !== 'none')
  return [...Map.groupBy(changed, ({ document }) => document.id)].map(([document, some]) => ({
    document,
    segments: some.map((row) => ({
      segment: row.segment.id,
      version: row.segment.version,
      places: placesOf(row).flatMap((place, index) => (chosen.has(place) ? [index] : [])),
    })),
  }))
}
