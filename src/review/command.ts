import type { CommentedWords } from '../model/commented-words.ts'
import type { Draft, UndraftedReason } from '../model/draft.ts'
import type { Inline } from '../model/inline.ts'
import type { IssueCategory, IssueSeverity } from '../model/quality.ts'
import type { SeenFigure } from '../model/release.ts'

/**
 * People's commands on a segment. `base` is the version of the segment that the command was made against. `draft` comes
 * from the drafting run, and so does `discard-draft`, which never touches a person's words. The sender chooses the id of a comment. Figures are sent as the person saw them.
 */
export type SegmentCommand =
  | { readonly type: 'draft'; readonly segment: string; readonly draft: Draft }
  /** There is no draft, and why. */
  | { readonly type: 'draft'; readonly segment: string; readonly draft: null; readonly reason: UndraftedReason }
  | { readonly type: 'discard-draft'; readonly segment: string; readonly base?: number }
  | { readonly type: 'edit'; readonly segment: string; readonly base: number; readonly target: Inline }
  /**
   * An edit as part of a replacement over many segments, which the sender names. `signed`: also where the text is signed,
   * which it then no longer is.
   */
  | {
      readonly type: 'replace'
      readonly segment: string
      readonly base: number
      readonly target: Inline
      readonly act: string
      readonly signed?: boolean | undefined
    }
  /** Takes back what a replacement of the sender made of a segment, where nothing has happened to it since. */
  | { readonly type: 'undo-replacement'; readonly segment: string; readonly act: string }
  /** Puts the Chinese in the place of the English, codes included, where no person has written any. */
  | { readonly type: 'copy-source'; readonly segment: string; readonly base: number }
  | { readonly type: 'translate'; readonly segment: string; readonly base: number; readonly target?: Inline }
  /** Puts the confirmed English of a segment wherever the same Chinese stands and no person has written. */
  | { readonly type: 'propagate'; readonly segment: string; readonly base: number }
  /** Takes back what the sender propagated from a segment, where nothing has happened to it since. */
  | { readonly type: 'undo-propagation'; readonly segment: string }
  | { readonly type: 'revise'; readonly segment: string; readonly base: number }
  /** Accepts the wording that another person confirmed in place of one's own: the second pair of eyes. */
  | { readonly type: 'accept'; readonly segment: string; readonly base: number }
  | { readonly type: 'return'; readonly segment: string; readonly base: number; readonly reason: string }
  | { readonly type: 'reopen'; readonly segment: string; readonly base: number }
  | { readonly type: 'split'; readonly segment: string; readonly base: number; readonly at: number }
  | { readonly type: 'join'; readonly segment: string; readonly base: number; readonly nextBase: number }
  | {
      readonly type: 'waive'
      readonly segment: string
      readonly base: number
      readonly finding: string
      readonly reason: string
    }
  | { readonly type: 'withdraw-waiver'; readonly segment: string; readonly base: number; readonly finding: string }
  | { readonly type: 'confirm-figures'; readonly segment: string; readonly figures: readonly SeenFigure[] }
  | {
      readonly type: 'comment'
      readonly segment: string
      readonly comment: string
      readonly text: string
      readonly blocking?: boolean | undefined
      /** Words of the sentence that it is on; `from` is where they stood, in UTF-16 units of the plain text. */
      readonly on?: Pick<CommentedWords, 'side' | 'from' | 'words'> | undefined
      /** Ids of people. */
      readonly mentions?: readonly string[] | undefined
    }
  /** Other English for the sentence as it was seen. The sender chooses the id. */
  | {
      readonly type: 'suggest'
      readonly segment: string
      readonly base: number
      readonly suggestion: string
      readonly target: Inline
      readonly text?: string | undefined
      /** The outside review that it came back with, and the English that its reviewer saw. */
      readonly outside?: { readonly review: string; readonly target: Inline }
    }
  /** Makes what somebody suggested the English: an edit of both. */
  | { readonly type: 'take-suggestion'; readonly segment: string; readonly base: number; readonly suggestion: string }
  | {
      readonly type: 'leave-suggestion'
      readonly segment: string
      readonly suggestion: string
      readonly reason?: string | undefined
    }
  | {
      readonly type: 'resolve-comment'
      readonly segment: string
      readonly comment: string
      readonly reason?: string | undefined
    }
  /** Something is wrong with the sentence as it was seen. The sender chooses the id. */
  | {
      readonly type: 'mark-issue'
      readonly segment: string
      readonly base: number
      readonly issue: string
      readonly category: IssueCategory
      readonly severity: IssueSeverity
      readonly text?: string | undefined
      readonly on?: Pick<CommentedWords, 'side' | 'from' | 'words'> | undefined
    }
  | {
      readonly type: 'remove-issue'
      readonly segment: string
      readonly issue: string
      readonly reason?: string | undefined
    }
  /** Whatever is wrong with the sentence as it was seen is marked. */
  | { readonly type: 'assess'; readonly segment: string; readonly base: number }
  /** Takes back that one has assessed it. */
  | { readonly type: 'withdraw-assessment'; readonly segment: string }
