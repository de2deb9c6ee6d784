/** Which cells of a table are the text of a document, as people chose or as it was guessed. Columns are letters: `A`, `AB`. */
export interface TableChoice {
  /** The name of the sheet, in a workbook. */
  readonly sheet?: string
  /** The row that has the headings, from 1; it and those above are no text. 0 for none. */
  readonly headings: number
  readonly zh: string
  /** Where English goes; absent for a new column behind all others. */
  readonly en?: string
}

/** What a column of a table of terms can be chosen to be. */
export const termColumns = [
  'source',
  'preferred',
  'admitted',
  'deprecated',
  'forbidden',
  'domain',
  'note',
  'authority',
  'definition',
  'status',
  'authority-body',
  'authority-date',
  'authority-place',
  'public-note',
  'part-of-speech',
  'later-mention',
  'abbreviation',
  'inflections',
  'not-before',
  'not-after',
  'owner',
] as const
export type TermColumn = (typeof termColumns)[number]

/** What the columns of a table of terms are, by their letters, as people chose. Others are not read. */
export interface TermTableChoice {
  readonly sheet?: string
  /** As in `TableChoice`. */
  readonly headings: number
  readonly columns: Readonly<Record<string, TermColumn>>
}

/** A column of a table. */
export interface ColumnLook {
  /** Its letters. */
  readonly column: string
  /** What stands in the row of the headings; '' without one. */
  readonly heading: string
  /** What most of its cells are, and the share of the filled cells that are so, in percent. */
  readonly sort: 'chinese' | 'english' | 'other' | 'empty'
  readonly share: number
  /** Characters of the cells that are so. */
  readonly characters: number
  /** What its heading calls it in a table of terms; null where it does not. */
  readonly term: TermColumn | null
}

/** A table before its columns are chosen. */
export interface TableLook {
  readonly type: 'table-look'
  /** Of a workbook. */
  readonly sheets: readonly string[]
  /** What was chosen, or is guessed. */
  readonly table: TableChoice
  readonly columns: readonly ColumnLook[]
  /** The first rows; their cells are cut. */
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
  /** Rows that have a text in the chosen column. */
  readonly count: number
}

const letters = /^[A-Z]{1,3}$/

/** `A` for 0, `AB` for 27. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest === 0 ? '' : columnLetters(rest - 1)) + String.fromCharCode(65 + (index % 26))
}

/** 0 for `A`, 27 for `AB`. */
export function columnIndex(column: string): number {
  return [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** The columns of a choice as a command line has them: `zh=A,en=B,headings=1`. */
export function wordsOfColumns({ zh, en, headings }: TableChoice): string {
  return [`zh=${zh}`, ...(en === undefined ? [] : [`en=${en}`]), `headings=${headings}`].join(',')
}

/** A choice from such words; no `headings` means none. Null for words that are no choice. */
export function tableChoiceOf(words: string, sheet?: string): TableChoice | null {
  const parts = new Map<string, string>()
  for (const part of words.split(',')) {
    const [, name, value] = /^\s*(zh|en|headings)\s*=\s*([A-Za-z]{1,3}|\d{1,6})\s*$/.exec(part) ?? []
    if (name === undefined || value === undefined || parts.has(name)) return null
    parts.set(name, value.toUpperCase())
  }
  const [zh, en, headings = '0'] = [parts.get('zh'), parts.get('en'), parts.get('headings')]
  if (zh === undefined || !letters.test(zh) || zh === en) return null
  if ((en !== undefined && !letters.test(en)) || !/^\d+$/.test(headings)) return null
  return {
    ...(sheet === undefined ? {} : { sheet }),
    headings: Number(headings),
    zh,
    ...(en === undefined ? {} : { en }),
  }
}

/** The columns of a table of terms as an address has them: `B=source,C=preferred,headings=3`. */
export function wordsOfTermColumns({ columns, headings }: TermTableChoice): string {
  return [...Object.entries(columns).map(([column, name]) => `${column}=${name}`), `headings=${headings}`].join(',')
}

/** A choice from such words. Null for words that are none: each column and each name stands once, Chinese and English among them. */
export function termTableChoiceOf(words: string, sheet?: string): TermTableChoice | null {
  const columns: Record<string, TermColumn> = {}
  let headings = 0
  for (const part of words.split(',')) {
    const [, column = '', value = ''] = /^([A-Z]{1,3}|headings)=([a-z-]+|\d{1,6})$/.exec(part) ?? []
    const name = termColumns.find((one) => one === value)
    if (column === 'headings' && /^\d+$/.test(value)) headings = Number(value)
    else if (name === undefined || !letters.test(column) || columns[column] !== undefined) return null
    else columns[column] = name
  }
  const names = Object.values(columns)
  const once = new Set(names).size === names.length
  if (!once || !names.includes('source') || !names.includes('preferred')) return null
  return { ...(sheet === undefined ? {} : { sheet }), headings, columns }
}
