import type { AccountEntry } from '../../model/account-record.ts'
import type { Figure } from '../../model/release.ts'
import type { SignOff, Staleness } from '../../model/signoff.ts'
import type { SegmentStateName } from '../../model/state.ts'
import type { Term } from '../../model/term.ts'

export type SignOffStatus = 'never' | 'signed' | 'stale'

/** A comment as it stands on the sign-off sheet, with the names of people. */
export interface SheetComment {
  readonly segment: string
  readonly id: string
  readonly text: string
  readonly name: string
  readonly at: string
  readonly blocking: boolean
  readonly resolved: { readonly name: string; readonly at: string; readonly reason: string } | null
  /** Whether the caller may lift a blocking comment: as its own, or with a reason. */
  readonly lift: 'own' | 'with-reason' | null
}

/** A share of the work as the journal shows it: see `review/work-times.ts`. Times are in milliseconds. */
export interface SheetWork {
  readonly name: string
  readonly did: 'translated' | 'revised'
  readonly sinceSigning: boolean
  readonly sentences: number
  readonly from: string
  readonly to: string
  readonly milliseconds: number | null
  readonly median: number | null
  /** Whether it was faster than the English can be read, and then the sentences. */
  readonly hasty: boolean
  readonly segments: readonly string[]
  /** When each sentence was confirmed, since the first step and without pauses; only where something was hasty. */
  readonly ticks: readonly number[]
}

interface BeforeAndAfter {
  readonly before: string
  readonly after: string
}

/** A sentence that is not as it was signed, with the names of people. */
export interface SheetChange {
  readonly segment: string
  readonly change: 'source' | 'target' | 'both' | 'added' | 'removed'
  readonly source: BeforeAndAfter
  readonly target: BeforeAndAfter
  readonly changed: { readonly name: string; readonly at: string } | null
  readonly revised: { readonly name: string; readonly at: string } | null
  readonly reasons: readonly { readonly name: string; readonly at: string; readonly text: string }[]
}

/** A term of the document that was added, changed or retired since the signature. `before` is null for a new one. */
export interface SheetTermChange {
  readonly term: string
  readonly source: string
  readonly before: string | null
  readonly after: string
  readonly status: Term['status']
  readonly authority: string
  readonly name: string
  readonly at: string
  /** The sentences that differ from what was signed by this term alone. */
  readonly sentences: readonly SheetChange[]
}

export interface SheetChanges {
  /** Sentences that differ by more than one term. */
  readonly sentences: readonly SheetChange[]
  readonly terms: readonly SheetTermChange[]
  /** How many sentences stand as they were signed. */
  readonly same: number
}

/** What an approver reads before signing. */
export interface SignOffSheet {
  /** Sequence number of the document's chain this was made from: signing names it. */
  readonly sequence: number
  readonly coverage: { readonly segments: number; readonly states: Readonly<Record<SegmentStateName, number>> }
  readonly open: readonly {
    readonly segment: string
    readonly reason:
      | 'comment-blocking'
      | 'untranslated'
      | 'unreviewed'
      | 'revision-due'
      | 'error'
      | 'returned'
      | 'figure-unconfirmed'
    readonly comment?: string
    readonly code?: string
    readonly params?: Readonly<Record<string, string>>
  }[]
  readonly warnings: number
  readonly figures: readonly Figure[]
  readonly terms: readonly {
    readonly id: string
    readonly source: string
    readonly target: string
    readonly status: Term['status']
    readonly segments: readonly string[]
    readonly missed: number
  }[]
  readonly waivers: readonly {
    readonly segment: string
    readonly finding: string
    readonly reason: string
    readonly name: string
    readonly at: string
  }[]
  readonly people: readonly { readonly name: string; readonly translated: number; readonly revised: number }[]
  /** Comments that are open, and blocking ones that were settled. */
  readonly comments: readonly SheetComment[]
  /** Who did what, when and how long, before the last signature and since. */
  readonly work: readonly SheetWork[]
  /** What is not as the last signature has it; null where there was none. */
  readonly changes: SheetChanges | null
  /**
   * Links, passwords and roles of the people who worked on it, since the last signature or else its import; told to
   * approvers and administrators.
   */
  readonly accounts: readonly Pick<AccountEntry, 'at' | 'act' | 'by' | 'person' | 'roles'>[]
  /** Whether the office has the name that stands on every published page. */
  readonly officeNamed: boolean
  /** How many sentences stand as one of two people accepted the wording of the other. */
  readonly accepted: number
  /** The score of its assessment where that is below the mark of the office and the office wants it said; else null. */
  readonly quality: { readonly score: number; readonly passMark: number } | null
  /** Drafts by origin, in words for people, and how many segments each began. */
  readonly drafts: readonly { readonly origin: string; readonly segments: number }[]
  readonly signOff: SignOff | null
  /** Whoever signed, as they are called now; the signature itself stays as it was made. */
  readonly signer: string | null
  readonly status: SignOffStatus
  readonly staleness: Staleness | null
  /** The code of the refusal that the caller would get for signing now. */
  readonly refusal: { readonly code: string; readonly params: Readonly<Record<string, string>> } | null
}

/** The figure sheet of a document, sentence by sentence; sentences without figures are left out. */
export interface FigureSheetView {
  readonly title: string
  readonly segments: readonly {
    readonly id: string
    /** Counts the sentences of the document from 1. */
    readonly number: number
    readonly source: string
    readonly target: string
    readonly figures: readonly Figure[]
    /** The refusal that the caller would get for confirming these figures now; null also if they are confirmed. */
    readonly refusal: { readonly code: string; readonly params: Readonly<Record<string, string>> } | null
    /** Whether the caller has confirmed them as they are. */
    readonly own: boolean
  }[]
  readonly signOff: { readonly name: string; readonly at: string } | null
  readonly status: SignOffStatus
}
