import { type ProofItem, proofItem } from './proof-item.ts'

/**
 * Punctuation written twice, or one mark after another where one belongs. Left alone: an ellipsis, `?!` and `!!`, a
 * comma after the full stop of an abbreviation (`Inc.,`), and what belongs to addresses.
 */
export function marks(text: string): readonly ProofItem[] {
  const items: ProofItem[] = []
  for (const { 0: run, index: from } of text.matchAll(/[,;:.](?:[ \t]?[,;:.]){1,9}/g)) {
    const fix = single(
      run,
      text.slice(Math.max(0, from - 24), from),
      text.slice(from + run.length, from + run.length + 2),
    )
    if (fix !== null) items.push(proofItem('proof-mark-doubled', 'warning', text, { from, to: from + run.length }, fix))
  }
  return items
}

/** What should stand instead; null where the marks are right as they are. */
function single(run: string, before: string, after: string): string | null {
  const marks = run.replace(/[ \t]/g, '')
  if (/^\.{3,}$/.test(marks) || /^(?:\.\.\.|:)\/?$/.test(marks) || /^[\\/\d]/.test(after)) return null
  if (/^[:;]$/.test(run[0] ?? '') && !/^[,;:.]*$/.test(marks)) return null
  const same = new Set(marks).size === 1
  if (same)
    return marks === '::' && !/^\s/.test(after) ? null : /[\p{L}\p{N})”"’%]$/u.test(before) ? (marks[0] ?? null) : null
  if (marks.startsWith('.'))
    return /(?:^|[^\p{L}.])\p{Ll}{5,}$/u.test(before) && marks.length === 2 ? marks.slice(1) : null
  return marks.length === 2 && /[\p{L}\p{N})”"’%]$/u.test(before)
    ? marks.endsWith('.')
      ? '.'
      : (marks[0] ?? null)
    : null
}
