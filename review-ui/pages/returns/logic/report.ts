import type { ReturnedChange, ReturnsLook } from './choices.ts'

/** What a line of the report is about. */
type Kind = ReturnedChange['type'] | ReturnsLook['problems'][number]['type']

/** The report as a table: a line a row that was changed or is damaged, for a spreadsheet. `words` names the kinds. */
export function reportOf(
  { changes, problems }: ReturnsLook,
  numberOf: (segment: string) => number | undefined,
  words: { readonly heads: readonly string[]; readonly kind: (type: Kind) => string },
): string {
  const number = (segment: string) => String(numberOf(segment) ?? '')
  const rows = [
    ...changes.map(({ type, segment, source, now, target }) => [
      words.kind(type),
      number(segment),
      segment,
      source,
      now,
      target,
    ]),
    ...problems.map(({ type, segment, source, target }) => [
      words.kind(type),
      number(segment),
      segment,
      source,
      '',
      target,
    ]),
  ]
  return `\ufeff${[words.heads, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

/** A cell as RFC 4180 has it; what a spreadsheet would take for a formula is shielded. */
function cell(text: string): string {
  const shielded = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(shielded) ? `"${shielded.replaceAll('"', '""')}"` : shielded
}
