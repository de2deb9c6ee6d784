import type { Remark } from '../model/finding.ts'
import type { Steps } from '../model/steps.ts'
import type { SegmentContext } from './check.ts'
import { chineseOf, wordingOf } from './wording.ts'

/** Words of so few characters may share their English: 合计 and 总计 are both "Total". */
const shortWord = 4

/**
 * Across a document: English that an earlier segment has for other Chinese. One of them was most probably pasted or
 * drafted for the other. Marks, blanks and capitals make no difference. Each finding names the first occurrence.
 */
export function* sameEnglish(contexts: readonly SegmentContext[]): Steps<readonly Remark[]> {
  const firsts = new Map<string, SegmentContext>()
  const findings: Remark[] = []
  for (const context of contexts) {
    yield
    const { english } = wordingOf(context)
    if (english === '') continue
    const first = firsts.get(english)
    if (first === undefined) {
      firsts.set(english, context)
      continue
    }
    const [chinese, other] = [chineseOf(context), chineseOf(first)]
    if (other === chinese || Math.max(other.length, chinese.length) <= shortWord) continue
    findings.push({
      code: 'same-english',
      severity: 'warning',
      segment: context.segment,
      target: { from: 0, to: context.target.length },
      params: { other: first.segment, zh: first.source },
    })
  }
  return findings
}
