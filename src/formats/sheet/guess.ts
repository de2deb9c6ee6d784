import { type ColumnLook, columnIndex, columnLetters, type TableChoice, termColumns } from '../../model/table-choice.ts'
import { columnNamed } from '../glossary/headings.ts'
import type { SheetRow } from './sheet.ts'

/** Rows among which headings are looked for, and rows by which a column is judged. */
const mostAbove = 10
const judged = 500

/** Which columns of a sheet are Chinese and English: as it says in its headings, else by what stands in the cells. */
export function guessTable(rows: readonly SheetRow[], sheet: string | undefined): TableChoice {
  const headings = headingsOf(rows)
  const looks = columnsOf(rows, headings)
  const named = (name: 'source' | 'preferred') => looks.find(({ heading }) => columnNamed(heading) === name)
  const most = (sort: ColumnLook['sort']) =>
    looks.filter((look) => look.sort === sort).sort((a, b) => b.characters - a.characters)[0]
  const stated = named('source')
  const zh = (stated?.sort === 'chinese' ? stated : undefined) ?? most('chinese') ?? most('english') ?? looks[0]
  const english = named('preferred') ?? most('english')
  const en = english?.column === zh?.column ? undefined : english
  return {
    ...(sheet === undefined ? {} : { sheet }),
    headings,
    zh: zh?.column ?? 'A',
    ...(en === undefined ? {} : { en: en.column }),
  }
}

/** The row that names a Chinese or an English column above such texts; 0 for none. */
function headingsOf(rows: readonly SheetRow[]): number {
  const row = rows
    .slice(0, mostAbove)
    .find(({ cells }) => cells.some((cell) => ['source', 'preferred'].includes(columnNamed(cell) ?? '')))
  return row?.line ?? 0
}

/** What stands in each column, below the headings. */
export function columnsOf(rows: readonly SheetRow[], headings: number): readonly ColumnLook[] {
  const below = rows.filter(({ line }) => line > headings).slice(0, judged)
  const head = rows.find(({ line }) => line === headings)
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  return Array.from({ length: width }, (_, at): ColumnLook => {
    const cells = below.map((row) => (row.cells[at] ?? '').trim()).filter((cell) => cell !== '')
    const counts = { chinese: 0, english: 0, other: 0 }
    for (const cell of cells) counts[sortOf(cell)]++
    const sort = cells.length === 0 ? 'empty' : largest(counts)
    const heading = (head?.cells[at] ?? '').trim().slice(0, 100)
    const named = columnNamed(heading)
    return {
      column: columnLetters(at),
      heading,
      term: termColumns.find((name) => name === named) ?? null,
      sort,
      share: sort === 'empty' ? 0 : Math.round((100 * counts[sort]) / cells.length),
      characters: cells.filter((cell) => sortOf(cell) === sort).reduce((sum, cell) => sum + cell.length, 0),
    }
  })
}

function sortOf(cell: string): 'chinese' | 'english' | 'other' {
  if (/\p{Script=Han}/u.test(cell)) return 'chinese'
  return /[A-Za-z]{2}/.test(cell) && !/^[\w.-]*\d[\w.-]*$/.test(cell) ? 'english' : 'other'
}

function largest(counts: Readonly<Record<'chinese' | 'english' | 'other', number>>) {
  // As much of one as of the other is English under a Chinese heading.
  if (counts.chinese > counts.english && counts.chinese >= counts.other) return 'chinese'
  return counts.english >= counts.other && counts.english > 0 ? 'english' : 'other'
}

/** The text of a row in a column. */
export function cellIn({ cells }: SheetRow, column: string): string {
  return cells[columnIndex(column)] ?? ''
}
