import { fileLimits } from '../../model/file-limits.ts'
import { type ImportNotice, notice } from '../../model/import-notice.ts'
import { type Inline, inlineOf, plain } from '../../model/inline.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import { columnIndex, type TableChoice, type TableLook } from '../../model/table-choice.ts'
import type { DocumentFormat, Imported, ReadOptions, RewriteOptions } from '../../ports/format.ts'
import { scriptOf } from '../../segmentation/script.ts'
import { shortened } from '../glossary/row.ts'
import { hasText } from '../html/page.ts'
import { broughtBlock, englishIn, noticesOfEnglish, textOf } from './brought.ts'
import { cellIn, columnsOf, guessTable } from './guess.ts'
import type { Sheet, SheetRow, WrittenCell } from './sheet.ts'

/** Opens a sheet of a file: the named one, else the first that people see. */
export type OpenSheet = (bytes: Uint8Array, filename: string, name?: string) => Promise<Sheet | Refusal>

/** Rows that people see before they choose. */
const shownRows = 12
const shownCharacters = 300

/**
 * A document format of the sentences in one column of a table, a cell a block: English goes into a column of its own, and
 * the Chinese stays. What is read is what was chosen, else what is guessed.
 */
export function sheetFormat(
  about: Pick<DocumentFormat, 'name' | 'endings' | 'mediaType' | 'recognises'>,
  open: OpenSheet,
): DocumentFormat & Required<Pick<DocumentFormat, 'lookAtTable' | 'rewrite'>> {
  return {
    ...about,
    read: (bytes, options) => readSheet(open, bytes, options),
    lookAtTable: (bytes, { filename, table }) => lookAtSheet(open, bytes, filename, table),
    rewrite: (bytes, targets, options = {}) => rewriteSheet(open, bytes, targets, options),
  }
}

interface Chosen {
  readonly type: 'chosen'
  readonly sheet: Sheet
  readonly table: TableChoice
  /** The rows that have a text in the chosen column. */
  readonly rows: readonly SheetRow[]
  /** The column into which English goes, from 0. */
  readonly column: number
  /** The lines at which a formula fills the cell of that column. */
  readonly formulas: ReadonlySet<number>
}

async function chosenIn(
  open: OpenSheet,
  bytes: Uint8Array,
  filename: string,
  table: TableChoice | undefined,
): Promise<Chosen | Refusal> {
  const sheet = await open(bytes, filename, table?.sheet)
  if (isRefusal(sheet)) return sheet
  const choice = table ?? guessTable(sheet.rows, sheet.names.length > 0 ? sheet.name : undefined)
  const rows = sheet.rows.filter((row) => row.line > choice.headings && hasText(cellIn(row, choice.zh)))
  const width = sheet.rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const column = choice.en === undefined ? width : columnIndex(choice.en)
  return { type: 'chosen', sheet, table: choice, rows, column, formulas: sheet.formulasIn(column) }
}

async function readSheet(
  open: OpenSheet,
  bytes: Uint8Array,
  { filename, language = 'zh', table }: ReadOptions,
): Promise<Imported | Refusal> {
  const chosen = await chosenIn(open, bytes, filename, table)
  if (isRefusal(chosen)) return chosen
  const inEnglish = language === 'en' && chosen.table.en !== undefined
  const column = inEnglish ? (chosen.table.en ?? '') : chosen.table.zh
  const rows = chosen.rows.filter((row) => hasText(cellIn(row, column)))
  const texts = rows.map((row) => textOf(row, column))
  const text = texts.join('\n')
  if (text.length > fileLimits.characters) return refuse('text-too-large', { most: String(fileLimits.characters) })
  if (rows.length === 0 && language !== 'any') return refuse('file-empty')
  const script = scriptOf(text)
  if (script === 'not-chinese' && language === 'zh') return refuse('file-not-chinese')
  return {
    type: 'imported',
    blocks: inEnglish
      ? texts.map((cell) => ({ text: inlineOf(cell), hint: 'cell' }))
      : rows.map((row) => broughtBlock(row, chosen, filename)),
    notices: [
      ...(script === 'traditional' ? [notice('traditional')] : []),
      ...noticesOf(chosen),
      ...(inEnglish ? [] : noticesOfEnglish(chosen)),
    ],
  }
}

