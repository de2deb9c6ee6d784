import type { ReturnsView } from '../../contract/views/returns.ts'
import { codeLetters, codeName } from '../../model/code-letters.ts'
import type { Finding } from '../../model/finding.ts'
import { plain } from '../../model/inline.ts'
import type { DocumentState } from '../../model/state.ts'
import type { RowChange, RowProblem } from '../../returns/compare.ts'
import type { Compared } from './returned-comparison.ts'

/** The errors that a returned English would bring which its segment does not have, by segment. */
export type ErrorsBrought = ReadonlyMap<string, readonly Finding[]>

/** How many rows of each kind are shown one by one. */
const mostShown = 2000

export function viewOf(
  { read, went, now, review, comparison, filename, at }: Compared,
  errors: ErrorsBrought,
): ReturnsView {
  const { changes, comments, problems, unchanged, moved } = comparison
  const count = (type: RowChange['type']) => changes.filter((change) => change.type === type).length
  return {
    filename,
    at,
    sequence: read.head.base.sequence,
    reviewer: review?.name ?? null,
    notices: read.head.notices,
    counts: {
      rows: read.items.length,
      unchanged,
      moved,
      edit: count('edit'),
      conflict: count('conflict'),
      confirm: count('confirm'),
      confirmed: changes.filter(({ confirmed }) => confirmed).length,
      comments: comments.length,
      problems: problems.length,
    },
    changes: changes.slice(0, mostShown).map(({ type, segment, version, target, confirmed, authors }) => {
      const present = now.segments.get(segment)
      return {
        type,
        segment,
        version,
        confirmed,
        authors,
        errors: (errors.get(segment) ?? []).map(({ code, params }) => ({ code, params })),
        state: present?.state ?? 'initial',
        source: plain(present?.source ?? []),
        went: plain(went.segments.get(segment)?.target ?? []),
        now: plain(present?.target ?? []),
        target: plain(target),
      }
    }),
    comments: comments.slice(0, mostShown),
    problems: problems.slice(0, mostShown).map((problem) => problemView(problem, now)),
    more: [changes, comments, problems].reduce((sum, { length }) => sum + Math.max(0, length - mostShown), 0),
  }
}

function problemView(problem: RowProblem, { segments }: DocumentState): ReturnsView['problems'][number] {
  const { source, target, others = [], faults = [], ...about } = problem
  const letters = codeLetters(segments.get(problem.segment)?.source ?? [])
  return {
    ...about,
    source: plain(source),
    target: plain(target),
    others: others.map(plain),
    faults: faults.map(({ type, code: { id } }) => ({ type, code: codeName(id, letters) })),
  }
}
