import type { ConstraintMeans, DraftOrigin } from '../model/draft.ts'
import type { Usage } from '../model/engine.ts'
import type { MemoryPair } from '../model/match.ts'
import type { Refusal } from '../model/refusal.ts'
import type { Term } from '../model/term.ts'

/** One segment to translate. */
export interface EngineRequest {
  readonly id: string
  /** The plain source; with the means `markup`, `placeholder` and `target-in-source`, as the drafting protected it. */
  readonly source: string
  /** The terms that the engine is asked to use. Those that the source protects are not among them. */
  readonly terms: readonly Term[]
  /** The plain sources of the neighbours, '' at the ends of the document. */
  readonly before: string
  readonly after: string
  /** Similar confirmed pairs of the memory, the best first. */
  readonly examples: readonly MemoryPair[]
  /** For a repair: the draft, and its defects in English. */
  readonly repair?: { readonly target: string; readonly defects: readonly string[] }
}

/** Requests that are sent together, all held to their terms by the same means. */
export interface EngineCall {
  readonly means: ConstraintMeans
  readonly requests: readonly EngineRequest[]
}

/** The translation of one request. */
export interface EngineTarget {
  readonly target: string
  readonly origin: DraftOrigin
}

/**
 * The result of a call. `targets` has the ids that were answered; others were left out, and may be asked for again.
 * A failure may pass if `again`; `after` is how long the service asks to be left alone, in milliseconds.
 */
export type EngineAnswer =
  | { readonly type: 'answered'; readonly targets: ReadonlyMap<string, EngineTarget>; readonly usage: Usage }
  | {
      readonly type: 'failed'
      readonly refusal: Refusal
      readonly again: boolean
      readonly after?: number
      readonly usage: Usage
    }

/** What one request sends: where to, and its body as JSON, indented. Keys and other headers are no part of it. */
export interface SentRequest {
  readonly address: string
  readonly body: string
}

/** Told of each request as it is sent, for people who want to see what an engine is asked. */
export type OnSent = (request: SentRequest) => void

/** Limits of one call, and how many calls the service takes at once. */
export interface EngineLimits {
  readonly items: number
  /** Code points of the sources up to which a call is filled. */
  readonly codePoints: number
  /** Code points of the longest source that is taken; where it is longer than `codePoints` it has a call to itself. */
  readonly longest: number
  readonly concurrency: number
}

/**
 * A translation engine. Terms are a request to it; `drafting` verifies what comes back, and `checks` enforce them. An
 * engine makes one call at a time as it is told: batches, retries, concurrency and budgets are the work of `drafting`.
 */
export interface Engine {
  readonly name: string
  readonly version: string
  readonly limits: EngineLimits
  /** Whether it can mend a draft whose defects are named. */
  readonly repairs: boolean
  /** How many similar pairs it can use for a request; 0 if it cannot. */
  readonly examples: number
  /**
   * Makes it ready for the terms of a run, and gives the means by which it can hold terms now, the best first: never
   * none. Called once before the first call of a run.
   */
  prepare(
    terms: readonly Term[],
    signal: AbortSignal,
  ): Promise<readonly [ConstraintMeans, ...ConstraintMeans[]] | Refusal>
  /** Expected failures are answers; a fault, and an aborted signal, throw. */
  call(call: EngineCall, signal: AbortSignal, onSent?: OnSent): Promise<EngineAnswer>
  /** What a call is expected to use at most: for estimates, and for budgets before a call. */
  expect(call: EngineCall): Usage
}