function noticesOf({ sheet, table, rows }: Chosen): readonly ImportNotice[] {
  const columns = columnsOf(sheet.rows, table.headings).filter(
    ({ column, sort }) => column !== table.zh && column !== table.en && sort !== 'empty',
  )
  const unread = columns.map(({ column, heading }) => (heading === '' ? column : `${column} ${heading}`))
  const others = sheet.names.filter((name) => name !== sheet.name)
  return [
    ...sheet.notices,
    notice('column-read', { zh: table.zh, en: table.en ?? '+', rows: String(rows.length) }),
    ...(unread.length > 0 ? [notice('columns-unread', { columns: shortened(unread) })] : []),
    ...(others.length > 0 ? [notice('sheets-unread', { sheets: shortened(others) })] : []),
  ]
}

async function lookAtSheet(
  open: OpenSheet,
  bytes: Uint8Array,
  filename: string,
  table: TableChoice | undefined,
): Promise<TableLook | Refusal> {
  const chosen = await chosenIn(open, bytes, filename, table)
  if (isRefusal(chosen)) return chosen
  const { sheet } = chosen
  return {
    type: 'table-look',
    sheets: sheet.names,
    table: chosen.table,
    columns: columnsOf(sheet.rows, chosen.table.headings),
    rows: sheet.rows
      .filter(({ cells }) => cells.some(hasText))
      .slice(0, shownRows)
      .map(({ line, cells }) => ({
        line,
        cells: cells.map((cell) => cell.slice(0, shownCharacters).toWellFormed()),
      })),
    count: chosen.rows.length,
  }
}

async function rewriteSheet(
  open: OpenSheet,
  bytes: Uint8Array,
  targets: readonly (Inline | null)[],
  { filename = '', draftNotice, table }: RewriteOptions,
): Promise<Uint8Array | Refusal> {
  const chosen = await chosenIn(open, bytes, filename, table)
  if (isRefusal(chosen)) return chosen
  const { sheet, rows, column, formulas } = chosen
  const cells = rows.flatMap((row, at): readonly WrittenCell[] => {
    const target = targets[at] ?? null
    if (target === null || formulas.has(row.line)) return []
    const text = plain(target)
    return isThere(row, chosen, text) ? [] : [{ line: row.line, column, text }]
  })
  const head = headOf(chosen, cells, draftNotice)
  return cells.length === 0 && head.length === 0 ? bytes : sheet.write([...head, ...cells])
}

/** Whether a text is what stands in the row: its English as it was read, or its Chinese, which is no English. */
function isThere(row: SheetRow, chosen: Chosen, text: string): boolean {
  const english = englishIn(row, chosen)
  if (text === english || text === row.cells[chosen.column]) return true
  return text === textOf(row, chosen.table.zh) && (english === null || /\p{Script=Han}/u.test(text))
}

/**
 * The heading of the English, which also says that nobody has signed it; without one that can be written, a cell behind
 * all others.
 */
function headOf(
  { sheet, table, column, formulas }: Chosen,
  cells: readonly WrittenCell[],
  draftNotice: string | undefined,
): readonly WrittenCell[] {
  const row = sheet.rows.find(({ line }) => line === table.headings)
  // Excel takes a workbook for damaged in which the heading of a table is not the name of its column.
  const isName = sheet.hasTables && hasText(row?.cells[column] ?? '')
  if (row === undefined || formulas.has(row.line) || isName) {
    const first = row ?? sheet.rows[0]
    const behind = sheet.rows.reduce((most, one) => Math.max(most, one.cells.length), column + 1)
    if (draftNotice === undefined || first === undefined || first.cells.includes(draftNotice)) return []
    return [{ line: first.line, column: behind, text: draftNotice }]
  }
  const heading = row.cells[column]?.trim() || 'English'
  // A file that went out from here says it already.
  if (draftNotice !== undefined && heading.includes(draftNotice)) return []
  const text = draftNotice === undefined ? heading : `${heading} (${draftNotice})`
  const isNeeded = draftNotice !== undefined || (cells.length > 0 && !row.cells[column]?.trim())
  return isNeeded ? [{ line: row.line, column, text }] : []
}
