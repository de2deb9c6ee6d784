import type { DraftOrigin } from '../model/draft.ts'
import type { Refusal } from '../model/refusal.ts'
import type { Term } from '../model/term.ts'

/** One segment to translate, with what helps: its terms and its neighbours. */
export interface EngineRequest {
  readonly id: string
  readonly source: string
  readonly terms: readonly Term[]
  readonly before: string
  readonly after: string
  /** On a second try: what was wrong with the first, in English, and the first itself. */
  readonly repair?: { readonly target: string; readonly defects: readonly string[] }
}

/** An engine's answer for one request. No target means it honestly has none. */
export type EngineReply =
  | { readonly id: string; readonly target: string; readonly origin: DraftOrigin }
  | { readonly id: string; readonly target?: undefined }

/**
 * A translation engine. The terms are a hint here and a law in `checks`. Implementations batch and retry as their
 * service asks; replies come in any order, each as soon as it is there. `estimate` is in US dollars, where it costs.
 */
export interface Engine {
  readonly name: string
  readonly version: string
  /** Whether `repair` requests are worth sending. */
  readonly repairs: boolean
  translate(requests: readonly EngineRequest[], signal: AbortSignal): AsyncIterable<EngineReply | Refusal>
}
