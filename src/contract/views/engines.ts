import type { EngineName, GoogleSettings, Price, Spending } from '../../model/engine.ts'
import type { EngineFailure, EngineMonth, EngineOccasion } from '../../model/engine-record.ts'
import type { DialectChoice } from '../../model/prompt-dialect.ts'

/** What an engine made of a made-up sentence. Without a target it had none. */
export interface EngineTrial {
  readonly source: string
  readonly target: string | null
  readonly terms?: { readonly asked: number; readonly met: number }
  readonly figures?: { readonly asked: number; readonly met: number }
  /** How many answers were asked for. */
  readonly calls?: number
  /** What was sent for them, in order: an address, '' for this machine, and a body as indented JSON. */
  readonly sent: readonly { readonly address: string; readonly body: string }[]
  readonly spending: readonly Spending[]
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
  /** Whether the OpenAI-compatible engine may be asked for questions on finished English. */
  readonly questions: boolean
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
