import { CsvError, parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { fileLimits } from '../../model/file-limits.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { TermTableChoice } from '../../model/table-choice.ts'
import type { GlossaryContents } from '../../ports/format.ts'
import type { OutgoingTerm } from '../../ports/glossary-row.ts'
import type { TermFields } from '../../terms/termbase/tidy.ts'
import { columnsFor } from '../glossary/columns.ts'
import { columnNamed } from '../glossary/headings.ts'
import { cellsOf, rowsOfTable, termsOf } from '../glossary/row.ts'
import { decodeAny } from '../text/decode.ts'
import { shield, unshield } from './shield.ts'

/** A record as csv-parse gives it with `info`; `lines` is the line on which the record ends. */
interface CsvRecord {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

/** Reads a whole glossary in CSV: one bad row refuses it. */
export function readGlossary(bytes: Uint8Array): readonly TermFields[] | Refusal {
  const rows = readGlossaryRows(bytes)
  return isRefusal(rows) ? rows : termsOf(rows.rows)
}

/**
 * Reads a glossary in CSV (RFC 4180, or with semicolons or tabs; in UTF-8, UTF-16 or GB18030), row by row. A missing
 * `status` is `proposed`. Refuses `file-empty`, `file-undecodable`, files beyond a limit (`rows-too-many`,
 * `row-too-long`, `table-too-wide`), `file-malformed` with `line` (of the file, from 1), and what the table refuses.
 */
export function readGlossaryRows(bytes: Uint8Array, chosen?: TermTableChoice): GlossaryContents | Refusal {
  const decoded = decodeAny(bytes)
  if (isRefusal(decoded)) return decoded
  const stated = /^sep=([,;\t|])\r?\n/.exec(decoded.text)
  const text = stated === null ? decoded.text : decoded.text.slice(stated[0].length)
  if (text.trim() === '') return refuse('file-empty')
  const records = recordsOf(text, stated?.[1] ?? delimiterOf(text))
  if (isRefusal(records)) return records
  const above = stated === null ? 0 : 1
  const table = rowsOfTable(
    records.map(({ record, info }) => ({ cells: record.map(unshield), line: info.lines + above })),
    chosen,
  )
  return isRefusal(table) ? table : { ...table, notices: [...decoded.notices, ...table.notices] }
}

/** The separator by which one of the first lines has a Chinese and an English heading; a comma if there is none. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n|[\r\n]/)
    .slice(0, 40)
  const names = (delimiter: string) =>
    lines.some((line) => {
      const found = line.split(delimiter).map((cell) => columnNamed(cell.replace(/^"|"$/g, '')))
      return found.includes('source') && found.includes('preferred')
    })
  return [',', ';', '\t'].find(names) ?? ','
}

/** The records of a table, counted while they are read. */
function recordsOf(text: string, delimiter: string): readonly CsvRecord[] | Refusal {
  const { rows, rowCharacters, columns } = fileLimits
  const long = longLineIn(text, rowCharacters)
  if (long !== null) return refuse('row-too-long', { line: String(long), most: String(rowCharacters) })
  try {
    // biome-ignore lint/plugin/no-cast: with `info` a record has its lines; the package's types describe only the columns
    const records = parse(text, {
      info: true,
      delimiter,
      skip_empty_lines: true,
      relax_column_count: true,
      max_record_size: rowCharacters,
      to: rows + 1,
    }) as unknown as readonly CsvRecord[]
    if (records.length > rows) return refuse('rows-too-many', { most: String(rows - 1) })
    const wide = records.find(({ record }) => record.length > columns)
    return wide ? refuse('table-too-wide', { line: String(wide.info.lines), most: String(columns) }) : records
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = String(error.lines ?? 1)
    return error.code === 'CSV_MAX_RECORD_SIZE'
      ? refuse('row-too-long', { line, most: String(rowCharacters) })
      : refuse('file-malformed', { line, column: '' })
  }
}

/** The first line of more than `most` characters, from 1: the package counts the characters of cells, not separators. */
function longLineIn(text: string, most: number): number | null {
  let line = 1
  for (let from = 0; from <= text.length; line++) {
    const feed = text.indexOf('\n', from)
    const to = feed === -1 ? text.length : feed
    if (to - from > most) return line
    from = to + 1
  }
  return null
}

/**
 * Writes a glossary in CSV that spreadsheets open, with a byte order mark and without a cell that could be a formula.
 * Writes an optional column only if some term has a value for it.
 */
export function writeGlossary(terms: readonly OutgoingTerm[]): string {
  const columns = columnsFor(terms)
  const rows = terms.map((term) => cellsOf(term, columns).map(shield))
  return stringify([columns, ...rows], { bom: true })
}
