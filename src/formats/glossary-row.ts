import { type Refusal, refuse } from '../model/refusal.ts'
import { datePattern, partsOfSpeech, renderingStatuses, type Term, termLists, termStatuses } from '../model/term.ts'

type TermFields = Omit<Term, 'id'>

/**
 * One term a row. `source`, the four columns named for rendering statuses and the lists hold any number of texts,
 * separated by `|`; a `|` or backslash that belongs to a text has a backslash before it.
 */
const basic = ['source', ...renderingStatuses, 'status', 'domain', 'note', 'authority'] as const
/** Columns that are written only where some term fills them, and the member of the term each holds. */
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
} as const

type Further = keyof typeof further
type Column = (typeof basic)[number] | Further
type Row = Readonly<Record<Column, string>>

const furtherColumns = Object.keys(further) as readonly Further[]
const columns: readonly Column[] = [...basic, ...furtherColumns]

function isColumn(name: string): name is Column {
  return (columns as readonly string[]).includes(name)
}

function isList(name: Further): boolean {
  return (termLists as readonly string[]).includes(further[name])
}

/** The columns that hold everything these terms say. */
export function columnsFor(terms: readonly TermFields[]): readonly Column[] {
  return [...basic, ...furtherColumns.filter((name) => terms.some((term) => term[further[name]] !== undefined))]
}

/** A row of cells under the names of its columns; what has no column is ''. */
function rowOf(names: readonly string[], cells: readonly string[]): Row {
  const known = new Map(names.map((name, at) => [name, (cells[at] ?? '').trim()]))
  return Object.fromEntries(columns.map((name) => [name, known.get(name) ?? ''])) as Row
}

/** The cells of a term in the order of the columns. */
export function cellsOf(term: TermFields, names: readonly Column[]): readonly string[] {
  return names.map((name) => {
    if (name === 'source') return join(term.source)
    if (name === 'status' || name === 'domain' || name === 'note' || name === 'authority') return term[name]
    if (name in further) {
      const value = term[further[name as Further]] ?? ''
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
 * The terms of a table whose first row names its columns, in any case and order. Rows without text are passed over.
 * Refuses the whole table rather than drop a row: `file-malformed` with `line` and `column` where it is known.
 */
export function termsOfTable([header, ...rows]: readonly TableRow[]): readonly TermFields[] | Refusal {
  const names = header?.cells.map((name) => name.trim().toLowerCase()) ?? []
  const unknown = names.find((name, at) => !isColumn(name) || names.indexOf(name) !== at)
  const absent = (['source', 'preferred'] as const).find((name) => !names.includes(name))
  if (unknown !== undefined || absent !== undefined) {
    return refuse('file-malformed', { line: '1', column: absent ?? unknown ?? '' })
  }
  const terms: TermFields[] = []
  for (const { cells, line } of rows) {
    if (cells.every((cell) => cell.trim() === '')) continue
    const term = cells.length > names.length ? '' : termOfRow(rowOf(names, cells))
    if (typeof term === 'string') return refuse('file-malformed', { line: String(line), column: term })
    terms.push(term)
  }
  return terms
}

/** The term of a row, or the name of the column that is at fault. A missing `status` is `proposed`. */
function termOfRow(row: Row): TermFields | Column {
  const source = split(row.source)
  const status = row.status === '' ? 'proposed' : termStatuses.find((known) => known === row.status.toLowerCase())
  const renderings = renderingStatuses.flatMap((of) => split(row[of]).map((text) => ({ text, status: of })))
  const speech = row['part-of-speech'].toLowerCase()
  const partOfSpeech = partsOfSpeech.find((known) => known.toLowerCase() === speech)
  if (source.length === 0) return 'source'
  if (renderings.filter((rendering) => rendering.status === 'preferred').length !== 1) return 'preferred'
  if (status === undefined) return 'status'
  if (speech !== '' && partOfSpeech === undefined) return 'part-of-speech'
  if (row['authority-date'] !== '' && !datePattern.test(row['authority-date'])) return 'authority-date'
  const said = furtherColumns
    .filter((name) => name !== 'part-of-speech')
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
    ...Object.fromEntries(said),
  }
}

function join(texts: readonly string[]): string {
  return texts.map((text) => text.replace(/[\\|]/g, '\\$&')).join('|')
}

function split(cell: string): readonly string[] {
  const texts = (cell.match(/(?:\\[\\|]|[^|])+/g) ?? []).map((text) => text.replace(/\\([\\|])/g, '$1').trim())
  return texts.filter((text) => text !== '')
}
