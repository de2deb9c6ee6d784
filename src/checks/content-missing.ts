import type { Remark } from '../model/finding.ts'
import type { Steps } from '../model/steps.ts'
import type { SegmentContext } from './check.ts'
import { missingParts } from './missing-parts.ts'

/** How likely it must be that something is missing, for a note: a logarithm of odds. */
const likely = 3

/**
 * Across a document: clauses of the Chinese that the English is likely to lack, and items of lists; see `missingParts`. An
 * item of a list of which the English has fewer is told with its list. A note, to look there first.
 */
export function* contentMissing(contexts: readonly SegmentContext[]): Steps<readonly Remark[]> {
  const parts = yield* missingParts(contexts)
  return contexts.flatMap(({ segment, source }, at): readonly Remark[] => {
    const part = parts[at]
    if (part === undefined || part === null || part.odds < likely) return []
    const { from, to, list } = part
    if (list === undefined) {
      const params = { zh: source.slice(from, to) }
      return [{ code: 'content-missing', severity: 'note', segment, source: { from, to }, params }]
    }
    const span = { from: list.from, to: list.to }
    const params = { zh: source.slice(list.from, list.to), items: String(list.items), en: String(list.present) }
    return [{ code: 'content-list', severity: 'note', segment, source: span, params }]
  })
}
