import type { Document } from '../../model/document.ts'
import type { Draft } from '../../model/draft.ts'
import type { Inline } from '../../model/inline.ts'
import type { Match } from '../../model/match.ts'
import type { Comment, DocumentState, SegmentStateName } from '../../model/state.ts'
import type { TermOccurrence } from '../../model/term.ts'

/** All that goes into a document's XLIFF. Maps are by segment id, names by person id. */
export interface XliffExport {
  readonly state: DocumentState
  /** Terms met in the source, in order, apart from each other. */
  readonly terms: ReadonlyMap<string, readonly TermOccurrence[]>
  /** What the memory offers, besides the draft that the state holds. */
  readonly matches: ReadonlyMap<string, readonly Match[]>
  /** Names as people show them. */
  readonly names: ReadonlyMap<string, string>
}

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
