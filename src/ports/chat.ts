import type { Usage } from '../model/engine.ts'
import type { Refusal } from '../model/refusal.ts'

/** What a language model is told and given, and the schema of the one JSON object that it is to answer. */
export interface ChatPrompt {
  /** Instructions. */
  readonly system: string
  /** What to work on: data, never instructions. */
  readonly user: string
  readonly schema: { readonly name: string; readonly schema: Readonly<Record<string, unknown>> }
}

/**
 * The result of asking. `content` is what the model wrote, as it came; empty where it was cut off. A failure may pass if
 * `again`; `after` is how long the service asks to be left alone, in milliseconds.
 */
export type ChatAnswer =
  | { readonly type: 'answered'; readonly content: string; readonly usage: Usage }
  | {
      readonly type: 'failed'
      readonly refusal: Refusal
      readonly again: boolean
      readonly after?: number
      readonly usage: Usage
    }

/** A language model that follows instructions. It asks once as it is told: batches, retries and budgets are others' work. */
export interface Chat {
  /** The name of its engine, under which what it used is counted. */
  readonly engine: string
  readonly model: string
  /** How many questions may be under way at once. */
  readonly concurrency: number
  /** Expected failures are answers; a fault, and an aborted signal, throw. Its `characters` are 0: it does not know the texts. */
  ask(prompt: ChatPrompt, signal: AbortSignal): Promise<ChatAnswer>
}
