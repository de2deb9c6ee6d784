import type { Document } from '../../model/document.ts'
import type { Draft } from '../../model/draft.ts'
import type { Inline } from '../../model/inline.ts'
import type { Comment, SegmentStateName } from '../../model/state.ts'
import type { ExportContents } from '../../ports/format.ts'

/** The input of a document's XLIFF. */
export type XliffExport = ExportContents['xliff']

/** The content of a segment in an XLIFF besides its source. */
export interface SegmentContents {
  readonly target: Inline
  readonly state: SegmentStateName
  readonly draft?: Draft
  readonly comments: readonly Comment[]
}

/** The content of a file that `toXliff` wrote. */
export interface XliffContents {
  readonly type: 'xliff-contents'
  readonly document: Document
  /** By segment id. */
  readonly segments: ReadonlyMap<string, SegmentContents>
}
