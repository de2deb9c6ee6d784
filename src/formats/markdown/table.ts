const delimiterRow = /^ {0,3}\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?$/

/**
 * The cells of a pipe table (GitHub Flavored Markdown 4.10), row by row, without empty ones; null where the
 * paragraph is no table. CommonMark itself knows no tables and reads one as a paragraph.
 */
export function cellsOf(paragraph: string): readonly string[] | null {
  const rows = paragraph.split(/\r?\n/)
  if (!rows[0]?.includes('|') || !delimiterRow.test((rows[1] ?? '').trim())) return null
  return rows
    .toSpliced(1, 1)
    .flatMap((row) => row.split(/(?<!\\)\|/))
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
}
