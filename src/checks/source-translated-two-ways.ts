import type { Remark } from '../model/finding.ts'
import type { Steps } from '../model/steps.ts'
import type { SegmentContext } from './check.ts'

/**
 * Across a document: a sentence with the same source as an earlier one, in a block of the same kind, and with other
 * English. Each finding names the first occurrence. Capitals and a mark at the end make no difference.
 */
export function* sourceTranslatedTwoWays(contexts: readonly SegmentContext[]): Steps<readonly Remark[]> {
  const firsts = new Map<string, SegmentContext>()
  const findings: Remark[] = []
  for (const context of contexts) {
    yield
    const { segment, kind, source, target } = context
    if (target.trim() === '') continue
    const key = `${kind === 'heading'} ${source.trim()}`
    const first = firsts.get(key)
    if (first === undefined) {
      firsts.set(key, context)
    } else if (essence(first.target) !== essence(target)) {
      findings.push({
        code: 'source-translated-two-ways',
        severity: 'warning',
        segment,
        target: { from: 0, to: target.length },
        params: { other: first.segment, en: first.target },
        fix: first.target,
      })
    }
  }
  return findings
}

function essence(text: string): string {
  return text
    .trim()
    .replace(/[.!?:;,]$/, '')
    .toLowerCase()
}
