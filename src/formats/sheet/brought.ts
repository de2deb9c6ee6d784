import type { RawBlock } from '../../model/document.ts'
import { type ImportNotice, notice } from '../../model/import-notice.ts'
import { inlineOf } from '../../model/inline.ts'
import type { TableChoice } from '../../model/table-choice.ts'
import { splitSentences } from '../../segmentation/sentences.ts'
import { hasText } from '../html/page.ts'
import { cellIn } from './guess.ts'
import type { SheetRow } from './sheet.ts'

/** Where the rows of a sheet have their texts. */
export interface Columns {
  readonly table: TableChoice
  readonly rows: readonly SheetRow[]
  /** The lines at which a formula fills the cell for English. */
  readonly formulas: ReadonlySet<number>
}

/** Line ends of a cell are those of a text; blanks around it stay outside. */
export function textOf(row: SheetRow, column: string): string {
  return cellIn(row, column).replace(/\r\n?/g, '\n').trim()
}

/**
 * The English that stands in a row, as its draft has it; null for none. What a formula gives is not read, since nothing can be
 * written in its place; and Chinese in the column, such as a copy of the source, is no English.
 */
export function englishIn(row: SheetRow, { table, formulas }: Columns): string | null {
  if (table.en === undefined || formulas.has(row.line)) return null
  const text = textOf(row, table.en).toWellFormed()
  return hasText(text) && !isChinese(text, textOf(row, table.zh)) ? text : null
}

function isChinese(text: string, source: string): boolean {
  return /\p{Script=Han}/u.test(text) && (text === source || !/[A-Za-z]/.test(text))
}

/**
 * A row as a block. One that has English is one segment, however many sentences its Chinese has: the file does not say which
 * English is of which, and nothing is guessed.
 */
export function broughtBlock(row: SheetRow, columns: Columns, filename: string): RawBlock {
  const text = inlineOf(textOf(row, columns.table.zh))
  const english = englishIn(row, columns)
  if (english === null) return { text, hint: 'cell' }
  const draft = { target: inlineOf(english), origin: { type: 'file', filename, state: '' } } as const
  return { text, hint: 'cell', parts: [{ type: 'segment', source: text, brought: { draft, comments: [] } }] }
}

/** What there is to say of the cells for English, each with the number of its rows. */
export function noticesOfEnglish(columns: Columns): readonly ImportNotice[] {
  const { table, rows, formulas } = columns
  const brought = rows.filter((row) => englishIn(row, columns) !== null)
  const whole = brought.filter((row) => sentencesIn(textOf(row, table.zh)) > 1)
  const byFormula = rows.filter(({ line }) => formulas.has(line))
  const filled = table.en === undefined ? [] : rows.filter((row) => hasText(cellIn(row, table.en ?? '')))
  const chinese = filled.filter((row) => englishIn(row, columns) === null && !formulas.has(row.line))
  const counted = [
    ['english-brought', brought],
    ['cells-whole', whole],
    ['chinese-there', chinese],
    ['formulas-stay', byFormula],
  ] as const
  return counted.flatMap(([code, { length }]) => (length === 0 ? [] : [notice(code, { count: String(length) })]))
}

function sentencesIn(text: string): number {
  return splitSentences(text).filter(({ type }) => type === 'segment').length
}
