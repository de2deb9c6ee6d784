/** What a table holds: each under its id. */
export interface Row {
  readonly id: string
}

/** Rows that are copied together when one of them changes: small beside a long document, and few of them. */
const chunkSize = 128

/**
 * Rows by id, in the order in which they came, that never change: `with` gives another table which shares with this one
 * all that stays. To change a row, or to add one to the latest table of a line, costs the same in a table of any length;
 * to remove rows costs its length.
 *
 * The `OrderedMap` of `immutable`, which holds the termbase, took five times the memory for 20,000 segments and twice the
 * time to read and change them, and would weigh 19 KB in the page.
 */
export class Table<R extends Row> implements ReadonlyMap<string, R> {
  readonly size: number
  /** Of this table's rows, and behind them of those that later tables of its line have added. */
  private readonly places: Map<string, number>
  private readonly chunks: readonly (readonly R[])[]

  private constructor(size: number, places: Map<string, number>, chunks: readonly (readonly R[])[]) {
    this.size = size
    this.places = places
    this.chunks = chunks
  }

  /** Of rows with the same id the last stands, in the place of the first. */
  static of<R extends Row>(rows: Iterable<R>): Table<R> {
    const places = new Map<string, number>()
    const list: R[] = []
    for (const row of rows) {
      const place = places.get(row.id) ?? list.length
      places.set(row.id, place)
      list[place] = row
    }
    const chunks: R[][] = []
    for (let from = 0; from < list.length; from += chunkSize) chunks.push(list.slice(from, from + chunkSize))
    return new Table(places.size, places, chunks)
  }

  /** The rows as a table: themselves, if they are one. */
  static from<R extends Row>(rows: ReadonlyMap<string, R>): Table<R> {
    return rows instanceof Table ? rows : Table.of(rows.values())
  }

  get(id: string): R | undefined {
    const place = this.placeOf(id)
    return place === undefined ? undefined : this.chunks[Math.floor(place / chunkSize)]?.[place % chunkSize]
  }

  has(id: string): boolean {
    return this.placeOf(id) !== undefined
  }

  private placeOf(id: string): number | undefined {
    const place = this.places.get(id)
    return place === undefined || place >= this.size ? undefined : place
  }

  /** The table with these rows in the place of those with their ids, without those removed, and new rows at its end. */
  with(changed: readonly R[], removed: readonly string[] = []): Table<R> {
    if (removed.length > 0) {
      const gone = new Set(removed)
      return Table.of([...this.values(), ...changed].filter(({ id }) => !gone.has(id)))
    }
    const { size, places } = this.grownBy(changed)
    const chunks = [...this.chunks]
    const copies = new Map<number, R[]>()
    for (const row of changed) {
      const place = places.get(row.id) ?? 0
      const at = Math.floor(place / chunkSize)
      const chunk = copies.get(at) ?? [...(chunks[at] ?? [])]
      copies.set(at, chunk)
      chunks[at] = chunk
      chunk[place % chunkSize] = row
    }
    return new Table(size, places, chunks)
  }

  /** The places once those of these rows that are new stand at the end. */
  private grownBy(rows: readonly R[]): { readonly size: number; readonly places: Map<string, number> } {
    const isNew = ({ id }: R) => !this.has(id)
    if (!rows.some(isNew)) return { size: this.size, places: this.places }
    // Another table has grown from this one already: it keeps the places that it knows.
    const places = this.places.size === this.size ? this.places : new Map([...this.places].slice(0, this.size))
    for (const { id } of rows.filter(isNew)) if (!places.has(id)) places.set(id, places.size)
    return { size: places.size, places }
  }

  /** The rows that differ from those of a table before, and those added since; null where rows went, or were put together anew. */
  changedSince(before: Table<R>): readonly R[] | null {
    if (before.places !== this.places || before.size > this.size) return null
    return this.chunks.flatMap((chunk, at) => {
      const chunkBefore = before.chunks[at]
      return chunk === chunkBefore ? [] : chunk.filter((row, place) => row !== chunkBefore?.[place])
    })
  }

  *values(): MapIterator<R> {
    for (const chunk of this.chunks) yield* chunk
  }

  *keys(): MapIterator<string> {
    for (const { id } of this.values()) yield id
  }

  *entries(): MapIterator<[string, R]> {
    for (const row of this.values()) yield [row.id, row]
  }

  [Symbol.iterator](): MapIterator<[string, R]> {
    return this.entries()
  }

  forEach(act: (row: R, id: string, table: ReadonlyMap<string, R>) => void): void {
    for (const row of this.values()) act(row, row.id, this)
  }
}
