import type { TokenScope } from './api-token.ts'
import type { Assignment } from './assignment.ts'
import type { CarriedOutbox } from './carried-outbox.ts'
import type { CommentedWords } from './commented-words.ts'
import type { Document } from './document.ts'
import type { Draft, UndraftedReason } from './draft.ts'
import type { ChainHead } from './head.ts'
import type { Inline } from './inline.ts'
import type { MemoryPair } from './match.ts'
import type { AddressedNotice, Mail } from './notice.ts'
import type { RevisionCount } from './office-steps.ts'
import type { DeliveryTry, QueuedMessage } from './outbox.ts'
import type { SecondFactor } from './passkey.ts'
import type { Absence, Person, Role } from './people.ts'
import type { IssueCategory, IssueSeverity, Sample } from './quality.ts'
import type { Figure, Release, SeenFigure, Withdrawal } from './release.ts'
import type { SettingsChange } from './settings.ts'
import type { ProviderSettings } from './sign-in.ts'
import type { SignOff } from './signoff.ts'
import type { Taken } from './state.ts'
import type { Term } from './term.ts'

/**
 * What happened to a document: the only thing stored about a review. `v` is the version of the event's shape; old
 * versions are lifted on reading, never rewritten. A segment's own version is the number of events that named it,
 * comments, suggestions, confirmed figures, assessments and missing drafts not counted.
 */
