import { CsvError, parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { type Refusal, refuse } from '../model/refusal.ts'
import { type Rendering, renderingStatuses, type Term, termStatuses } from '../model/term.ts'

type TermFields = Omit<Term, 'id'>

/**
 * One term a row. `source` and the four columns named for rendering statuses hold any number of texts, separated by
 * `|`; a `|` or backslash that belongs to a text has a backslash before it.
 */
const columns = ['source', ...renderingStatuses, 'status', 'domain', 'note', 'authority'] as const
type Row = Readonly<Record<(typeof columns)[number], string>>

/** What csv-parse gives for a record when asked for `info`; `lines` is the line on which the record ends. */
interface CsvRecord {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

/**
 * Reads a glossary in CSV (RFC 4180, UTF-8, with or without a byte order mark). A missing `status` is `proposed`.
 * Refuses the whole file rather than drop a row: `file-empty`, `file-undecodable`, or `file-malformed` with `line`
 * (of the file, from 1) and `column` where it is known.
 */
export function readGlossary(bytes: Uint8Array): readonly TermFields[] | Refusal {
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
  const [header, ...rows] = records
  const names = header?.record.map((name) => name.trim().toLowerCase()) ?? []
  const unknown = names.find((name, at) => !isColumn(name) || names.indexOf(name) !== at)
  const absent = (['source', 'preferred'] as const).find((name) => !names.includes(name))
  if (unknown !== undefined || absent !== undefined) {
    return refuse('file-malformed', { line: '1', column: absent ?? unknown ?? '' })
  }
  const terms: TermFields[] = []
  for (const { record, info } of rows) {
    if (record.every((cell) => cell.trim() === '')) continue
    const term = record.length > names.length ? '' : termOf(rowOf(names, record))
    if (typeof term === 'string') return refuse('file-malformed', { line: String(info.lines), column: term })
    terms.push(term)
  }
  return terms
}

/** Writes a glossary in CSV that spreadsheets open, with a byte order mark and without a cell that could be a formula. */
export function writeGlossary(terms: readonly TermFields[]): string {
  const rows = terms.map((term) => {
    const row: Row = {
      source: join(term.source),
      ...(Object.fromEntries(
        renderingStatuses.map((status) => [
          status,
          join(term.renderings.filter((rendering) => rendering.status === status).map(({ text }) => text)),
        ]),
      ) as Record<Rendering['status'], string>),
      status: term.status,
      domain: term.domain,
      note: term.note,
      authority: term.authority,
    }
    return columns.map((name) => shield(row[name]))
  })
  return stringify([columns, ...rows], { bom: true })
}

function isColumn(name: string): name is (typeof columns)[number] {
  return (columns as readonly string[]).includes(name)
}

function rowOf(names: readonly string[], record: readonly string[]): Row {
  const cells = new Map(names.map((name, at) => [name, unshield(record[at] ?? '').trim()]))
  return Object.fromEntries(columns.map((name) => [name, cells.get(name) ?? ''])) as Row
}

/** The term of a row, or the name of the column that is at fault. */
function termOf(row: Row): TermFields | string {
  const source = split(row.source)
  const status = row.status === '' ? 'proposed' : termStatuses.find((known) => known === row.status.toLowerCase())
  const renderings = renderingStatuses.flatMap((of) => split(row[of]).map((text) => ({ text, status: of })))
  if (source.length === 0) return 'source'
  if (renderings.filter((rendering) => rendering.status === 'preferred').length !== 1) return 'preferred'
  if (status === undefined) return 'status'
  return { source, renderings, status, domain: row.domain, note: row.note, authority: row.authority }
}

function join(texts: readonly string[]): string {
  return texts.map((text) => text.replace(/[\\|]/g, '\\$&')).join('|')
}

function split(cell: string): readonly string[] {
  const texts = (cell.match(/(?:\\[\\|]|[^|])+/g) ?? []).map((text) => text.replace(/\\([\\|])/g, '$1').trim())
  return texts.filter((text) => text !== '')
}

/**
 * A spreadsheet runs a cell that begins with one of these as a formula (OWASP, "CSV Injection"). An apostrophe before
 * it makes it text; one more is put before those that are there already, so that reading gives the cell back.
 */
const formula = /^'*[=+\-@\t\r]/

function shield(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell
}

function unshield(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell
}
