import { isRefusal, type Refusal, refuse } from '../../model/refusal.ts'
import { columnIndex, columnLetters } from '../../model/table-choice.ts'
import { readXmlPart } from '../docx/package.ts'
import { archiveHas } from '../others.ts'
import { refusalOfWorkbook } from '../xlsx/measure-workbook.ts'
import { escapeText, splitImpossible } from '../xml/escape.ts'
import { type Archive, openArchive } from '../zip/archive.ts'
import { spliceArchive } from '../zip/splice.ts'
import { sheetFormat } from './document.ts'
import type { Sheet, SheetRow, WrittenCell } from './sheet.ts'
import { type Cell, cellsOf, type Row, rowsOf, sharedStrings, sheetsOf, type WorkbookSheet } from './workbook.ts'

/** Excel workbooks (ECMA-376 part 1, 18), one sheet of them. */
export const xlsxSheetFormat = sheetFormat(
  {
    name: 'xlsx',
    endings: ['.xlsx', '.xlsm'],
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    recognises: (bytes) => archiveHas(bytes, 'xl/workbook'),
  },
  openWorkbook,
)

async function openWorkbook(bytes: Uint8Array, _filename: string, name?: string): Promise<Sheet | Refusal> {
  if (bytes.length === 0) return refuse('file-empty')
  const refusal = await refusalOfWorkbook(bytes)
  if (refusal) return refusal
  const archive = await openArchive(bytes)
  if (isRefusal(archive)) return archive
  const sheets = await sheetsOf(archive)
  if (isRefusal(sheets)) return sheets
  const strings = await sharedStrings(archive)
  if (isRefusal(strings)) return strings
  const wanted = name === undefined ? sheets : sheets.filter((sheet) => sheet.name === name)
  for (const sheet of wanted) {
    const opened = await openSheet(archive, sheet, sheets, strings)
    if (isRefusal(opened) || opened.rows.length > 0) return opened
  }
  return refuse('file-empty')
}

async function openSheet(
  archive: Archive,
  { name, part }: WorkbookSheet,
  sheets: readonly WorkbookSheet[],
  strings: readonly string[],
): Promise<Sheet | Refusal> {
  const read = await readXmlPart(archive, part)
  if (isRefusal(read)) return read
  if (read === null) return refuse('file-undecodable')
  const { tree, encode, name: entry } = read
  const placed = rowsOf(tree).map((row) => ({ row, cells: cellsOf(tree, row.element, strings) }))
  const rows = placed.map(({ row, cells }): SheetRow => {
    const texts: string[] = []
    for (const { column, text } of cells) {
      while (texts.length < column) texts.push('')
      texts[column] = text
    }
    return { line: row.line, cells: texts }
  })
  return {
    type: 'sheet',
    names: sheets.map((sheet) => sheet.name),
    name,
    rows: rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')),
    notices: [],
    hasTables: tree.root.children.some(({ name }) => /(?:^|:)tableParts$/.test(name)),
    formulasIn: (column) => formulaLines(placed, column),
    write(written) {
      const text = withCells(tree.text, placed, written)
      return spliceArchive(archive, new Map([[entry, encode(text)]]))
    },
  }
}

interface PlacedRow {
  readonly row: Row
  readonly cells: readonly Cell[]
}

/** The lines at which a formula fills the cell of a column: it stands there, or the range of one reaches there. */
function formulaLines(rows: readonly PlacedRow[], column: number): ReadonlySet<number> {
  const ranges = rows
    .flatMap(({ cells }) => cells.flatMap(({ fills }) => fills ?? []))
    .filter(({ left, right }) => left <= column && column <= right)
    .toSorted((a, b) => a.top - b.top)
    .values()
  let range = ranges.next().value
  let bottom = 0
  const filled = rows
    .toSorted((a, b) => a.row.line - b.row.line)
    .filter(({ row: { line }, cells }) => {
      for (; range !== undefined && range.top <= line; range = ranges.next().value)
        bottom = Math.max(bottom, range.bottom)
      return line <= bottom || cells.some((cell) => cell.column === column && cell.isFormula)
    })
  return new Set(filled.map(({ row }) => row.line))
}

/** The sheet with the cells in it. A cell keeps its style; a new one has that of the cell before it in its row. */
function withCells(text: string, rows: readonly PlacedRow[], written: readonly WrittenCell[]): string {
  const byLine = Map.groupBy(written, ({ line }) => line)
  const widest = written.reduce((most, { column }) => Math.max(most, column), 0)
  const out: string[] = []
  let at = 0
  const put = (from: number, to: number, words: string) => {
    out.push(text.slice(at, from), words)
    at = to
  }
  const dimension = /<(?:\w+:)?dimension\s[^>]*?ref\s*=\s*"[A-Z]+\d+:([A-Z]+)\d+"/.exec(text)
  if (dimension?.[1] !== undefined && columnIndex(dimension[1]) < widest) {
    const end = dimension.index + dimension[0].length - 1
    const start = text.lastIndexOf(':', end) + 1
    put(start, end, columnLetters(widest) + text.slice(start, end).replace(/^[A-Z]+/, ''))
  }
  for (const { row, cells } of rows) {
    const changes = byLine.get(row.line)
    if (changes === undefined) continue
    const tag = row.element.tag
    const spans = /(\sspans\s*=\s*"\d+:)(\d+)"/.exec(tag)
    if (spans?.[1] !== undefined && Number(spans[2]) < widest + 1) {
      const from = row.element.from + spans.index + spans[1].length
      put(from, from + (spans[2]?.length ?? 0), String(widest + 1))
    }
    for (const change of changes.toSorted((a, b) => a.column - b.column)) {
      const cell = cells.find(({ column }) => column === change.column)
      const before = cells.findLast(({ column }) => column < change.column)
      const next = cells.find(({ column }) => column > change.column)
      const prefix = /^<(\w+:)/.exec(tag)?.[1] ?? ''
      const words = cellXml(prefix, `${columnLetters(change.column)}${row.line}`, (cell ?? before)?.style, change.text)
      if (cell !== undefined) put(cell.from, cell.to, words)
      else {
        const place = next?.from ?? cells.at(-1)?.to ?? row.element.content.to
        put(place, place, words)
      }
    }
  }
  out.push(text.slice(at))
  return out.join('')
}

/** A cell of text, never a formula. A sequence that Excel would read as an escape is escaped itself (ST_Xstring). */
function cellXml(prefix: string, place: string, style: string | undefined, text: string): string {
  const words = splitImpossible(text.replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_'))
    .filter((piece) => typeof piece === 'string')
    .join('')
  const styled = style === undefined ? '' : ` s="${style}"`
  return (
    `<${prefix}c r="${place}"${styled} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">` +
    `${escapeText(words)}</${prefix}t></${prefix}is></${prefix}c>`
  )
}
