import type { DialectChoice } from './prompt-dialect.ts'

/** The engines there are to choose from. */
export const engineNames = ['memory', 'offline', 'google', 'openai-compatible'] as const
export type EngineName = (typeof engineNames)[number]

/** What an engine charges: US dollars a million code points of source, or a million tokens in and out. */
export type Price =
  | { readonly unit: 'characters'; readonly each: number }
  | { readonly unit: 'tokens'; readonly input: number; readonly output: number }

/** What a service was asked for: requests over the wire, failed ones included, code points of sources, and tokens. */
export interface Usage {
  readonly requests: number
  readonly characters: number
  readonly inputTokens: number
  readonly outputTokens: number
}

export const nothingUsed: Usage = { requests: 0, characters: 0, inputTokens: 0, outputTokens: 0 }

export function addUsage(a: Usage, b: Usage): Usage {
  return {
    requests: a.requests + b.requests,
    characters: a.characters + b.characters,
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
  }
}

/** What a run has used of one engine. `microdollars` are null if the engine has no price. */
export interface Spending extends Usage {
  readonly engine: string
  readonly microdollars: number | null
}

/**
 * The models of Cloud Translation that need no training of one's own, as its resource names have them; `adaptive` is its
 * adaptive translation: the language model with similar pairs of the memory as examples.
 */
export const googleModels = ['general/nmt', 'general/translation-llm', 'adaptive'] as const
export type GoogleModel = (typeof googleModels)[number]

/**
 * How Cloud Translation is set up. `location` may be empty: global, or `us-central1` where a region is needed. `glossary`
 * is the id of a glossary that the office made, or its whole resource name; may be empty. With a `bucket` of Cloud
 * Storage a glossary is made from the termbase, and used in its place. Without a `model` it is neural machine translation.
 * `concurrency` is how many calls are under way at once; absent: 8.
 */
export interface GoogleSettings {
  readonly project: string
  readonly location: string
  readonly glossary: string
  readonly bucket?: string
  readonly model?: GoogleModel
  readonly concurrency?: number
}

/** An administrator's word that texts may leave this machine: where to, who gave it, and when (UTC, ISO 8601). */
export interface EngineConsent {
  /** A host, or `Google`. It covers no other destination. */
  readonly to: string
  readonly by: string
  readonly at: string
}

/** How the offline engine is set up. */
export interface OfflineSettings {
  /** How many threads translate at once; absent: one fewer than the machine has. */
  readonly threads?: number
}

/** How the engines are set up, secrets included. */
export interface EngineSettings {
  readonly active: EngineName
  /** Nobody has chosen an engine: the offline one drafts as soon as it has a model, and the memory until then. */
  readonly unchosen?: true
  /** The engine that is asked to mend what the active one leaves with defects. */
  readonly second?: EngineName
  /** Engines that are asked only for single drafts that a person wants to see. */
  readonly onDemand?: readonly EngineName[]
  /** Whether the OpenAI-compatible engine may be asked for questions on finished English. */
  readonly questions?: true
  readonly consents?: readonly EngineConsent[]
  readonly prices?: Readonly<Partial<Record<EngineName, Price>>>
  readonly offline?: OfflineSettings
  readonly google: GoogleSettings
  readonly openai: {
    readonly baseUrl: string
    readonly model: string
    readonly key: string
    /** Absent: by the name of the model. */
    readonly dialect?: DialectChoice
    /** How many calls are under way at once; absent: what suits the dialect. */
    readonly concurrency?: number
  }
}
