import type { Usage } from './engine.ts'

/** What an engine did and used in a month. */
export interface EngineMonth extends Usage {
  /** Sentences that it was asked for, or that the memory had. */
  readonly sentences: number
  /** Those whose first answer had no defect, and those that it mended. */
  readonly atOnce: number
  readonly mended: number
  /** Millionths of a US dollar; null if it had no price all the month. */
  readonly microdollars: number | null
}

export const emptyMonth: EngineMonth = {
  sentences: 0,
  atOnce: 0,
  mended: 0,
  requests: 0,
  characters: 0,
  inputTokens: 0,
  outputTokens: 0,
  microdollars: null,
}

export function addMonths(a: EngineMonth, b: EngineMonth): EngineMonth {
  return {
    sentences: a.sentences + b.sentences,
    atOnce: a.atOnce + b.atOnce,
    mended: a.mended + b.mended,
    requests: a.requests + b.requests,
    characters: a.characters + b.characters,
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    microdollars:
      a.microdollars === null && b.microdollars === null ? null : (a.microdollars ?? 0) + (b.microdollars ?? 0),
  }
}

/** What an engine was asked for: a run over a document, a single draft, a made-up sentence, or questions on finished English. */
export const engineOccasions = ['run', 'draft', 'test', 'questions'] as const
export type EngineOccasion = (typeof engineOccasions)[number]

/** The last failure of an engine: a refusal. `ended` if nothing went on after it. */
export interface EngineFailure {
  readonly at: string
  readonly during: EngineOccasion
  readonly code: string
  readonly params: Readonly<Record<string, string>>
  readonly ended: boolean
}

/** What is known of an engine from its use. Months are written `2026-11`, in UTC. */
export interface EngineRecord {
  readonly months: Readonly<Record<string, EngineMonth>>
  /** The last time it answered. */
  readonly answered?: { readonly at: string; readonly during: EngineOccasion }
  readonly failed?: EngineFailure
}
