import type { Span } from '../../model/finding.ts'

/** A sentence that contains a candidate, at `spans` of its `text`; `number` is that of its segment. */
export interface CandidateContext {
  readonly document: string
  readonly segment: string
  readonly number: number
  readonly text: string
  readonly spans: readonly Span[]
  /** The sentence's English, if a person has confirmed it or the memory has exactly this sentence. */
  readonly english: string
}

/** A form that may be a term. */
export interface CandidateView {
  readonly form: string
  readonly frequency: number
  readonly score: number
  /** Likely candidates that contain it. */
  readonly nestedIn: readonly string[]
  /** Whether a term with this form was retired. */
  readonly retired: boolean
  /**
   * The English of the form in confirmed translations. `alone`: the source of a pair is exactly this form; `among`: the
   * words are in `pairs` of the `of` pairs that have the form, and in few others.
   */
  readonly english: {
    readonly text: string
    readonly found: 'alone' | 'among'
    readonly pairs: number
    readonly of: number
  } | null
  readonly contexts: readonly CandidateContext[]
}

export interface CandidatesView {
  /** All documents to choose from, the latest imported first. */
  readonly documents: readonly { readonly id: string; readonly title: string }[]
  /** How many segments were read, and how many exceeded the limit. */
  readonly segments: number
  readonly left: number
  readonly candidates: readonly CandidateView[]
  readonly dismissed: readonly { readonly form: string; readonly at: string; readonly name: string }[]
}
