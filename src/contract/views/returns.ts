import type { CodeFault } from '../../model/code-faults.ts'
import type { Finding } from '../../model/finding.ts'
import type { ImportNotice } from '../../model/import-notice.ts'
import type { RowProblemName } from '../../model/returned.ts'
import type { SegmentStateName } from '../../model/state.ts'

/**
 * What would become of a document that was worked on elsewhere: see `returns/compare.ts`. Texts are without their inline
 * codes; where `now` and `target` are equal, only codes differ.
 */
export interface ReturnsView {
  readonly filename: string
  /** When the last change was made that the file went out with. */
  readonly at: string
  /** The number of that change, by which the version goes. */
  readonly sequence: number
  /** Who wrote in a file that went out to a reviewer outside: its English comes in as suggestions. Null for all others. */
  readonly reviewer: string | null
  readonly notices: readonly ImportNotice[]
  /** `confirmed`: of the changes, those that the file calls translated. `moved`: rows that stand elsewhere than they did. */
  readonly counts: Readonly<
    Record<
      'rows' | 'unchanged' | 'moved' | 'edit' | 'conflict' | 'confirm' | 'confirmed' | 'comments' | 'problems',
      number
    >
  >
  readonly changes: readonly {
    readonly type: 'edit' | 'conflict' | 'confirm'
    readonly segment: string
    readonly version: number
    readonly confirmed: boolean
    /** Who has changed it, as the file names them; none where it does not say. */
    readonly authors: readonly string[]
    /** What it would bring that is an error, and that the English here has not. */
    readonly errors: readonly Pick<Finding, 'code' | 'params'>[]
    readonly state: SegmentStateName
    readonly source: string
    /** The English as it went out, as it is here, and as it came back. */
    readonly went: string
    readonly now: string
    readonly target: string
  }[]
  readonly comments: readonly { readonly segment: string; readonly text: string }[]
  readonly problems: readonly {
    readonly type: RowProblemName
    /** Empty for a row that somebody else has made. */
    readonly segment: string
    /** The segment of the row before it in the file. */
    readonly after?: string
    readonly source: string
    readonly target: string
    /** The English of its other rows, where it came back more than once. */
    readonly others: readonly string[]
    /** What is wrong with its codes, each by its letter. */
    readonly faults: readonly { readonly type: CodeFault['type']; readonly code: string }[]
    readonly comments: readonly string[]
  }[]
  /** How many more there are of all these. */
  readonly more: number
}

/** What was taken of such a file, and how much changed English was left out. */
export interface ReturnsTaken {
  readonly edited: number
  readonly confirmed: number
  readonly suggested: number
  readonly comments: number
  readonly left: number
}
