import type { Document } from '../../model/document.ts'
import type { Draft } from '../../model/draft.ts'
import type { Inline } from '../../model/inline.ts'
import type { Comment, SegmentStateName } from '../../model/state.ts'
import type { ExportContents } from '../../ports/format.ts'

/** All that goes into a document's XLIFF. */
export type XliffExport = ExportContents['xliff']

/** What an XLIFF says of a segment besides its source. */
export interface SegmentContents {
  readonly target: Inline
  readonly state: SegmentStateName
  readonly draft?: Draft
  readonly comments: readonly Comment[]
}

/** What a file written by `toXliff` holds. */
export interface XliffContents {
  readonly type: 'xliff-contents'
  readonly document: Document
  /** By segment id. */
  readonly segments: ReadonlyMap<string, SegmentContents>
}
