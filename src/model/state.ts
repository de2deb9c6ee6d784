import type { Document } from './document.ts'
import type { Draft } from './draft.ts'
import type { Inline } from './inline.ts'
import type { Figure, SeenFigure } from './release.ts'
import type { SignOff } from './signoff.ts'

/** XLIFF 2.1 §4.3.1.27. `translated`: one person has confirmed it; `reviewed`: a second person has; `final`: signed. */
export const segmentStates = ['initial', 'translated', 'reviewed', 'final'] as const
export type SegmentStateName = (typeof segmentStates)[number]

/** Who did something, and when (UTC, ISO 8601). */
export interface Stamp {
  readonly by: string
  readonly at: string
}

export interface Waiver extends Stamp {
  /** `findingKey` of the finding. */
  readonly finding: string
  readonly reason: string
}

/** A person's confirmation of exactly these figures of a segment against its source. */
export interface FiguresConfirmed extends Stamp {
  readonly figures: readonly SeenFigure[]
}

export interface Comment extends Stamp {
  readonly id: string
  readonly text: string
  readonly resolved?: Stamp
}

/** The state of a segment that its events produce. A fold, never stored. */
export interface SegmentState {
  readonly id: string
  readonly block: string
  readonly source: Inline
  readonly target: Inline
  readonly state: SegmentStateName
  /**
   * The number of events about this segment, except comments and confirmed figures; a command carries the version it was
   * made against.
   */
  readonly version: number
  /** The last draft offered; its target is the segment's until a person edits or confirms. */
  readonly draft?: Draft
  /** Everyone who wrote or confirmed the present target: four eyes are checked against these people. */
  readonly authors: readonly string[]
  readonly edited?: Stamp
  readonly translated?: Stamp
  readonly revised?: Stamp
  /** Where its English was confirmed, and what stood here before; as long as nothing has happened to it since. */
  readonly propagated?: { readonly from: string; readonly before: Inline }
  readonly returned?: Stamp & { readonly reason: string }
  readonly waivers: readonly Waiver[]
  /** The last confirmation of each person; valid as long as the figures are the ones that were seen. */
  readonly figuresConfirmed?: readonly FiguresConfirmed[]
  readonly comments: readonly Comment[]
}

/** The summary of a release in the fold; the release itself is in its event. */
export interface ReleaseSummary extends Stamp {
  readonly number: number
  readonly errata: number
}

/** The state of a document that its events produce. `document.blocks` reflect splits and joins. */
export interface DocumentState {
  readonly document: Document
  readonly imported: Stamp
  readonly segments: Readonly<Record<string, SegmentState>>
  /** Segments that were split or joined, with the segments that replaced them. */
  readonly tombstones: Readonly<Record<string, readonly string[]>>
  /** The last signature, and whether an event since then has touched what it covers. */
  readonly signOff?: SignOff
  /** The figure sheet that was signed with it. */
  readonly signedFigures?: readonly Figure[] | undefined
  readonly touchedSinceSignOff: boolean
  readonly releases: readonly ReleaseSummary[]
  /** Sequence number and hash of the last entry folded in. */
  readonly sequence: number
  readonly head: string
}
