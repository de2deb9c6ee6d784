import type { Inline } from './inline.ts'
import type { Match } from './match.ts'

/** The origin of a target. Machine output is always marked as such. */
export type DraftOrigin =
  | { readonly type: 'machine'; readonly engine: string; readonly version: string }
  | { readonly type: 'memory'; readonly match: Match['type']; readonly score: number; readonly source: string }
  /** English that a bilingual file brought. `state` is what the file calls it, empty where it says nothing. */
  | { readonly type: 'file'; readonly filename: string; readonly state: string }

/**
 * How an engine is held to terms:
 *
 * - `memory`: not at all, since people confirmed the words;
 * - `glossary`: the service applies a glossary of its own;
 * - `prompt`: the terms stand in the instructions of a language model, or in a field of the request;
 * - `markup`: the English stands in the source inside an element that is not to be translated;
 * - `placeholder`: a sign stands in the source for the English, and is replaced in the answer;
 * - `target-in-source`: the English stands in the source as it is.
 */
export const constraintMeans = ['memory', 'glossary', 'prompt', 'markup', 'placeholder', 'target-in-source'] as const
export type ConstraintMeans = (typeof constraintMeans)[number]

/** One answer of an engine for a segment, and what was found wrong with it. */
export interface DraftAttempt {
  readonly engine: string
  readonly means: ConstraintMeans
  /** Whether it was asked to mend the draft before it. */
  readonly repair: boolean
  /** How many defects its answer had; absent if it had no answer. */
  readonly defects?: number
  /** The segment's share of what the call cost, in millionths of a US dollar; absent if the engine has no price. */
  readonly microdollars?: number
}

/**
 * What a draft was asked to hold, and what it holds: the ids of terms, the number of figures, and every answer that was
 * asked for on the way. Drafts of earlier versions have terms only.
 */
export interface Compliance {
  readonly asked: readonly string[]
  readonly met: readonly string[]
  readonly figures?: { readonly asked: number; readonly met: number }
  readonly attempts?: readonly DraftAttempt[]
}

/**
 * Why a run left a segment without a draft: no engine is set up and the memory does not have it; its source is longer than
 * any call takes; or engines were asked for it and gave nothing.
 */
export const undraftedReasons = ['no-engine', 'too-long', 'unanswered'] as const
export type UndraftedReason = (typeof undraftedReasons)[number]

/** A translation that an engine or the memory offers for a segment. Stored permanently beside the edited target. */
export interface Draft {
  readonly target: Inline
  readonly origin: DraftOrigin
  /** Hash of the glossary it was made under. */
  readonly glossary: string
  readonly compliance: Compliance
}
