import type { ImportNotice } from '../../model/import-notice.ts'

/** A row as it stands in a file; `line` is its number, from 1. */
export interface SheetRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** A cell that gets a text. `column` counts from 0. */
export interface WrittenCell {
  readonly line: number
  readonly column: number
  readonly text: string
}

/** One sheet of a file, and the way back to the file with some cells written anew. */
export interface Sheet {
  readonly type: 'sheet'
  /** The sheets of the file, this one among them; none in a file that is one table. */
  readonly names: readonly string[]
  readonly name: string
  readonly rows: readonly SheetRow[]
  readonly notices: readonly ImportNotice[]
  /** Whether rows of it are tables of the workbook, whose columns have the names that stand in their headings. */
  readonly hasTables: boolean
  /** The rows, by their lines, in which a formula fills the cell of a column; `column` counts from 0. */
  formulasIn(column: number): ReadonlySet<number>
  /** The file with these cells, at most one of a place; every other cell stays as it is written. */
  write(cells: readonly WrittenCell[]): Uint8Array
}