export type DocumentEvent =
  | { readonly type: 'document-imported'; readonly v: 1; readonly document: Document }
  | {
      readonly type: 'segment-split'
      readonly v: 1
      readonly segment: string
      readonly at: number
      readonly into: readonly [string, string]
    }
  | {
      readonly type: 'segments-joined'
      readonly v: 1
      readonly segments: readonly [string, string]
      readonly into: string
    }
  | { readonly type: 'segment-drafted'; readonly v: 1; readonly segment: string; readonly draft: Draft }
  /** A run that asked engines for it left it without a draft. */
  | { readonly type: 'segment-undrafted'; readonly v: 1; readonly segment: string; readonly reason: UndraftedReason }
  /** A draft that no person had touched was thrown away. */
  | { readonly type: 'draft-discarded'; readonly v: 1; readonly segment: string }
  /**
   * `act`: names the replacement over many segments that it is part of, which can be taken back as one. `taken`: the
   * suggestions that have exactly this text, whoever typed it: whoever made one has part in its words.
   */
  | {
      readonly type: 'segment-edited'
      readonly v: 1
      readonly segment: string
      readonly target: Inline
      readonly act?: string
      readonly taken?: readonly string[]
    }
  /** The segment is as it was before that edit of a replacement, its confirmations among it. */
  | { readonly type: 'edit-undone'; readonly v: 1; readonly segment: string; readonly act: string }
  | { readonly type: 'segment-translated'; readonly v: 1; readonly segment: string }
  /** The English that was confirmed for the same Chinese in `from`, in a place where no person had written. */
  | {
      readonly type: 'segment-propagated'
      readonly v: 1
      readonly segment: string
      readonly from: string
      readonly target: Inline
      readonly authors: readonly string[]
      readonly taken?: readonly Taken[]
    }
  /** The place is as it was before that. */
  | { readonly type: 'propagation-undone'; readonly v: 1; readonly segment: string }
  | { readonly type: 'segment-revised'; readonly v: 1; readonly segment: string }
  /** Another person has revised it after that, as the office or the document asks. */
  | { readonly type: 'segment-revised-again'; readonly v: 1; readonly segment: string }
  /** One of two who worked on the wording accepts what the other confirmed; `reviser` is the one who revised by that. */
  | { readonly type: 'wording-accepted'; readonly v: 1; readonly segment: string; readonly reviser: string }
  | { readonly type: 'segment-returned'; readonly v: 1; readonly segment: string; readonly reason: string }
  | { readonly type: 'segment-reopened'; readonly v: 1; readonly segment: string }
  /** Of version 2 it ends with the text that was seen; version 1 held for whatever text kept the finding. */
  | {
      readonly type: 'finding-waived'
      readonly v: 1 | 2
      readonly segment: string
      readonly finding: string
      readonly reason: string
    }
  | { readonly type: 'waiver-withdrawn'; readonly v: 1; readonly segment: string; readonly finding: string }
  | {
      readonly type: 'comment-added'
      readonly v: 1
      readonly segment: string
      readonly comment: string
      readonly text: string
      readonly blocking?: true
      readonly on?: CommentedWords
      readonly mentions?: readonly string[]
    }
  /** `reason`: given by an approver who lifts somebody else's blocking comment. */
  | {
      readonly type: 'comment-resolved'
      readonly v: 1
      readonly segment: string
      readonly comment: string
      readonly reason?: string
    }
  /** Somebody would word the English otherwise; `text` says why. The English stays as it is until that is taken. */
  | {
      readonly type: 'suggestion-made'
      readonly v: 1
      readonly segment: string
      readonly suggestion: string
      readonly target: Inline
      readonly text?: string
      /** Of a reviewer without an account: the review that it came back with, and the English that went out. */
      readonly outside?: { readonly review: string; readonly target: Inline }
    }
  /** It is not taken up, or its maker took it back. */
  | {
      readonly type: 'suggestion-left'
      readonly v: 1
      readonly segment: string
      readonly suggestion: string
      readonly reason?: string
    }
  | {
      readonly type: 'figures-confirmed'
      readonly v: 1
      readonly segment: string
      readonly figures: readonly SeenFigure[]
    }
  /** `figures` is the figure sheet as it was signed. */
  | {
      readonly type: 'document-signed'
      readonly v: 1
      readonly signOff: SignOff
      readonly figures?: readonly Figure[]
    }
  | { readonly type: 'document-released'; readonly v: 1; readonly release: Release }
  /** The office no longer stands by a release. `name` and `reason` are public from then on. */
  | ({ readonly type: 'release-withdrawn'; readonly v: 1 } & Pick<Withdrawal, 'number' | 'name' | 'reason'>)
  /**
   * The source has a new version. Segments of the same text keep their ids; `made`: the older segment, now gone, that a new
   * one was made of.
   */
  | {
      readonly type: 'source-replaced'
      readonly v: 1
      readonly document: Document
      readonly made: Readonly<Record<string, string>>
    }
  /** What the office calls the document beside its titles; empty: nothing any more. The text and its title stay as they are. */
  | { readonly type: 'document-renamed'; readonly v: 1; readonly name: string }
  /** The labels by which the office groups it, all of them, in their order. */
  | { readonly type: 'document-labelled'; readonly v: 1; readonly labels: readonly string[] }
  /** The document was put out of the way, or brought back. What is published stays public. */
  | { readonly type: 'document-archived'; readonly v: 1 }
  | { readonly type: 'document-restored'; readonly v: 1 }
  /** The document, which nobody ever signed, is gone for good: it stands in no list, and its words in no memory. */
  | { readonly type: 'document-deleted'; readonly v: 1 }
  /** The document goes out, as it is after this, in a file for a reviewer who has no account. */
  | { readonly type: 'review-sent'; readonly v: 1; readonly review: string; readonly name: string }
  /** A person is asked to do a step; and it was handed over or got another day, or was taken back. */
  | { readonly type: 'work-assigned'; readonly v: 1; readonly assignment: Assignment }
  | {
      readonly type: 'assignment-changed'
      readonly v: 1
      readonly assignment: string
      readonly person: string
      readonly due: string | null
    }
  | { readonly type: 'assignment-ended'; readonly v: 1; readonly assignment: string }
  /** So many people are to revise the document, or these segments of it, before it is signed. */
  | {
      readonly type: 'revisions-asked'
      readonly v: 1
      readonly revisions: RevisionCount
      readonly segments?: readonly string[]
    }
  /** Something is wrong with the sentence as it stands; and it is no issue after all. */
  | {
      readonly type: 'issue-marked'
      readonly v: 1
      readonly segment: string
      readonly issue: string
      readonly category: IssueCategory
      readonly severity: IssueSeverity
      readonly text?: string
      readonly on?: CommentedWords
    }
  /** `reason`: given by an approver who takes out somebody else's. */
  | {
      readonly type: 'issue-removed'
      readonly v: 1
      readonly segment: string
      readonly issue: string
      readonly reason?: string
    }
  /** Somebody has read the sentence as it stands and marked what is wrong with it; and takes that back. */
  | { readonly type: 'segment-assessed'; readonly v: 1; readonly segment: string }
  | { readonly type: 'assessment-withdrawn'; readonly v: 1; readonly segment: string }
  | { readonly type: 'sample-drawn'; readonly v: 1; readonly sample: Sample }

/** What happened to the termbase. `term` is the whole entry as it stands after the change. */
export type TermEvent =
  | { readonly type: 'term-added'; readonly v: 1; readonly term: Term }
  | { readonly type: 'term-changed'; readonly v: 1; readonly term: Term }

