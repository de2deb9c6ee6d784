import type { CommentedWords } from './commented-words.ts'
import type { Inline } from './inline.ts'

/**
 * Kinds of issues: the seven dimensions of MQM Core (Multidimensional Quality Metrics, themqm.org), in its order:
 * terminology, accuracy, linguistic conventions, style, locale conventions, audience appropriateness, design and markup.
 */
export const issueCategories = [
  'terminology',
  'accuracy',
  'conventions',
  'style',
  'locale',
  'audience',
  'design',
] as const
export type IssueCategory = (typeof issueCategories)[number]

/** How much an issue weighs, from what is noted without being held against the text to what makes it unfit. */
export const issueSeverities = ['neutral', 'minor', 'major', 'critical'] as const
export type IssueSeverity = (typeof issueSeverities)[number]

/** The two texts of a sentence as somebody judged them. */
export interface JudgedText {
  readonly source: Inline
  readonly target: Inline
}

/** What somebody judged of a sentence. It stays with the text that it was made on. */
interface Judgement {
  /** Who judged it, and when (UTC, ISO 8601). */
  readonly by: string
  readonly at: string
  /** The segment that it was made on: another one where that was split or joined since. */
  readonly segment: string
  readonly of: JudgedText
  /** Whoever made it has words in that text, before or since: it counts in a workspace of a single person only. */
  readonly own?: true
}

/** Something that is wrong with a sentence. */
export interface Issue extends Judgement {
  readonly id: string
  readonly category: IssueCategory
  readonly severity: IssueSeverity
  /** What is wrong, in words; absent where the kind says it. */
  readonly text?: string
  /** The words that it is on; absent for the whole sentence. */
  readonly on?: CommentedWords
}

/** Somebody read the whole sentence, and marked whatever is wrong with it. */
export type Assessment = Judgement

/** How many sentences a sample has: so many, or so many of a hundred, at least one. */
export type SampleSize = { readonly count: number } | { readonly percent: number }

/**
 * Sentences drawn at random to be assessed. `seed` is a whole number below 2^32, from which together with the `pool` (the
 * sentences that had English then, in reading order) the same sentences are drawn again.
 */
export interface Sample {
  readonly id: string
  readonly seed: number
  readonly size: SampleSize
  /** How many sentences it was drawn from. */
  readonly pool: number
  /** The ids of those drawn, in reading order. */
  readonly segments: readonly string[]
}

/** How an office assesses quality. */
export interface QualitySettings {
  /** Penalty points of an issue. */
  readonly weights: Readonly<Record<IssueSeverity, number>>
  /** What the penalty is spread over: words of the English, or characters of the Chinese. */
  readonly measure: 'words' | 'characters'
  /** The least score, of 100; null for none. */
  readonly passMark: number | null
  /** What a score below the mark does: nothing, a word to whoever signs, or no signature. */
  readonly gate: 'nothing' | 'warn' | 'block'
}

/** What holds until an office decides: the severity multipliers of MQM, and no mark. */
export const plainQuality: QualitySettings = {
  weights: { neutral: 0, minor: 1, major: 5, critical: 25 },
  measure: 'words',
  passMark: null,
  gate: 'nothing',
}

/** How many issues of each kind and severity. */
export type IssueCounts = Readonly<Record<IssueCategory, Readonly<Record<IssueSeverity, number>>>>

/** How much was assessed, and what was found in it. */
export interface Tally {
  /** Sentences that were assessed. */
  readonly assessed: number
  /** Their words in English, and characters in Chinese, as they were assessed. */
  readonly words: number
  readonly characters: number
  readonly issues: IssueCounts
}

/** The score of what was assessed. */
export interface Score {
  /** Penalty points of all issues, each with the weight of its severity. */
  readonly penalty: number
  /** Penalty points for each 1,000 words or characters, as the office measures; null where nothing was assessed. */
  readonly perThousand: number | null
  /** Of 100; below 0 where the penalty is more than the words; null where nothing was assessed. */
  readonly score: number | null
}

/** The assessment of a document. */
export interface Quality extends Tally, Score {
  /** Sentences of the document. */
  readonly sentences: number
  /** Issues that do not count: of sentences that nobody has assessed, of earlier texts, or of the authors themselves. */
  readonly uncounted: number
  /** Of the last sample, how many sentences there are now and how many of them are assessed; null without one. */
  readonly sample: { readonly of: number; readonly assessed: number } | null
  /** Whether the score reaches the mark; null where there is no mark or nothing was assessed. */
  readonly passed: boolean | null
}

/** The score of a document that falls short of the mark of the office, with that mark; null for any other. */
export interface BelowMark {
  readonly score: number
  readonly passMark: number
}

/** An issue as it is listed; whether it counts towards the score. `by` is a person's id. */
export interface ListedIssue extends Pick<Issue, 'id' | 'category' | 'severity' | 'by' | 'at'> {
  /** What is wrong, in words; empty where the kind says it. */
  readonly text: string
  /** The words that it is on, and in which language; null for the whole sentence. */
  readonly words: { readonly side: 'source' | 'target'; readonly text: string } | null
  readonly counts: boolean
}

/** A text of a sentence that somebody judged, and what was found in it. */
export interface QualityRow {
  readonly segment: string
  /** Counts the sentences of the document from 1. */
  readonly number: number
  /** The texts as they were judged. */
  readonly source: string
  readonly target: string
  /** Whether they are the present ones. */
  readonly present: boolean
  /** Who assessed it last; null where issues were marked and nobody has said that this is all. */
  readonly assessed: { readonly by: string; readonly at: string } | null
  /** Whether it counts: the last assessment of the sentence, by somebody who has no words in it. */
  readonly counts: boolean
  readonly issues: readonly ListedIssue[]
}
