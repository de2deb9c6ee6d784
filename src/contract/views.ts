import type { EngineName } from '../model/engine.ts'
import type { DocumentEvent, Entry, TermEvent } from '../model/event.ts'
import type { Finding, Span } from '../model/finding.ts'
import type { Inline } from '../model/inline.ts'
import type { Match, MemoryPair } from '../model/match.ts'
import type { Person } from '../model/people.ts'
import type { Refusal } from '../model/refusal.ts'
import type { Figure } from '../model/release.ts'
import type { WorkspaceSettings } from '../model/settings.ts'
import type { SignOff, Staleness } from '../model/signoff.ts'
import type { DocumentState, SegmentStateName } from '../model/state.ts'
import type { Term, TermMember } from '../model/term.ts'

export type { SettingsChange, WorkspaceSettings } from '../model/settings.ts'

/** What the replies of the API hold. */

export interface SessionView {
  readonly person: Person | null
  readonly workspace: WorkspaceSettings
  readonly engine: string
  readonly singlePerson: boolean
}

export type SignOffStatus = 'never' | 'signed' | 'stale'

export interface DocumentSummary {
  readonly id: string
  readonly title: string
  readonly importedAt: string
  readonly segments: number
  readonly states: Readonly<Record<SegmentStateName, number>>
  readonly errors: number
  readonly warnings: number
  readonly signOff: SignOffStatus
  readonly releases: number
  readonly changedAt: string
}

/** How far a run of the engine has come. */
export interface DraftingStatus {
  readonly running: boolean
  readonly done: number
  readonly total: number
  /** Segments the engine honestly had nothing for. */
  readonly without: number
  readonly engine: string
  /** The code of the refusal that ended the run early. */
  readonly refused?: { readonly code: string; readonly params: Readonly<Record<string, string>> }
}

/** What the termbase has to say of a document. */
export interface DocumentTerms {
  /** The terms that occur in it. */
  readonly terms: readonly Term[]
  /** The terms that stand in it only where a longer one covers them. */
  readonly covered: readonly Term[]
  /** The words that its English may use beside those of its dialect's dictionary, in small letters. */
  readonly words: readonly string[]
}

/** All the document page needs; marks and findings are computed where it is shown, by the same code as on the server. */
export interface DocumentView extends DocumentTerms {
  readonly state: DocumentState
  readonly people: readonly Pick<Person, 'id' | 'name'>[]
  readonly drafting: DraftingStatus | null
  readonly signOff: SignOffStatus
  readonly staleness: Staleness | null
  readonly singlePerson: boolean
}

/** What the stream of a document tells (server-sent events, each a JSON of this). */
export type DocumentNews =
  | { readonly type: 'entries'; readonly entries: readonly Entry<DocumentEvent>[] }
  | { readonly type: 'drafting'; readonly status: DraftingStatus }
  | ({ readonly type: 'terms' } & DocumentTerms)
  | { readonly type: 'present'; readonly people: readonly { readonly name: string; readonly segment: string | null }[] }

/** What an approver reads before signing. */
export interface SignOffSheet {
  /** Sequence number of the document's chain this was made from: signing names it. */
  readonly sequence: number
  readonly coverage: { readonly segments: number; readonly states: Readonly<Record<SegmentStateName, number>> }
  readonly open: readonly {
    readonly segment: string
    readonly reason: 'untranslated' | 'unreviewed' | 'error' | 'returned' | 'figure-unconfirmed'
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
  /** Drafts by origin, in words for people, and how many segments each began. */
  readonly drafts: readonly { readonly origin: string; readonly segments: number }[]
  readonly signOff: SignOff | null
  readonly status: SignOffStatus
  readonly staleness: Staleness | null
  /** The code of the refusal that signing would meet now, for the one who asks. */
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
    /** The refusal that confirming these figures would meet now, for the one who asks; null also where it is done. */
    readonly refusal: { readonly code: string; readonly params: Readonly<Record<string, string>> } | null
    /** Whether the one who asks has confirmed them as they are. */
    readonly own: boolean
  }[]
  readonly signOff: { readonly name: string; readonly at: string } | null
  readonly status: SignOffStatus
}

export interface ReleaseView {
  readonly document: string
  readonly title: string
  readonly number: number
  readonly at: string
  readonly by: string
  readonly errata: number
  /** Path of the page on this server: `/published/d/<id>/v1/`. */
  readonly path: string
}

export interface MatchesView {
  readonly matches: readonly Match[]
}

export interface ConcordanceView {
  readonly pairs: readonly MemoryPair[]
}

/** The endings of files, with the dot, that are taken as documents, memories and glossaries. */
export interface FormatsView {
  readonly documents: readonly string[]
  readonly memories: readonly string[]
  readonly glossaries: readonly string[]
}