/** What was decided about a form that extraction offers as a term and that is none; in the chain of the termbase. */
export type CandidateEvent =
  | { readonly type: 'candidate-dismissed'; readonly v: 1; readonly form: string }
  | { readonly type: 'candidate-restored'; readonly v: 1; readonly form: string }

/** What happened to people and roles. Secrets are not here. */
export type PeopleEvent =
  | { readonly type: 'person-added'; readonly v: 1; readonly person: Person }
  | { readonly type: 'person-renamed'; readonly v: 1; readonly person: string; readonly name: string }
  | { readonly type: 'roles-changed'; readonly v: 1; readonly person: string; readonly roles: readonly Role[] }
  | { readonly type: 'person-deactivated'; readonly v: 1; readonly person: string }
  | { readonly type: 'person-reactivated'; readonly v: 1; readonly person: string }
  /** Somebody made a one-time link by which a password can be set for this person. */
  | { readonly type: 'person-invited'; readonly v: 1; readonly person: string }
  /** A password was set: by a one-time link, or by the person in place of the present one. */
  | { readonly type: 'password-set'; readonly v: 1; readonly person: string; readonly by: 'link' | 'present-password' }
  | { readonly type: 'single-person-declared'; readonly v: 1; readonly on: boolean }
  /** A person said when they are away and who stands in; null: they are there again. */
  | { readonly type: 'absence-set'; readonly v: 1; readonly person: string; readonly away: Absence | null }
  /** A person made a token by which programs act for them within its scopes, until an instant; and one was ended. */
  | {
      readonly type: 'token-made'
      readonly v: 1
      readonly person: string
      readonly token: string
      readonly name: string
      readonly scopes: readonly TokenScope[]
      readonly expires: string
    }
  | { readonly type: 'token-revoked'; readonly v: 1; readonly person: string; readonly token: string }
  /** An identity at a provider opens the account of a person from now on, or no more. */
  | {
      readonly type: 'identity-linked'
      readonly v: 1
      readonly person: string
      readonly issuer: string
      readonly subject: string
    }
  | {
      readonly type: 'identity-unlinked'
      readonly v: 1
      readonly person: string
      readonly issuer: string
      readonly subject: string
    }
  /** A person made a passkey, or removed one; `passkey` is the id of the credential. */
  | {
      readonly type: 'passkey-added'
      readonly v: 1
      readonly person: string
      readonly passkey: string
      readonly name: string
    }
  | {
      readonly type: 'passkey-removed'
      readonly v: 1
      readonly person: string
      readonly passkey: string
      readonly name: string
    }
  /** An administrator asks that the passkeys of a person be taken, who lost them; a second one agrees, and they are. */
  | { readonly type: 'recovery-asked'; readonly v: 1; readonly person: string }
  | { readonly type: 'recovery-agreed'; readonly v: 1; readonly person: string }
  /** An administrator asks that the data of a person be erased; and it was, who is called by this number from then on. */
  | { readonly type: 'erasure-asked'; readonly v: 1; readonly person: string }
  | { readonly type: 'person-erased'; readonly v: 1; readonly person: string; readonly number: number }
  /** An administrator took a file with all that the workspace has of a person. */
  | { readonly type: 'data-exported'; readonly v: 1; readonly person: string }
  /** When a passkey is asked for at sign-in. */
  | {
      readonly type: 'second-factor-set'
      readonly v: 1
      readonly when: SecondFactor['when']
      readonly roles: readonly Role[]
    }
  /** By whom people sign in, and which of its values give which role; null: by nobody but the office itself. */
  | { readonly type: 'provider-set'; readonly v: 1; readonly provider: ProviderSettings | null }

/**
 * What became of imported memories. `sha256` is of the bytes of the file, in hex, and `memory` the same. Each setting of a
 * memory replaces those before; a pair that is changed has `target` from then on, or is gone if that is null.
 */
export type MemoryEvent =
  | {
      readonly type: 'memory-imported'
      readonly v: 1
      readonly filename: string
      readonly sha256: string
      readonly pairs: readonly MemoryPair[]
    }
  | {
      readonly type: 'memory-settled'
      readonly v: 1
      readonly memory: string
      readonly name: string
      readonly penalty: number
      readonly priority: number
      readonly readOnly: boolean
    }
  | {
      readonly type: 'memory-pair-changed'
      readonly v: 1
      readonly memory: string
      readonly pair: MemoryPair
      readonly target: string | null
    }
  | { readonly type: 'memory-removed'; readonly v: 1; readonly memory: string }

