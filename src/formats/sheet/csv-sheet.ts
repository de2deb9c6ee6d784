import { fileLimits } from '../../model/file-limits.ts'
import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import { shield, unshield } from '../csv/shield.ts'
import { decodeAny } from '../text/decode.ts'
import { type Splice, splicingOf } from '../text/splicing.ts'
import { sheetFormat } from './document.ts'
import type { Sheet, WrittenCell } from './sheet.ts'

/** A cell as it is written: its place, with its quotation marks, and its text. */
interface PlacedCell {
  readonly from: number
  readonly to: number
  readonly text: string
  readonly isQuoted: boolean
  /** Whether a quotation mark stands within it, or something behind its quotation. */
  readonly isParted: boolean
}

interface PlacedRow {
  readonly line: number
  readonly cells: readonly PlacedCell[]
}

/** Tables in text (RFC 4180, or with semicolons or tabs), in UTF-8, UTF-16 or GB18030. */
export const csvSheetFormat = sheetFormat(
  { name: 'csv', endings: ['.csv', '.tsv'], mediaType: 'text/csv' },
  async (bytes, filename) => openCsv(bytes, filename),
)

function openCsv(bytes: Uint8Array, filename: string): Sheet | Refusal {
  const decoded = decodeAny(bytes)
  if (isRefusal(decoded)) return decoded
  const { text, notices } = decoded
  if (text.trim() === '') return refuse('file-empty')
  const delimiter = delimiterOf(text, filename)
  const rows = rowsIn(text, delimiter)
  if (isRefusal(rows)) return rows
  return {
    type: 'sheet',
    names: [],
    name: '',
    rows: rows.map(({ line, cells }) => ({ line, cells: cells.map((cell) => unshield(cell.text)) })),
    notices,
    hasTables: false,
    formulasIn: () => new Set(),
    write(written) {
      const splices = splicesOf(rows, written, delimiter)
      return splicingOf(bytes, text, notices[0]?.params.encoding)(splices.toSorted((a, b) => a.from - b.from))
    },
  }
}

const delimiters = [',', '\t', ';'] as const

/** The separator: as the file says (`sep=;`), as its name does, else the one by which the first rows have most cells. */
function delimiterOf(text: string, filename: string): string {
  const stated = /^sep=([,;\t|])\r?\n/.exec(text)?.[1]
  if (stated !== undefined) return stated
  if (/\.tsv$/i.test(filename)) return '\t'
  const head = text.slice(0, 20_000)
  const start = head.length < text.length ? head.slice(0, head.lastIndexOf('\n') + 1) : head
  const widths = delimiters.map((delimiter) => {
    const rows = rowsIn(start, delimiter)
    // Quotation marks within a cell, and not round it, are a sign that it was parted wrongly.
    if (isRefusal(rows) || rows.some(({ cells }) => cells.some(({ isParted }) => isParted))) return 0
    const counts = rows.slice(0, 20).map(({ cells }) => cells.length)
    return counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0
  })
  return delimiters[widths.indexOf(Math.max(...widths))] ?? ','
}

/** The rows of a table, with the places of their cells. A row without text is none. */
function rowsIn(text: string, delimiter: string): readonly PlacedRow[] | Refusal {
  const rows: PlacedRow[] = []
  let at = /^sep=[,;\t|]\r?\n/.exec(text)?.[0].length ?? 0
  let line = at > 0 ? 2 : 1
  while (at < text.length) {
    const begin = at
    const cells: PlacedCell[] = []
    for (;;) {
      const cell = cellAt(text, at, delimiter)
      if (cell === null) return refuse('file-malformed', { line: String(line), column: '' })
      cells.push(cell)
      at = cell.to
      if (at - begin > fileLimits.rowCharacters) return tooMuch('row-too-long', line, fileLimits.rowCharacters)
      if (cells.length > fileLimits.columns) return tooMuch('table-too-wide', line, fileLimits.columns)
      if (text[at] !== delimiter) break
      at++
    }
    if (text[at] === '\r') at++
    if (text[at] === '\n') at++
    if (cells.length > 1 || cells[0]?.text !== '') rows.push({ line, cells })
    if (rows.length > fileLimits.rows) return refuse('rows-too-many', { most: String(fileLimits.rows - 1) })
    line++
  }
  return rows
}

function tooMuch(code: 'row-too-long' | 'table-too-wide', line: number, most: number): Refusal {
  return refuse(code, { line: String(line), most: String(most) })
}

/** The cell that begins at a place; null if its quotation is not closed. */
function cellAt(text: string, from: number, delimiter: string): PlacedCell | null {
  let at = from
  let words = ''
  const isQuoted = text[from] === '"'
  if (isQuoted) {
    for (at = from + 1; ; ) {
      const quote = text.indexOf('"', at)
      if (quote === -1) return null
      words += text.slice(at, quote)
      at = quote + 1
      if (text[at] !== '"') break
      words += '"'
      at++
    }
  }
  const end = endOfCell(text, at, delimiter)
  const rest = text.slice(at, end)
  return { from, to: end, text: words + rest, isQuoted, isParted: rest !== '' && (isQuoted || rest.includes('"')) }
}

function endOfCell(text: string, from: number, delimiter: string): number {
  for (let at = from; at < text.length; at++) {
    const unit = text[at]
    if (unit === delimiter || unit === '\n' || unit === '\r') return at
  }
  return text.length
}

function splicesOf(rows: readonly PlacedRow[], written: readonly WrittenCell[], delimiter: string): readonly Splice[] {
  const byLine = new Map(rows.map((row) => [row.line, row]))
  return [...Map.groupBy(written, ({ line }) => line)].flatMap(([line, cells]): readonly Splice[] => {
    const row = byLine.get(line)
    const end = row?.cells.at(-1)?.to
    if (row === undefined || end === undefined) return []
    let width = row.cells.length
    let behind = ''
    const splices: Splice[] = []
    for (const { column, text } of cells.toSorted((a, b) => a.column - b.column)) {
      const cell = row.cells[column]
      const value = quoted(shield(text), delimiter, cell?.isQuoted ?? false)
      if (cell !== undefined) splices.push({ from: cell.from, to: cell.to, text: value })
      else {
        behind += delimiter.repeat(column - width + 1) + value
        width = column + 1
      }
    }
    return behind === '' ? splices : [...splices, { from: end, to: end, text: behind }]
  })
}

function quoted(text: string, delimiter: string, isQuoted: boolean): string {
  // Also for other separators, so that nobody takes one of them for that of the file.
  const needed = isQuoted || text.includes(delimiter) || /[",;\t\r\n]|^\s|\s$/.test(text)
  return needed ? `"${text.replaceAll('"', '""')}"` : text
}
