/**
 * What to insert for `words` between the text before and after the cursor: with the spaces English asks for, and a
 * capital where a sentence begins.
 */
export function fitting(words: string, before: string, after: string): string {
  const starts = before.trim() === '' || /[.!?][”"’)\]]*\s+$/u.test(before)
  const first = starts ? words.slice(0, 1).toUpperCase() + words.slice(1) : words
  const needsBefore = /[\p{L}\p{N},.;:!?)\]”’%]$/u.test(before) && /^[\p{L}\p{N}“‘("$]/u.test(words)
  const needsAfter = /^[\p{L}\p{N}“‘(]/u.test(after) && /[\p{L}\p{N}%)”’,]$/u.test(words)
  return `${needsBefore ? ' ' : ''}${first}${needsAfter ? ' ' : ''}`
}
