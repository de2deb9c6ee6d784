import type { Entry, TermEvent } from '../../model/event.ts'
import type { Finding, Span } from '../../model/finding.ts'
import type { ImportNotice } from '../../model/import-notice.ts'
import type { Inline } from '../../model/inline.ts'
import type { Refusal } from '../../model/refusal.ts'
import type { SegmentStateName } from '../../model/state.ts'
import type { Term, TermMember } from '../../model/term.ts'
import type { SignOffStatus } from './signing.ts'

export interface TermsView {
  readonly terms: readonly Term[]
  /** The last change of each term and the number of its changes, by term id: a change must name that number. */
  readonly changes: Readonly<Record<string, { readonly at: string; readonly name: string; readonly count: number }>>
}

export interface TermHistoryView {
  readonly entries: readonly (Entry<TermEvent> & { readonly name: string })[]
}

/**
 * The impact of a term's change: as a preview before it is saved, or afterwards on the present documents. Counts include
 * what is not listed.
 */
export interface TermImpactView {
  /** The term with the change, and as it was before; null where it is new. */
  readonly term: Term
  readonly before: Term | null
  /** When it was saved and by whom; null for a preview. */
  readonly changed: { readonly at: string; readonly name: string } | null
  readonly documents: readonly TermImpactOnDocument[]
  /** Counts of sentences affected, of those that need work, and of those listed. */
  readonly touched: number
  readonly open: number
  readonly listed: number
}

export interface TermImpactOnDocument {
  readonly id: string
  readonly title: string
  /** Whether it is signed now. */
  readonly signOff: SignOffStatus
  /** The last release, and how many of its sentences are affected and need work. */
  readonly release: {
    readonly number: number
    readonly path: string
    readonly touched: number
    readonly open: number
  } | null
  readonly touched: number
  readonly open: number
  readonly segments: readonly TermImpactOnSegment[]
  /** Affected sentences that need no work, as far as they are listed. */
  readonly inOrder: readonly { readonly id: string; readonly number: number }[]
}

/** A sentence that needs work because of a changed term. */
export interface TermImpactOnSegment {
  readonly id: string
  /** Its number in the document, from 1. */
  readonly number: number
  readonly state: SegmentStateName
  readonly version: number
  /** Whether no person has edited the draft of an engine or the memory. */
  readonly draft: boolean
  readonly source: string
  /** Where the term stands in the source. */
  readonly places: readonly Span[]
  readonly target: Inline
  /** The whole proposed English; null if a person must choose the words. */
  readonly proposal: Inline | null
  /** The findings with the change: about the term, and others that it causes. */
  readonly findings: readonly Finding[]
}

/** The result of an import of terms, or of a dry run. Rows are lines of a table or concepts, counted from 1. */
export interface TermImportView {
  readonly rows: number
  readonly added: number
  readonly changed: number
  readonly same: number
  readonly refused: number
  /** How many of the added terms have a status in the file that the importer may not set. */
  readonly asProposed: number
  /** The first of those changed, with what changes in each. */
  readonly changes: readonly { readonly at: number; readonly form: string; readonly members: readonly TermMember[] }[]
  /** The first of those refused, with the reason. */
  readonly refusals: readonly { readonly at: number; readonly form: string; readonly refusal: Refusal }[]
  /** What is told of the file as a whole. */
  readonly notices: readonly ImportNotice[]
}
