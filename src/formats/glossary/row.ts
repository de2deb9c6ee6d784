import { type ImportNotice, notice } from '../../model/import-notice.ts'
import { tableOf } from '../../model/names.ts'
import { type Refusal, refuse } from '../../model/refusal.ts'
import { columnLetters, type TermTableChoice } from '../../model/table-choice.ts'
import {
  datePattern,
  type PartOfSpeech,
  partsOfSpeech,
  renderingStatuses,
  type TermStatus,
  termStatuses,
} from '../../model/term.ts'
import type { GlossaryContents } from '../../ports/format.ts'
import type { Carried, IncomingRow, OutgoingTerm } from '../../ports/glossary-row.ts'
import type { TermFields } from '../../terms/termbase/tidy.ts'
import { cellOf, textsOf } from './cells.ts'
import { type Column, columns, further, furtherColumns, isFurther, isList } from './columns.ts'
import { columnNamed } from './headings.ts'

type Row = Readonly<Record<Column, string>>

const divisible = ['source', ...renderingStatuses] as const

/** The cells of a term in the order of the columns. */
export function cellsOf(term: OutgoingTerm, names: readonly Column[]): readonly string[] {
  return names.map((name) => {
    if (name === 'source') return cellOf(term.source)
    if (name === 'status' || name === 'domain' || name === 'note' || name === 'authority') return term[name]
    if (isFurther(name)) {
      const value = term[further[name]] ?? ''
      return typeof value === 'string' ? value : cellOf(value)
    }
    return cellOf(term.renderings.filter(({ status }) => status === name).map(({ text }) => text))
  })
}

/** A row of a table, and its line in the file, from 1. */
export interface TableRow {
  readonly cells: readonly string[]
  readonly line: number
}

/** Rows above which the headings must stand: a title, who made the list, blank rows. */
const mostAbove = 20
/** UTF-16 units of what stands above the headings, as far as it is told. */
const longestTitle = 100

/** What the headings of a table name, by the place of each column; null for one that is not read. */
interface Headings {
  readonly at: number
  readonly columns: readonly (Column | null)[]
  readonly unread: readonly string[]
}

/**
 * Reads a table of terms. Its columns are named in any of the first rows, in any order, in Chinese or English. Skips rows
 * without text; a row that is not a term is `row-malformed` with its `column`. Says which columns and rows were not read,
 * and where one cell held several texts. What people chose goes before what headings say. Refuses a table that does not name its Chinese and its English:
 * `headings-missing`, with what its first row has.
 */
export function rowsOfTable(table: readonly TableRow[], chosen?: TermTableChoice): GlossaryContents | Refusal {
  const headings = chosen === undefined ? headingsOf(table) : chosenHeadings(table, chosen)
  if (headings === null) return refuse('headings-missing', { found: shortened(table.find(isFilled)?.cells ?? []) })
  const names = headings.columns.map((column) => column ?? '')
  // One set for all rows: a copy for each would be the most of what a large file takes on its way between threads.
  const withStatus = membersOf(headings.columns)
  const withoutStatus = membersOf(headings.columns.filter((name) => name !== 'status'))
  let divided = 0
  const rows = table
    .slice(headings.at + 1)
    .filter(isFilled)
    .map(({ cells, line }): IncomingRow => {
      const row = rowOf(names, cells)
      const surplus = cells.slice(names.length).some((cell) => cell.trim() !== '') ? String(names.length + 1) : null
      const fields = surplus ?? termOfRow(row)
      if (typeof fields === 'string') {
        const form = textsOf(row.source).texts[0] ?? row.preferred
        return { type: 'unread', at: line, form, refusal: refuse('row-malformed', { column: fields }) }
      }
      if (divisible.some((name) => textsOf(row[name]).divided)) divided++
      // An empty status leaves the status of an existing term unchanged.
      return { type: 'term', at: line, id: row.id, fields, carries: row.status === '' ? withoutStatus : withStatus }
    })
  return { rows, notices: noticesOf(table, headings, divided) }
}

function headingsOf(table: readonly TableRow[]): Headings | null {
  for (const [at, { cells }] of table.slice(0, mostAbove + 1).entries()) {
    const found = cells.map(columnNamed)
    if (!found.includes('source') || !found.includes('preferred')) continue
    const read = found.map((column, place) => (column !== null && found.indexOf(column) === place ? column : null))
    return { at, columns: read, unread: cells.filter((cell, place) => read[place] === null && cell.trim() !== '') }
  }
  return null
}

function chosenHeadings(table: readonly TableRow[], { headings, columns: chosen }: TermTableChoice): Headings {
  const width = table.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const read = Array.from({ length: width }, (_, at): Column | null => chosen[columnLetters(at)] ?? null)
  const at = table.findLastIndex(({ line }) => line <= headings)
  const head = table[at]?.line === headings ? (table[at]?.cells ?? []) : []
  return { at, columns: read, unread: head.filter((cell, place) => read[place] === null && cell.trim() !== '') }
}

