import type { AccountEntry } from '../model/account-record.ts'
import type { CodeFault } from '../model/code-faults.ts'
import type { Coverage } from '../model/coverage.ts'
import type { BlockKind } from '../model/document.ts'
import type { Draft, UndraftedReason } from '../model/draft.ts'
import type { EngineName, GoogleSettings, Price, Spending } from '../model/engine.ts'
import type { EngineFailure, EngineMonth, EngineOccasion } from '../model/engine-record.ts'
import type { DocumentEvent, Entry, TermEvent } from '../model/event.ts'
import type { Finding, Span } from '../model/finding.ts'
import type { ImportNotice } from '../model/import-notice.ts'
import type { Inline } from '../model/inline.ts'
import type { Match, MemoryPair } from '../model/match.ts'
import type { PackedSegments } from '../model/packed-segments.ts'
import type { Person } from '../model/people.ts'
import type { DialectChoice } from '../model/prompt-dialect.ts'
import type { Refusal } from '../model/refusal.ts'
import type { Figure } from '../model/release.ts'
import type { RowProblemName } from '../model/returned.ts'
import type { WorkspaceSettings } from '../model/settings.ts'
import type { SignOff, Staleness } from '../model/signoff.ts'
import type { DocumentJson, SegmentStateName } from '../model/state.ts'
import type { TableLook } from '../model/table-choice.ts'
import type { Term, TermMember } from '../model/term.ts'
import type { Turn } from '../model/turn.ts'

export type { SettingsChange, WorkspaceSettings } from '../model/settings.ts'

/** What the replies of the API hold. */

export interface SessionView {
  readonly person: Person | null
  readonly workspace: WorkspaceSettings
  readonly engine: string
  readonly singlePerson: boolean
}

export type SignOffStatus = 'never' | 'signed' | 'stale'

/** A document as the list shows it. Times are UTC, ISO 8601; people are given by their names. */
export interface DocumentSummary {
  readonly id: string
  readonly title: string
  /** The title in English so far, and what the office calls the document; empty if there is none. */
  readonly english: string
  readonly name: string
  readonly filename: string
  readonly importedAt: string
  readonly importedBy: string
  readonly segments: number
  readonly states: Readonly<Record<SegmentStateName, number>>
  readonly errors: number
  readonly warnings: number
  readonly signOff: SignOffStatus
  readonly signedAt: string | null
  readonly releases: number
  readonly changedAt: string
  /** Sentences between which and a signature something stands, and how many of them wait for each. */
  readonly open: number
  readonly turns: Readonly<Record<Turn, number>>
  /** Those of them that the caller may settle, and whether the caller may sign it now. */
  readonly mine: number
  readonly toSign: boolean
  /** Drafts that nobody has confirmed. */
  readonly drafts: { readonly memory: number; readonly machine: number; readonly file: number }
  /** How many sentences were sent back, and the last time, with its reason. */
  readonly returned: {
    readonly count: number
    readonly by: string
    readonly at: string
    readonly reason: string
  } | null
  readonly translators: readonly string[]
  readonly revisers: readonly string[]
  readonly approver: string | null
  readonly archived: { readonly by: string; readonly at: string } | null
}

/**
 * A document that cannot be opened. `title` is what its first entry says, if that can be read; `refusal` says what is
 * wrong, null for a fault that the server has recorded in its log.
 */
export interface DamagedDocument {
  readonly id: string
  readonly title: string | null
  readonly refusal: { readonly code: string; readonly params: Readonly<Record<string, string>> } | null
}

/** The progress of a drafting run. */
export interface DraftingStatus {
  readonly running: boolean
  readonly done: number
  readonly total: number
  /** Segments that stay without a draft, and among them those whose source is longer than the engine takes. */
  readonly without: number
  readonly tooLong: number
  /** The first of those that an engine could not draft, and why. */
  readonly undrafted: readonly { readonly segment: string; readonly reason: UndraftedReason }[]
  readonly engine: string
  /** Segments that the run mended, and segments whose draft still has defects. */
  readonly repaired: number
  readonly open: number
  readonly startedAt: string
  /** What the run has used of each engine so far. */
  readonly spending: readonly Spending[]
  /** Why the run waits, and for how long, before it asks again. */
  readonly waiting?: {
    readonly code: string
    readonly params: Readonly<Record<string, string>>
    readonly milliseconds: number
  }
  /** The code of the refusal that ended the run early. */
  readonly refused?: { readonly code: string; readonly params: Readonly<Record<string, string>> }
}

/** How much of a text the memory has. `prices`: what engines would cost for the rest, in millionths of a US dollar. */
export interface CoverageView extends Coverage {
  readonly prices: readonly { readonly engine: string; readonly characters: number; readonly microdollars: number }[]
}