/**
 * What happened to the settings that pages show, and to the signing key. `earlier` are the keys that had signed before
 * keys were recorded. Of a replaced key that was lost there is no signature.
 */
export type SettingsEvent =
  | { readonly type: 'settings-changed'; readonly v: 1; readonly change: SettingsChange }
  | {
      readonly type: 'signing-key-made'
      readonly v: 1
      readonly key: string
      readonly earlier: readonly string[]
    }
  | {
      readonly type: 'signing-key-replaced'
      readonly v: 1
      readonly key: string
      readonly replaces: string
      readonly signature: string | null
    }

/** The heads of the journals that have grown since they were recorded before. */
export type HeadsEvent = {
  readonly type: 'heads-recorded'
  readonly v: 1
  readonly heads: readonly ChainHead[]
}

/**
 * What is told outside, and what became of it; in a journal of its own, so that nothing that was committed is lost on the way
 * and each message keeps its id.
 */
export type OutboxEvent =
  /** The entries of these documents up to a sequence number are told, or not to be told. */
  | { readonly type: 'journals-read'; readonly v: 1; readonly documents: Readonly<Record<string, number>> }
  /** Messages made of the entries of a document up to `until`. */
  | {
      readonly type: 'messages-queued'
      readonly v: 1
      readonly document: string
      readonly until: number
      readonly messages: readonly QueuedMessage[]
    }
  /** `next`: when it is tried again; null for one that is at its end. */
  | {
      readonly type: 'delivery-tried'
      readonly v: 1
      readonly message: string
      readonly to: string
      readonly outcome: DeliveryTry
      readonly next: string | null
    }
  /** A person wants a message sent again, or those that wait for a receiver tried now. */
  | { readonly type: 'delivery-asked'; readonly v: 1; readonly message: string; readonly to: string }
  | { readonly type: 'receiver-resumed'; readonly v: 1; readonly to: string }
  /** Nothing goes to a receiver any more. */
  | { readonly type: 'receiver-removed'; readonly v: 1; readonly to: string }
  /** People are told from here on: nothing of the entries of these documents up to a sequence number. */
  | { readonly type: 'notices-begun'; readonly v: 1; readonly documents: Readonly<Record<string, number>> }
  /** Notices made of the entries of a document up to `until`. `toSign`: whether the document waits for a signature, where that has changed. */
  | {
      readonly type: 'notices-made'
      readonly v: 1
      readonly document: string
      readonly until: number
      readonly toSign?: boolean
      readonly notices: readonly AddressedNotice[]
    }
  /** What is due was looked at for a day of the office (`2026-12-01`). */
  | {
      readonly type: 'day-begun'
      readonly v: 1
      readonly day: string
      readonly notices: readonly AddressedNotice[]
    }
  /** A person has seen these notices, by their ids. */
  | { readonly type: 'notices-read'; readonly v: 1; readonly person: string; readonly notices: readonly string[] }
  /** Notices of one person that go into one e-mail. */
  | { readonly type: 'mail-queued'; readonly v: 1; readonly mail: Mail }
  /** `next`: when it is tried again; null for one that is at its end. */
  | {
      readonly type: 'mail-tried'
      readonly v: 1
      readonly mail: string
      readonly outcome: DeliveryTry
      readonly next: string | null
    }
  /** Those that wait are tried now; and e-mail was turned off, so that nothing waits any more. */
  | { readonly type: 'mail-resumed'; readonly v: 1 }
  | { readonly type: 'mail-stopped'; readonly v: 1 }
  /** All that the entries before came to and that is kept, so that they can be removed. */
  | { readonly type: 'outbox-carried'; readonly v: 1; readonly outbox: CarriedOutbox }

export type Event =
  | DocumentEvent
  | TermEvent
  | CandidateEvent
  | PeopleEvent
  | MemoryEvent
  | SettingsEvent
  | HeadsEvent
  | OutboxEvent

/**
 * An event in its place in a chain. `hash` is the SHA-256, in hex, of the canonical JSON (RFC 8785) of the other
 * members; `previous` is the hash of the entry before, or '' at the start. `at` is an instant in UTC, ISO 8601.
 * `by` is a person's id, `system` for what the programme did by itself at set-up, or `provider` for what it did because
 * the provider of sign-in said so. Within a chain `at` never runs
 * backwards; `clock` is what the clock said where that was behind what was known, and absent otherwise.
 */
export interface Entry<E extends Event = Event> {
  readonly sequence: number
  readonly at: string
  readonly by: string
  readonly clock?: string
  readonly previous: string
  readonly event: E
  readonly hash: string
}
