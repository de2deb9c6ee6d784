import type { Finding } from '../../src/model/finding.ts'

/**
 * What was found in a text as far as it still holds for the text after an edit: what lies wholly before the edit or
 * wholly behind it, at its new place. What the edit touches is left to whoever reads it anew.
 */
export function shiftFindings(findings: readonly Finding[], before: string, now: string): readonly Finding[] {
  if (before === now) return findings
  const shorter = Math.min(before.length, now.length)
  let head = 0
  while (head < shorter && before[head] === now[head]) head++
  let tail = 0
  while (tail < shorter - head && before.at(-1 - tail) === now.at(-1 - tail)) tail++
  const moved = now.length - before.length
  return findings.flatMap((finding) => {
    const { target } = finding
    if (target === undefined) return []
    if (target.to < head) return [finding]
    if (target.from <= before.length - tail) return []
    return [{ ...finding, target: { from: target.from + moved, to: target.to + moved } }]
  })
}