/**
 * An imported memory: see `ImportedMemory`. `by` is the name of whoever imported it, `pairs` how many pairs it has, and
 * `origin` what they name as their origin, which a new name of the memory leaves as it is.
 */
export interface ImportedMemoryView {
  readonly id: string
  readonly name: string
  readonly origin: string
  readonly at: string
  readonly by: string
  readonly pairs: number
  readonly penalty: number
  readonly priority: number
  readonly readOnly: boolean
}

/** What a run would do, before it begins: see `estimateDrafting`. `engine` is null if only the memory drafts. */
export interface DraftingForecast {
  readonly engine: string | null
  /** The engine that mends what the first leaves with defects. */
  readonly second: string | null
  readonly segments: number
  readonly fromMemory: number
  readonly repeated: number
  readonly toEngine: number
  readonly characters: number
  readonly microdollars?: number
}

/** Segments whose drafts were thrown away, and how many were left because a person had touched them. */
export interface DiscardedDrafts {
  readonly discarded: readonly string[]
  readonly touched: number
}

/** A draft of one sentence from one engine, to be compared; nothing was written. Without a draft the engine had none. */
export interface OtherDraft {
  readonly draft: Draft | null
  readonly spending: readonly Spending[]
}

/** What an engine made of a made-up sentence. Without a target it had none. */
export interface EngineTrial {
  readonly source: string
  readonly target: string | null
  readonly terms?: { readonly asked: number; readonly met: number }
  readonly figures?: { readonly asked: number; readonly met: number }
  /** How many answers were asked for. */
  readonly calls?: number
  readonly spending: readonly Spending[]
}

/** The part of the termbase that concerns a document. */
export interface DocumentTerms {
  /** The terms that occur in it. */
  readonly terms: readonly Term[]
  /** The terms that occur only where a longer one covers them. */
  readonly covered: readonly Term[]
  /** The words that its English may use in addition to its dialect's dictionary, in lower case. */
  readonly words: readonly string[]
}

/** Everything the document page needs; it computes marks and findings itself, with the server's code. */
export interface DocumentView extends DocumentTerms {
  readonly state: DocumentJson
  readonly people: readonly Pick<Person, 'id' | 'name' | 'roles'>[]
  /** Names of the documents that drafts came from through the memory, by the source that the draft names. */
  readonly sources: Readonly<Record<string, string>>
  readonly drafting: DraftingStatus | null
  readonly signOff: SignOffStatus
  readonly staleness: Staleness | null
  readonly singlePerson: boolean
}

/** The same with the segments packed, as the document page opens it. */
export interface PackedView extends Omit<DocumentView, 'state'> {
  readonly state: Omit<DocumentJson, 'segments'>
  readonly segments: PackedSegments
}

/** What would come of a file as a new document; nothing is written. */
export interface DocumentLook {
  /** What was read; null where `refusal` says why not, as for a table in which no column is Chinese. */
  readonly content: LookedContent | null
  readonly refusal: Refusal | null
  /** Of a table: what stands in it, for its columns to be chosen. */
  readonly table: TableLook | null
}

export interface LookedContent {
  readonly format: string
  readonly title: string
  readonly segments: number
  readonly codes: number
  /** Blocks by kind. */
  readonly kinds: Readonly<Partial<Record<BlockKind, number>>>
  /** The first blocks, and how many more there are. */
  readonly blocks: readonly { readonly kind: BlockKind; readonly level?: number; readonly text: Inline }[]
  readonly more: number
  readonly notices: readonly ImportNotice[]
  /** The document that has the same bytes. */
  readonly twin: { readonly id: string; readonly title: string } | null
  /** The document of which it is probably a new version, and how many of its sentences stand there. */
  readonly like: { readonly id: string; readonly title: string; readonly same: number } | null
}

/** What a new version of a document's source changes. */
export interface VersionView {
  /** The last entry of the document that the comparison knew. */
  readonly sequence: number
  readonly filename: string
  readonly notices: readonly ImportNotice[]
  /** Sentences of the version before and of this one, and what became of them. */
  readonly counts: Readonly<Record<'before' | 'now' | 'unchanged' | 'moved' | 'changed' | 'new' | 'removed', number>>
  /** Those that are not unchanged, in the order of the new version, then those that are gone. */
  readonly changes: readonly {
    readonly type: 'unchanged' | 'moved' | 'changed' | 'new' | 'removed'
    readonly id: string
    /** The Chinese of the new version; null where the sentence is gone. */
    readonly now: string | null
    /** The sentence that it was, with its English; absent for a new one. */
    readonly was?: { readonly source: string; readonly target: string }
  }[]
  /** How many more there are. */
  readonly more: number
}

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
  readonly comments: number
  readonly left: number
}

