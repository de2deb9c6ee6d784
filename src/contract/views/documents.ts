import type { BlockKind } from '../../model/document.ts'
import type { DocumentEvent, Entry } from '../../model/event.ts'
import type { ImportNotice } from '../../model/import-notice.ts'
import type { Inline } from '../../model/inline.ts'
import type { OfficeRules } from '../../model/office-steps.ts'
import type { PackedSegments } from '../../model/packed-segments.ts'
import type { Person } from '../../model/people.ts'
import type { Refusal } from '../../model/refusal.ts'
import type { Staleness } from '../../model/signoff.ts'
import type { DocumentJson, SegmentStateName } from '../../model/state.ts'
import type { TableLook } from '../../model/table-choice.ts'
import type { Term } from '../../model/term.ts'
import type { Turn } from '../../model/turn.ts'
import type { AssignmentView } from './assignments.ts'
import type { DraftingStatus } from './drafting.ts'
import type { SignOffStatus } from './signing.ts'

/** A document as the list shows it. Times are UTC, ISO 8601; people are given by their names. */
export interface DocumentSummary {
  readonly id: string
  readonly title: string
  /** The title in English so far, and what the office calls the document; empty if there is none. */
  readonly english: string
  readonly name: string
  readonly labels: readonly string[]
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
  /** How many comments ask the caller to look, and the last of them: `by` is a name. */
  readonly asked: {
    readonly count: number
    readonly by: string
    readonly at: string
    readonly text: string
    readonly segment: string
  } | null
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
  /** Who is asked to do what. */
  readonly assignments: readonly AssignmentView[]
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
  readonly people: readonly Pick<Person, 'id' | 'name' | 'roles' | 'active' | 'away'>[]
  /** Names of the documents that drafts came from through the memory, by the source that the draft names. */
  readonly sources: Readonly<Record<string, string>>
  readonly drafting: DraftingStatus | null
  readonly signOff: SignOffStatus
  readonly staleness: Staleness | null
  readonly singlePerson: boolean
  readonly office: OfficeRules
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

/** The messages of a document's stream (server-sent events, each with one of these as JSON). */
export type DocumentNews =
  | { readonly type: 'entries'; readonly entries: readonly Entry<DocumentEvent>[] }
  | { readonly type: 'drafting'; readonly status: DraftingStatus }
  | ({ readonly type: 'terms' } & DocumentTerms)
  | { readonly type: 'present'; readonly people: readonly { readonly name: string; readonly segment: string | null }[] }

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
