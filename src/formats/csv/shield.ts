/**
 * A spreadsheet runs a cell that begins with one of these as a formula (OWASP, "CSV Injection"). An apostrophe before
 * it makes it text; one more is put before those that are there already, so that reading gives the cell back.
 */
const formula = /^'*[=+\-@\t\r]/

/** A cell that no spreadsheet runs. */
export function shield(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell
}

/** The cell that was shielded. */
export function unshield(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell
}