/** The messages of a document's stream (server-sent events, each with one of these as JSON). */
export type DocumentNews =
  | { readonly type: 'entries'; readonly entries: readonly Entry<DocumentEvent>[] }
  | { readonly type: 'drafting'; readonly status: DraftingStatus }
  | ({ readonly type: 'terms' } & DocumentTerms)
  | { readonly type: 'present'; readonly people: readonly { readonly name: string; readonly segment: string | null }[] }

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
    readonly reason: 'comment-blocking' | 'untranslated' | 'unreviewed' | 'error' | 'returned' | 'figure-unconfirmed'
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
  /** Drafts by origin, in words for people, and how many segments each began. */
  readonly drafts: readonly { readonly origin: string; readonly segments: number }[]
  readonly signOff: SignOff | null
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

export interface ReleaseView {
  readonly document: string
  readonly title: string
  readonly number: number
  readonly at: string
  readonly by: string
  readonly errata: number
  /** Path of the page on this server: `/published/d/<id>/v1/`. */
  readonly path: string
  /** When it was withdrawn, by whom and why, as published; null for one that stands. */
  readonly withdrawn: {
    readonly at: string
    readonly by: string
    readonly reason: { readonly zh: string; readonly en: string }
  } | null
}

export interface MatchesView {
  readonly matches: readonly Match[]
  /** Names of the documents among the sources of the pairs, by source. */
  readonly sources: Readonly<Record<string, string>>
}

export interface ConcordanceView {
  readonly pairs: readonly MemoryPair[]
  /** As with matches. */
  readonly sources: Readonly<Record<string, string>>
}

/** The endings of files, with the dot, that are taken as documents, memories and glossaries. */
export interface FormatsView {
  readonly documents: readonly string[]
  readonly memories: readonly string[]
  readonly glossaries: readonly string[]
  /** Files that went out of here and come back. */
  readonly returns: readonly string[]
  /** The names of the formats in which a document that came in one goes out again. */
  readonly ownShapes: readonly string[]
}

export interface TermsView {
  readonly terms: readonly Term[]
  /** The last change of each term and the number of its changes, by term id: a change must name that number. */
  readonly changes: Readonly<Record<string, { readonly at: string; readonly name: string; readonly count: number }>>
}

export interface TermHistoryView {
  readonly entries: readonly (Entry<TermEvent> & { readonly name: string })[]
}

/** A sentence that contains a candidate, at `spans` of its `text`; `number` is that of its segment. */
export interface CandidateContext {
  readonly document: string
  readonly segment: string
  readonly number: number
  readonly text: string
  readonly spans: readonly Span[]
  /** The sentence's English, if a person has confirmed it or the memory has exactly this sentence. */
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
   * The English of the form in confirmed translations. `alone`: the source of a pair is exactly this form; `among`: the
   * words are in `pairs` of the `of` pairs that have the form, and in few others.
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
  /** All documents to choose from, the latest imported first. */
  readonly documents: readonly { readonly id: string; readonly title: string }[]
  /** How many segments were read, and how many exceeded the limit. */
  readonly segments: number
  readonly left: number
  readonly candidates: readonly CandidateView[]
  readonly dismissed: readonly { readonly form: string; readonly at: string; readonly name: string }[]
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

/** The active engine and the engines' settings; of secrets only whether they are set. */
export interface EngineSettingsView {
  readonly active: EngineName
  /** Whether somebody chose it; else it drafts because it is there. */
  readonly chosen: boolean
  /** The engine that mends what the active one leaves with defects. */
  readonly second: EngineName | null
  /** Engines that are asked only for single drafts that a person wants to see. */
  readonly onDemand: readonly EngineName[]
  readonly prices: Readonly<Partial<Record<EngineName, Price>>>
  /** Who agreed that texts go where, and when. */
  readonly consents: readonly { readonly to: string; readonly name: string; readonly at: string }[]
  /** Threads that translate at once, null for what suits the machine; and the model installed, null for none. */
  readonly offline: { readonly threads: number | null; readonly model: string | null }
  readonly google: GoogleSettings
  readonly openai: {
    readonly baseUrl: string
    readonly model: string
    readonly keySet: boolean
    readonly dialect: DialectChoice
    /** Calls under way at once; null for what suits the dialect. */
    readonly concurrency: number | null
  }
}

/** What the page of engines shows beside their settings. */
export interface EnginesView {
  readonly settings: EngineSettingsView
  /** The present month, as `2026-11`. */
  readonly month: string
  /** How many pairs the memory holds. */
  readonly pairs: number
  /** By the names of the engines; of those never used nothing is known. */
  readonly engines: Readonly<
    Record<
      string,
      {
        readonly month: EngineMonth
        readonly answered: { readonly at: string; readonly during: EngineOccasion } | null
        readonly failed: EngineFailure | null
      }
    >
  >
}

/** A server with language models that answers on this machine. */
export interface LocalServer {
  readonly software: 'ollama' | 'llama-server' | 'vllm'
  readonly baseUrl: string
  readonly models: readonly string[]
}
