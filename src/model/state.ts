import type { Assignment } from './assignment.ts'
import type { CommentedWords } from './commented-words.ts'
import type { Document } from './document.ts'
import type { Draft, UndraftedReason } from './draft.ts'
import type { Inline } from './inline.ts'
import type { RevisionCount } from './office-steps.ts'
import type { Assessment, Issue, Sample } from './quality.ts'
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

/** A finding that a person lets stand: in the present source and target, and no longer than either. */
export interface Waiver extends Stamp {
  /** `findingKey` of the finding. */
  readonly finding: string
  readonly reason: string
  /** Of a waiver of the first version, which no change of the text ended: whether the text is another by now. */
  readonly unbound?: 'same-text' | 'other-text'
}

/** A run of words of a target, codes among them, and the people who wrote them: none for a draft's. */
export interface Written {
  readonly words: number
  readonly by: readonly string[]
}

/**
 * The text that somebody made another of, and who had written and confirmed it. `by`: whoever is changing it; null
 * where that is open, since the text came to stand elsewhere.
 */
export interface Rewording {
  readonly by: string | null
  readonly target: Inline
  readonly written: readonly Written[]
  readonly authors: readonly string[]
}

/** A person's confirmation of exactly these figures of a segment against its source. */
export interface FiguresConfirmed extends Stamp {
  readonly figures: readonly SeenFigure[]
}

export interface Comment extends Stamp {
  readonly id: string
  readonly text: string
  /** Nothing is signed or published before it is resolved. */
  readonly blocking?: true
  /** The words that it is on; absent for the whole sentence. */
  readonly on?: CommentedWords
  /** People whom it asks to look, by their ids. */
  readonly mentions?: readonly string[]
  /** `reason`: of an approver who lifted somebody else's blocking comment. */
  readonly resolved?: Stamp & { readonly reason?: string }
}

/** A file that went out to a reviewer who has no account: who sent it, when, and for whom it is. */
export interface OutsideReview extends Stamp {
  readonly id: string
  readonly name: string
}

/** Another English that somebody suggests. */
export interface Suggestion extends Stamp {
  readonly id: string
  readonly target: Inline
  /** Why, in its maker's words. */
  readonly text?: string
  /** The outside review that it came back with: its reviewer made it, and who is named here has brought it. */
  readonly review?: string
  /** The sentence that it was made for: once either text is another, it is stale. */
  readonly of: { readonly source: Inline; readonly target: Inline }
  /** What became of it. Left by its own maker, it was taken back. */
  readonly settled?: Stamp & { readonly how: 'taken' | 'left'; readonly reason?: string }
}

/** A person took over what another suggested: neither of the two approves words of the other in this text. */
export interface Taken {
  readonly by: string
  readonly suggested: string
}

/** What an edit changes of a segment: what it takes to put back what was there before. */
export type BeforeEdit = Omit<
  SegmentState,
  | 'id'
  | 'block'
  | 'source'
  | 'version'
  | 'comments'
  | 'suggestions'
  | 'figuresConfirmed'
  | 'issues'
  | 'assessments'
  | 'revisionsAsked'
  | 'propagated'
  | 'replaced'
>

/** The state of a segment that its events produce. A fold, never stored. */
export interface SegmentState {
  readonly id: string
  readonly block: string
  readonly source: Inline
  readonly target: Inline
  readonly state: SegmentStateName
  /**
   * The number of events about this segment, except comments, suggestions, confirmed figures, assessments and missing
   * drafts; a command carries the version it was made against.
   */
  readonly version: number
  /** The last draft offered; its target is the segment's until a person edits or confirms. */
  readonly draft?: Draft
  /** Why the last run left it without a draft, as long as it has no other text since. */
  readonly undrafted?: UndraftedReason
  /**
   * Everyone whose words are in the present target, or who confirmed it as theirs: four eyes are checked against these
   * people. Whoever's words somebody else has replaced is none of them.
   */
  readonly authors: readonly string[]
  /** Who wrote which words of the target; absent if no person did. */
  readonly written?: readonly Written[]
  /** Of a text that holds words of others or replaced them: what the last editor began with. */
  readonly reworded?: Rewording
  /** Who took over whose suggestion, as long as both have words in the target. */
  readonly taken?: readonly Taken[]
  readonly edited?: Stamp
  readonly translated?: Stamp
  readonly revised?: Stamp
  /** Who revised it after that, the latest last; absent for nobody. It falls with the first revision. */
  readonly revisedAgain?: readonly Stamp[]
  /**
   * Of two people who worked on the wording one after the other, the one who accepted what the other had confirmed:
   * each has approved the other's words. `translated` and `revised` name both.
   */
  readonly accepted?: Stamp
  /** Where its English was confirmed, and what stood here before; as long as nothing has happened to it since. */
  readonly propagated?: { readonly from: string; readonly before: Inline }
  /** The replacement that wrote its present text, and what it was before; as long as nothing has happened to it since. */
  readonly replaced?: { readonly act: string; readonly before: BeforeEdit }
  readonly returned?: Stamp & { readonly reason: string }
  /** The sentence of an earlier version of the source that this one was made of, with the English that it had. */
  readonly earlier?: { readonly source: Inline; readonly target: Inline }
  readonly waivers: readonly Waiver[]
  /** The last confirmation of each person; valid as long as the figures are the ones that were seen. */
  readonly figuresConfirmed?: readonly FiguresConfirmed[]
  readonly comments: readonly Comment[]
  /** Absent for none. */
  readonly suggestions?: readonly Suggestion[]
  /** What is wrong with it, by those who assessed it, each on the text of then; absent for none. */
  readonly issues?: readonly Issue[]
  /** Who assessed it, the latest last; absent for nobody. */
  readonly assessments?: readonly Assessment[]
  /** How many people are asked to revise it, where that is more than one. No signature covers it. */
  readonly revisionsAsked?: RevisionCount
}

/** The summary of a release in the fold; the release itself is in its event. */
export interface ReleaseSummary extends Stamp {
  readonly number: number
  readonly errata: number
  /** The signature that was published with it. */
  readonly signature: string
  readonly withdrawn?: Stamp
}

/** The state of a document that its events produce. `document.blocks` reflect splits and joins. */
export interface DocumentState {
  readonly document: Document
  /** What the office calls it beside its titles, so that documents of one title are told apart. */
  readonly name?: string
  /** By which the office groups it; absent if it has none. */
  readonly labels?: readonly string[]
  readonly imported: Stamp
  /** Who put it out of the way, as long as nobody has brought it back. */
  readonly archived?: Stamp
  /** Who deleted it: nobody opens it any more. */
  readonly deleted?: Stamp
  /** Who is asked to do what; absent if nobody was. No signature covers it. */
  readonly assignments?: readonly Assignment[]
  /** The files that went out to reviewers without an account; absent if none did. */
  readonly reviews?: readonly OutsideReview[]
  /** Samples drawn for its assessment, the latest last; absent for none. No signature covers them. */
  readonly samples?: readonly (Sample & Stamp)[]
  /** How many people are asked to revise each sentence, where that is more than one. No signature covers it. */
  readonly revisionsAsked?: RevisionCount
  /** By their ids: a `Table` where events are folded into it. */
  readonly segments: ReadonlyMap<string, SegmentState>
  /** Segments that were split, joined or left out of a new version, with the segments that replaced them. */
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

/** The state of a document as JSON. */
export interface DocumentJson extends Omit<DocumentState, 'segments'> {
  /** By their ids. */
  readonly segments: Readonly<Record<string, SegmentState>>
}
