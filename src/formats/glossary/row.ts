import { namesOf, tableOf } from '../../model/names.ts'
import { type Refusal, refuse } from '../../model/refusal.ts'
import { datePattern, partsOfSpeech, renderingStatuses, termLists, termStatuses } from '../../model/term.ts'
import type { Carried, IncomingRow, OutgoingTerm } from '../../ports/glossary-row.ts'
import type { TermFields } from '../../terms/termbase/termbase.ts'

/**
 * One term a row. `source`, the four columns named after rendering statuses and the lists hold any number of texts,
 * separated by `|`; a `|` or backslash inside a text is escaped with a backslash.
 */
const basic = ['source', ...renderingStatuses, 'status', 'domain', 'note', 'authority'] as const
/** Columns that are written only if some term fills them, and the term's member for each. */
const further = {
  'authority-date': 'authorityDate',
  definition: 'definition',
  'part-of-speech': 'partOfSpeech',
  'later-mention': 'laterMention',
  abbreviation: 'abbreviation',
  inflections: 'inflections',
  'not-before': 'notBefore',
  'not-after': 'notAfter',
  owner: 'owner',
  id: 'id',
} as const

type Further = keyof typeof further
type Column = (typeof basic)[number] | Further
type Row = Readonly<Record<Column, string>>

const furtherColumns = namesOf(further)
const columns: readonly Column[] = [...basic, ...furtherColumns]

function isColumn(name: string): name is Column {
  return columns.some((column) => column === name)
}

function isFurther(name: Column): name is Further {
  return name in further
}

function isList(name: Further): boolean {
  return termLists.some((list) => list === further[name])
}

/** The columns needed for all members of these terms. */
export function columnsFor(terms: readonly OutgoingTerm[]): readonly Column[] {
  return [...basic, ...furtherColumns.filter((name) => terms.some((term) => term[further[name]] !== undefined))]
}

/** A row of cells by the names of its columns; '' for a missing column. */
function rowOf(names: readonly string[], cells: readonly string[]): Row {
  const cellsByName = new Map(names.map((name, at) => [name, (cells[at] ?? '').trim()]))
  return tableOf(columns, (name) => cellsByName.get(name) ?? '')
}

/** The cells of a term in the order of the columns. */
export function cellsOf(term: OutgoingTerm, names: readonly Column[]): readonly string[] {
  return names.map((name) => {
    if (name === 'source') return join(term.source)
    if (name === 'status' || name === 'domain' || name === 'note' || name === 'authority') return term[name]
    if (isFurther(name)) {
      const value = term[further[name]] ?? ''
      return typeof value === 'string' ? value : join(value)
    }
    return join(term.renderings.filter(({ status }) => status === name).map(({ text }) => text))
  })
}

/** A row of a table, and its line in the file, from 1. */
interface TableRow {
  readonly cells: readonly string[]
  readonly line: number
}

/**
 * The rows of a table whose first row names its columns, in any case and order. Skips rows without text; a row that is
 * not a term is `row-malformed` with its `column`. Refuses a first row that does not name the columns: `file-malformed`
 * with `line` and `column`.
 */
export function rowsOfTable([header, ...rows]: readonly TableRow[]): readonly IncomingRow[] | Refusal {
  const names = header?.cells.map((name) => name.trim().toLowerCase()) ?? []
  const unknown = names.find((name, at) => !isColumn(name) || names.indexOf(name) !== at)
  const absent = (['source', 'preferred'] as const).find((name) => !names.includes(name))
  if (unknown !== undefined || absent !== undefined) {
    return refuse('file-malformed', { line: '1', column: absent ?? unknown ?? '' })
  }
  // One set for all rows: a copy for each would be the most of what a large file takes on its way between threads.
  const withStatus = membersOf(names)
  const withoutStatus = membersOf(names.filter((name) => name !== 'status'))
  return rows
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ cells, line }): IncomingRow => {
      const row = rowOf(names, cells)
      const surplus = cells.length > names.length ? String(names.length + 1) : null
      const fields = surplus ?? termOfRow(row)
      if (typeof fields === 'string') {
        const form = split(row.source)[0] ?? row.preferred
        return { type: 'unread', at: line, form, refusal: refuse('row-malformed', { column: fields }) }
      }
      // An empty status leaves the status of an existing term unchanged.
      return { type: 'term', at: line, id: row.id, fields, carries: row.status === '' ? withoutStatus : withStatus }
    })
}

/**
 * The terms of the rows. One row that is not a term refuses all of them: `file-malformed` with `line` and `column`.
 */
export function termsOf(rows: readonly IncomingRow[]): readonly TermFields[] | Refusal {
  const unread = rows.find((row) => row.type === 'unread')
  if (unread === undefined) return rows.flatMap((row) => (row.type === 'term' ? [row.fields] : []))
  return refuse('file-malformed', { line: String(unread.at), column: unread.refusal.params.column ?? '' })
}

/** The members that columns of these names carry. */
function membersOf(names: readonly string[]): ReadonlySet<Carried> {
  const members = names.filter(isColumn).filter((name) => name !== 'id')
  return new Set(members.map((name): Carried => (isFurther(name) ? further[name] : name)))
}

/** The term of a row, or the name of the first bad column. A missing `status` is `proposed`. */
function termOfRow(row: Row): TermFields | Column {
  const source = split(row.source)
  const status =
    row.status === '' ? 'proposed' : termStatuses.find((candidate) => candidate === row.status.toLowerCase())
  const renderings = renderingStatuses.flatMap((of) => split(row[of]).map((text) => ({ text, status: of })))
  const speech = row['part-of-speech'].toLowerCase()
  const partOfSpeech = partsOfSpeech.find((candidate) => candidate.toLowerCase() === speech)
  if (source.length === 0) return 'source'
  if (renderings.filter((rendering) => rendering.status === 'preferred').length !== 1) return 'preferred'
  if (status === undefined) return 'status'
  if (speech !== '' && partOfSpeech === undefined) return 'part-of-speech'
  if (row['authority-date'] !== '' && !datePattern.test(row['authority-date'])) return 'authority-date'
  const furtherMembers = furtherColumns
    .filter((name) => name !== 'part-of-speech' && name !== 'id')
    .map((name) => [further[name], isList(name) ? split(row[name]) : row[name]] as const)
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

function join(texts: readonly string[]): string {
  return texts.map((text) => text.replace(/[\\|]/g, '\\$&')).join('|')
}

function split(cell: string): readonly string[] {
  const texts = (cell.match(/(?:\\[\\|]|[^|])+/g) ?? []).map((text) => text.replace(/\\([\\|])/g, '$1').trim())
  return texts.filter((text) => text !== '')
}
