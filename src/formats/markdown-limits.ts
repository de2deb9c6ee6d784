/** Quotes and lists nested deeper than this, or more marks in one paragraph, are an attack on the parser. */
const deepest = 50
const mostMarks = 2_000

const nesting = new RegExp(`^(?:[ \\t]*(?:>|[-*+]|\\d{1,9}[.)])){${deepest}}`)

/**
 * The line (from 1) of what would take a Markdown parser time out of proportion to its length; null for a text that
 * has nothing of the kind.
 */
export function lineOfAttack(source: string): number | null {
  let marks = 0
  let line = 0
  for (const text of source.split('\n')) {
    line++
    marks = text.trim() === '' ? 0 : marks + (text.match(/\*+|_+|[[<]/g)?.length ?? 0)
    if (marks > mostMarks || nesting.test(text)) return line
  }
  return null
}