export interface TermsView {
  readonly terms: readonly Term[]
  /** When each was last changed and by whom, and how many changes it has had, by term id: a change names that count. */
  readonly changes: Readonly<Record<string, { readonly at: string; readonly name: string; readonly count: number }>>
}

export interface TermHistoryView {
  readonly entries: readonly (Entry<TermEvent> & { readonly name: string })[]
}

/** A sentence that a candidate stands in, at `spans` of its `text`; `number` as people count segments. */
export interface CandidateContext {
  readonly document: string
  readonly segment: string
  readonly number: number
  readonly text: string
  readonly spans: readonly Span[]
  /** The sentence's English, where somebody stands by it or the memory has the very sentence. */
  readonly english: string
}

/** A form that may be a term. */
export interface CandidateView {
  readonly form: string
  readonly frequency: number
  readonly score: number
  /** Likely candidates that contain it. */
  readonly nestedIn: readonly string[]
  /** Whether a term with this form was retired. */
  readonly retired: boolean
  /**
   * What confirmed translations have for it. `alone`: a pair is this form and nothing else; `among`: the words stand in
   * `pairs` of the `of` pairs that have the form, and hardly elsewhere.
   */
  readonly english: {
    readonly text: string
    readonly found: 'alone' | 'among'
    readonly pairs: number
    readonly of: number
  } | null
  readonly contexts: readonly CandidateContext[]
}

export interface CandidatesView {
  /** All documents there are to choose from, the latest imported first. */
  readonly documents: readonly { readonly id: string; readonly title: string }[]
  /** How many segments were read, and how many were too many to be. */
  readonly segments: number
  readonly left: number
  readonly candidates: readonly CandidateView[]
  readonly dismissed: readonly { readonly form: string; readonly at: string; readonly name: string }[]
}

/**
 * What the change of a term touches: as a preview before it is saved, or afterwards with the documents as they are now.
 * Numbers are whole whatever is listed.
 */
export interface TermImpactView {
  /** The term with the change, and as it was before; null where it is new. */
  readonly term: Term
  readonly before: Term | null
  /** When it was saved and by whom; null for a preview. */
  readonly changed: { readonly at: string; readonly name: string } | null
  readonly documents: readonly TermImpactOnDocument[]
  /** Sentences touched, those of them that ask for something, and those that are listed with what they ask for. */
  readonly touched: number
  readonly open: number
  readonly listed: number
}

export interface TermImpactOnDocument {
  readonly id: string
  readonly title: string
  /** Whether it is signed now. */
  readonly signOff: SignOffStatus
  /** The last release, and how many of its sentences are touched and ask for something. */
  readonly release: {
    readonly number: number
    readonly path: string
    readonly touched: number
    readonly open: number
  } | null
  readonly touched: number
  readonly open: number
  readonly segments: readonly TermImpactOnSegment[]
  /** Sentences that are touched and in order, as far as they are listed. */
  readonly inOrder: readonly { readonly id: string; readonly number: number }[]
}

/** A sentence that a changed term asks something of. */
export interface TermImpactOnSegment {
  readonly id: string
  /** Its place in the document, from 1: what people call it by. */
  readonly number: number
  readonly state: SegmentStateName
  readonly version: number
  /** Nobody has touched what an engine or the memory drafted. */
  readonly draft: boolean
  readonly source: string
  /** Where the term stands in the source. */
  readonly places: readonly Span[]
  readonly target: Inline
  /** The whole English as proposed; null where a person has to find the words. */
  readonly proposal: Inline | null
  /** What the checks say with the change: of the term, and whatever else comes of it. */
  readonly findings: readonly Finding[]
}

/** What an import of terms did, or would do. Rows are lines of a table or concepts, counted from 1. */
export interface TermImportView {
  readonly rows: number
  readonly added: number
  readonly changed: number
  readonly same: number
  readonly refused: number
  /** How many of those added the file has under a status that is not the importer's to give. */
  readonly asProposed: number
  /** The first of those changed, with what changes in each. */
  readonly changes: readonly { readonly at: number; readonly form: string; readonly members: readonly TermMember[] }[]
  /** The first of those refused, with the reason. */
  readonly refusals: readonly { readonly at: number; readonly form: string; readonly refusal: Refusal }[]
}

/** Which engine is active and how it is set up; secrets are told only as present or not. */
export interface EngineSettingsView {
  readonly active: EngineName
  readonly google: { readonly project: string; readonly location: string; readonly glossary: string }
  readonly openai: { readonly baseUrl: string; readonly model: string; readonly keySet: boolean }
}
