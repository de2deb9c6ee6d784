import type { DraftOrigin } from '../model/draft.ts'
import type { Refusal } from '../model/refusal.ts'
import type { Term } from '../model/term.ts'

/** One segment to translate, with its terms and its neighbours. */
export interface EngineRequest {
  readonly id: string
  readonly source: string
  readonly terms: readonly Term[]
  readonly before: string
  readonly after: string
  /** For a second try: the defects of the first draft, in English, and that draft. */
  readonly repair?: { readonly target: string; readonly defects: readonly string[] }
}

/** An engine's answer to one request. The target is null if the engine has no translation. */
export type EngineReply =
  | { readonly id: string; readonly target: string; readonly origin: DraftOrigin }
  | { readonly id: string; readonly target?: undefined }

/**
 * A translation engine. It should follow the terms; `checks` enforce them. Implementations batch and retry as their
 * service requires; replies come in any order, each as soon as it is available. `estimate` is in US dollars, if it costs.
 */
export interface Engine {
  readonly name: string
  readonly version: string
  /** Whether `repair` requests are worth sending. */
  readonly repairs: boolean
  translate(requests: readonly EngineRequest[], signal: AbortSignal): AsyncIterable<EngineReply | Refusal>
}
