import { CsvError, parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { IncomingRow, OutgoingTerm } from '../../ports/glossary-row.ts'
import type { TermFields } from '../../terms/termbase/termbase.ts'
import { cellsOf, columnsFor, rowsOfTable, termsOf } from '../glossary/row.ts'
import { shield, unshield } from './shield.ts'

/** What csv-parse gives for a record when asked for `info`; `lines` is the line on which the record ends. */
interface CsvRecord {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

/** Reads a glossary in CSV as a whole: refused rather than a row of it dropped. */
export function readGlossary(bytes: Uint8Array): readonly TermFields[] | Refusal {
  const rows = readGlossaryRows(bytes)
  return isRefusal(rows) ? rows : termsOf(rows)
}

/**
 * Reads a glossary in CSV (RFC 4180, UTF-8, with or without a byte order mark), row by row. A missing `status` is
 * `proposed`. Refuses `file-empty`, `file-undecodable`, and `file-malformed` with `line` (of the file, from 1) and
 * `column` where it is known.
 */
export function readGlossaryRows(bytes: Uint8Array): readonly IncomingRow[] | Refusal {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refuse('file-undecodable')
  }
  if (text.trim() === '') return refuse('file-empty')
  let records: readonly CsvRecord[]
  try {
    records = parse(text, {
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
    }) as unknown as readonly CsvRecord[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return refuse('file-malformed', { line: String(error.lines ?? 1), column: '' })
  }
  return rowsOfTable(records.map(({ record, info }) => ({ cells: record.map(unshield), line: info.lines })))
}

/**
 * Writes a glossary in CSV that spreadsheets open, with a byte order mark and without a cell that could be a formula.
 * Columns that may be missing are written where some term has something in them.
 */
export function writeGlossary(terms: readonly OutgoingTerm[]): string {
  const columns = columnsFor(terms)
  const rows = terms.map((term) => cellsOf(term, columns).map(shield))
  return stringify([columns, ...rows], { bom: true })
}
