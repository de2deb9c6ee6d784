/**
 * What the table has for machines, in hidden text: which document went out and as of which entry, which column is which, and
 * which row is of which sentence with which codes. Hidden text lives through Word, WPS and LibreOffice where bookmarks and
 * the ids of controls do not.
 */
export interface TableMark {
  readonly document: string
  /** The last entry of the document's chain that is in the table: its number and hash. */
  readonly sequence: number
  readonly head: string
}

export interface RowMark {
  readonly segment: string
  /** The ids of the codes of its Chinese, in the order of their letters. */
  readonly codes: readonly string[]
}

export const columns = ['number', 'source', 'target', 'comment', 'status'] as const
export type Column = (typeof columns)[number]

export function writeTableMark({ document, sequence, head }: TableMark): string {
  return `[[dz-table|1|${encodeURIComponent(document)}|${sequence}|${head}]]`
}

export function readTableMark(text: string): TableMark | null {
  const [, document, sequence, head] =
    /\[\[dz-table\|1\|([^|\]\s]+)\|(\d{1,15})\|([0-9a-f]{1,128})\]\]/.exec(text) ?? []
  if (document === undefined || head === undefined) return null
  const id = decodedId(document)
  return id === null ? null : { document: id, sequence: Number(sequence), head }
}

export function writeRowMark({ segment, codes }: RowMark): string {
  return `[[dz-row|${encodeURIComponent(segment)}|${codes.map(encodeURIComponent).join(',')}]]`
}

/** The marks of rows in a text: more than one where rows were merged. */
export function readRowMarks(text: string): readonly RowMark[] {
  return [...text.matchAll(/\[\[dz-row\|([^|\]\s]+)\|([^|\]\s]*)\]\]/g)].flatMap(([, segment = '', codes = '']) => {
    const id = decodedId(segment)
    const ids = codes === '' ? [] : codes.split(',').map(decodedId)
    return id === null || ids.includes(null) ? [] : [{ segment: id, codes: ids.filter((code) => code !== null) }]
  })
}

export function writeColumnMark(column: Column): string {
  return `[[dz-column|${column}]]`
}

export function readColumnMark(text: string): Column | null {
  const [, name] = /\[\[dz-column\|(\w+)\]\]/.exec(text) ?? []
  return columns.find((column) => column === name) ?? null
}

/** A text without marks. */
export function withoutMarks(text: string): string {
  return text.replace(/\[\[dz-(?:table|row|column)\|[^\]\s]*\]\]/g, '')
}

/** What `encodeURIComponent` has written; null for anything else. */
function decodedId(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
