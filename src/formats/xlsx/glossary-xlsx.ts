import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { IncomingRow, OutgoingTerm } from '../../ports/glossary-row.ts'
import { cellsOf, columnsFor, rowsOfTable } from '../glossary/row.ts'
import { refusalOfWorkbook } from './measure-workbook.ts'

/**
 * Reads a glossary from the first sheet of an Excel workbook, with the columns of the CSV. Numbers and dates into which
 * the spreadsheet converted typed text are read as written; a formula by its last value. Refuses `file-empty`, files
 * beyond a limit, `file-undecodable` (not a workbook, or encrypted), and what the table refuses.
 */
export async function readGlossaryXlsx(bytes: Uint8Array): Promise<readonly IncomingRow[] | Refusal> {
  if (bytes.length === 0) return refuse('file-empty')
  const refusal = await refusalOfWorkbook(bytes)
  if (refusal) return refusal
  const rows = await rowsOf(bytes)
  if (isRefusal(rows)) return rows
  // Formatted but empty cells beside and below the table are not part of it.
  const filled = rows.map((cells) => cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1))
  if (filled.every((cells) => cells.length === 0)) return refuse('file-empty')
  return rowsOfTable(filled.map((cells, at) => ({ cells, line: at + 1 })))
}

/** The library is loaded when a workbook is met: every command has this file in its registry. */
const library = () => import('hucre')

async function rowsOf(bytes: Uint8Array): Promise<readonly (readonly string[])[] | Refusal> {
  const { HucreError, readXlsx } = await library()
  try {
    const { sheets } = await readXlsx(bytes, { sheets: [0] })
    const rows = sheets[0]?.rows ?? []
    return rows.map((row) => row.map(textOf))
  } catch (error) {
    if (error instanceof HucreError) return refuse('file-undecodable')
    throw error
  }
}

function textOf(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return cell === null || cell === undefined ? '' : String(cell)
}

/**
 * Writes a glossary as an Excel workbook of one sheet. Every cell is text, never a formula. A sequence that Excel would
 * read as an escape (`_x000D_`) is escaped itself (ECMA-376, ST_Xstring).
 */
export async function writeGlossaryXlsx(terms: readonly OutgoingTerm[]): Promise<Uint8Array> {
  const columns = columnsFor(terms)
  const rows = [columns, ...terms.map((term) => cellsOf(term, columns))]
  const { writeXlsx } = await library()
  return writeXlsx({
    // A fixed date, so that equal glossaries give equal bytes.
    properties: { modified: new Date(0) },
    sheets: [{ name: 'Terms', rows: rows.map((row) => row.map(escapeSequences)) }],
  })
}

function escapeSequences(cell: string): string {
  return cell.replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
}
