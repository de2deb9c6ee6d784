import type { Draft, UndraftedReason } from '../../model/draft.ts'
import type { Spending } from '../../model/engine.ts'

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
  /** Segments longer than an engine takes at once. */
  readonly tooLong: number
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
