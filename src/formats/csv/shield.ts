/**
 * What a spreadsheet may run as a formula (OWASP, "CSV Injection"): a cell whose first visible character is one of
 * `= + - @`, in the half or the full width, whatever stands before it that programmes drop or do not show: blanks of any
 * kind, line ends, controls, zero-width and format characters such as a byte order mark. An apostrophe before the cell
 * makes it text. Cells that begin with apostrophes already get one more, so that reading restores the cell.
 *
 * A cell of nothing but such characters is harmless, but for a tab or a carriage return at its start, which some
 * programmes drop together with the field's quotation marks.
 */
const formula = /^'*(?:[\s\p{Cc}\p{Cf}\p{Zs}\u2800\u3164\u115f\u1160\uffa0]*[=+\-@＝＋－﹣−＠﹦﹢﹫]|[\t\r])/u

/** A cell that no spreadsheet runs as a formula. */
export function shield(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell
}

/** The original cell of a shielded one. */
export function unshield(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell
}
