import type { ReadOptions, Workbook } from 'hucre'
import { notice } from '../../model/import-notice.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import type { TermTableChoice } from '../../model/table-choice.ts'
import type { GlossaryContents } from '../../ports/format.ts'
import type { OutgoingTerm } from '../../ports/glossary-row.ts'
import { columnsFor } from '../glossary/columns.ts'
import { cellsOf, rowsOfTable, shortened, type TableRow } from '../glossary/row.ts'
import { refusalOfWorkbook } from './measure-workbook.ts'

/**
 * Reads a glossary from an Excel workbook, from the first sheet that names the columns of the CSV, visible ones first; says
 * which sheets were not read. Numbers and dates into which the spreadsheet converted typed text are read as written; a
 * formula by its last value; cells merged downwards each have the value. Refuses `file-empty`, files beyond a limit,
 * `file-undecodable` (not a workbook, or encrypted), and what the table refuses.
 */
export async function readGlossaryXlsx(
  bytes: Uint8Array,
  chosen?: TermTableChoice,
): Promise<GlossaryContents | Refusal> {
  if (bytes.length === 0) return refuse('file-empty')
  const refusal = await refusalOfWorkbook(bytes)
  if (refusal) return refusal
  const names = await sheetsOf(bytes)
  if (isRefusal(names)) return names
  let first: Refusal = refuse('file-empty')
  for (const [index, sheet] of names.entries()) {
    if (chosen?.sheet === undefined ? index >= mostSheets : sheet !== chosen.sheet) continue
    const rows = await rowsOf(bytes, sheet)
    if (isRefusal(rows)) return rows
    if (rows.every(({ cells }) => cells.length === 0)) continue
    const table = rowsOfTable(rows, chosen)
    if (!isRefusal(table)) {
      const others = names.toSpliced(index, 1)
      const unread = others.length === 0 ? [] : [notice('sheets-unread', { sheets: shortened(others) })]
      return { ...table, notices: [...table.notices, ...unread] }
    }
    if (first.code === 'file-empty') first = table
  }
  return first
}

/** Sheets in which the headings are looked for. */
const mostSheets = 5

/** The library is loaded when a workbook is met: every command has this file in its registry. */
const library = () => import('hucre')

/** The names of the sheets in their order, hidden ones last. */
async function sheetsOf(bytes: Uint8Array): Promise<readonly string[] | Refusal> {
  const visible: string[] = []
  const hidden: string[] = []
  const workbook = await read(bytes, {
    sheets: (sheet) => {
      ;(sheet.hidden || sheet.veryHidden ? hidden : visible).push(sheet.name)
      return false
    },
  })
  return isRefusal(workbook) ? workbook : [...visible, ...hidden]
}

async function rowsOf(bytes: Uint8Array, name: string): Promise<readonly TableRow[] | Refusal> {
  const workbook = await read(bytes, { sheets: [name] })
  if (isRefusal(workbook)) return workbook
  const sheet = workbook.sheets[0]
  const rows = (sheet?.rows ?? []).map((row) => row.map(textOf))
  for (const { startRow, endRow, startCol } of sheet?.merges ?? []) {
    const value = rows[startRow]?.[startCol] ?? ''
    for (const row of rows.slice(startRow + 1, endRow + 1)) row[startCol] ||= value
  }
  // Formatted but empty cells beside and below the table are not part of it.
  const filled = rows.map((cells) => cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1))
  return filled.map((cells, at) => ({ cells, line: at + 1 }))
}

async function read(bytes: Uint8Array, options: ReadOptions): Promise<Workbook | Refusal> {
  const { HucreError, readXlsx } = await library()
  try {
    return await readXlsx(bytes, options)
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
