/**
 * A spreadsheet runs a cell that begins with one of these as a formula (OWASP, "CSV Injection"). An apostrophe before
 * it makes it text. Cells that already begin with apostrophes get one more, so that reading restores the cell.
 */
const formula = /^'*[=+\-@\t\r]/

/** A cell that no spreadsheet runs as a formula. */
export function shield(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell
}

/** The original cell of a shielded one. */
export function unshield(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell
}
