import type { Spending } from '../../model/engine.ts'
import type { Question, QuestionVerdict } from '../../model/question.ts'

/** How far a language model has been asked about the sentences of a document, by the run that is on or was last. */
export interface QuestionsStatus {
  readonly running: boolean
  /** Sentences that were asked about, of all of the run. */
  readonly done: number
  readonly total: number
  /** Questions that came of it. */
  readonly questions: number
  /** Sentences for which the model had no answer that can be read. */
  readonly unanswered: number
  readonly spending: readonly Spending[]
  /** Why it waits, and for how long. */
  readonly waiting?: {
    readonly code: string
    readonly params: Readonly<Record<string, string>>
    readonly milliseconds: number
  }
  /** Why it ended before all was asked. */
  readonly refused?: { readonly code: string; readonly params: Readonly<Record<string, string>> }
}

/** A question on a sentence as it stands. `settled`: what was made of it, by whom and when (UTC, ISO 8601). */
export interface PlacedQuestion extends Question {
  readonly segment: string
  readonly settled?: { readonly verdict: QuestionVerdict; readonly name: string; readonly at: string }
}

/** What a language model asks of a document, and what it would take to ask about the rest. */
export interface QuestionsView {
  /** Whether the office has a language model asked at all. */
  readonly on: boolean
  readonly model: string
  /** Where texts are sent; '' if they stay on this machine. */
  readonly host: string
  /** How many sentences with English were asked about as they stand, and which were not. */
  readonly asked: number
  readonly unasked: readonly string[]
  /** What asking about those takes where every answer can be read: tokens, and millionths of a US dollar, null without a price. */
  readonly expected: {
    readonly inputTokens: number
    readonly outputTokens: number
    readonly microdollars: number | null
  }
  /** Null if there was no run since the start. */
  readonly status: QuestionsStatus | null
  /** In the order of the document. */
  readonly questions: readonly PlacedQuestion[]
}