function noticesOf(table: readonly TableRow[], { at, unread }: Headings, divided: number): readonly ImportNotice[] {
  const above = table.slice(0, Math.max(0, at)).filter(isFilled)
  const notices: ImportNotice[] = []
  if (above.length > 0) notices.push(notice('rows-above', { rows: shortened(above.flatMap(({ cells }) => cells)) }))
  if (unread.length > 0) notices.push(notice('columns-unread', { columns: shortened(unread) }))
  if (divided > 0) notices.push(notice('cells-split', { count: String(divided) }))
  return notices
}

/** Words of a file as they are told: on one line, and not too long. */
export function shortened(cells: readonly string[]): string {
  const words = cells.map((cell) => cell.replace(/\s+/g, ' ').trim()).filter((cell) => cell !== '')
  const text = words.join(', ')
  return text.length <= longestTitle ? text : `${text.slice(0, longestTitle).toWellFormed()}…`
}

function isFilled({ cells }: TableRow): boolean {
  return cells.some((cell) => cell.trim() !== '')
}

/** A row of cells by the names of its columns; '' for a missing column. */
function rowOf(names: readonly string[], cells: readonly string[]): Row {
  const cellsByName = new Map(names.map((name, at) => [name, (cells[at] ?? '').trim()]))
  return tableOf(columns, (name) => cellsByName.get(name) ?? '')
}

/**
 * The terms of the rows. One row that is not a term refuses all of them: `file-malformed` with `line` and `column`.
 */
export function termsOf(rows: readonly IncomingRow[]): readonly TermFields[] | Refusal {
  const unread = rows.find((row) => row.type === 'unread')
  if (unread === undefined) return rows.flatMap((row) => (row.type === 'term' ? [row.fields] : []))
  return refuse('file-malformed', { line: String(unread.at), column: unread.refusal.params.column ?? '' })
}

/** The members that these columns carry. */
function membersOf(read: readonly (Column | null)[]): ReadonlySet<Carried> {
  const members = read.filter((name) => name !== null).filter((name) => name !== 'id')
  return new Set(members.map((name): Carried => (isFurther(name) ? further[name] : name)))
}

const statusNames: ReadonlyMap<string, TermStatus> = new Map([
  ...termStatuses.map((status) => [status, status] as const),
  ...['已审定', '审定', '已批准', '已核准', '正式'].map((name) => [name, 'approved'] as const),
  ...['拟用', '建议', '待定', '待审定', '草案'].map((name) => [name, 'proposed'] as const),
  ...['停用', '废止', '作废'].map((name) => [name, 'retired'] as const),
])

const speechNames: ReadonlyMap<string, PartOfSpeech> = new Map([
  ...partsOfSpeech.map((speech) => [speech.toLowerCase(), speech] as const),
  ['名词', 'noun'],
  ['动词', 'verb'],
  ['形容词', 'adjective'],
  ['副词', 'adverb'],
  ['专有名词', 'properNoun'],
  ['专名', 'properNoun'],
  ['其他', 'other'],
])

/**
 * The term of a row, or the name of the first bad column. A missing `status` is `proposed`. Of several preferred
 * renderings as people write them in one cell, the first is preferred and the others are admitted.
 */
function termOfRow(row: Row): TermFields | Column {
  const source = textsOf(row.source).texts
  const status = row.status === '' ? 'proposed' : statusNames.get(row.status.toLowerCase())
  const renderings = renderingStatuses.flatMap((of) => {
    const { texts, divided } = textsOf(row[of])
    return texts.map((text, at) => ({ text, status: of === 'preferred' && divided && at > 0 ? 'admitted' : of }))
  })
  const partOfSpeech = speechNames.get(row['part-of-speech'].toLowerCase())
  if (source.length === 0) return 'source'
  if (renderings.filter((rendering) => rendering.status === 'preferred').length !== 1) return 'preferred'
  if (status === undefined) return 'status'
  if (row['part-of-speech'] !== '' && partOfSpeech === undefined) return 'part-of-speech'
  if (row['authority-date'] !== '' && !datePattern.test(row['authority-date'])) return 'authority-date'
  const furtherMembers = furtherColumns
    .filter((name) => name !== 'part-of-speech' && name !== 'id')
    .map((name) => [further[name], isList(name) ? textsOf(row[name]).texts : row[name]] as const)
    .filter(([, value]) => value.length > 0)
  return {
    source,
    renderings,
    status,
    domain: row.domain,
    note: row.note,
    authority: row.authority,
    ...(partOfSpeech === undefined ? {} : { partOfSpeech }),
    ...Object.fromEntries(furtherMembers),
  }
}
