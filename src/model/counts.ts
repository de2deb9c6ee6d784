/**
 * What is counted of an office's work. Sentences and Chinese characters (`characters`: marks and digits are some, white space
 * is none), for each step:
 *
 * - `imported`: came in with a file, or are new in a new version of the source;
 * - `drafted`: drafts that were made; a second draft of a sentence is one more;
 * - `confirmed`, `revised`: sentences that somebody confirmed or revised in the month, and that stood so at its end;
 * - `returned`: how often a sentence was sent back;
 * - `signed`, `published`: sentences under the last signature, and in the last release, that a document got in the month.
 *
 * Time is in milliseconds from one step of a person in a document to the next, pauses left out; of `steps` it is known for
 * `timed`. `postEdit` is of confirmed sentences that began as a draft, `assessed` of sentences that were assessed in the
 * month, as the assessment stood at its end, with the issues that count towards the score.
 */
export const countNames = [
  'importedSentences',
  'importedCharacters',
  'draftedSentences',
  'draftedCharacters',
  'confirmedSentences',
  'confirmedCharacters',
  'confirmedWords',
  'revisedSentences',
  'revisedCharacters',
  'returnedSentences',
  'returnedCharacters',
  'signedSentences',
  'signedCharacters',
  'publishedSentences',
  'publishedCharacters',
  'translatingMilliseconds',
  'translatingSteps',
  'translatingTimed',
  'revisingMilliseconds',
  'revisingSteps',
  'revisingTimed',
  'postEditSentences',
  'postEditUnchanged',
  'postEditEdits',
  'postEditCharacters',
  'assessedSentences',
  'assessedWords',
  'assessedCharacters',
  'neutralIssues',
  'minorIssues',
  'majorIssues',
  'criticalIssues',
] as const

export type CountName = (typeof countNames)[number]

export type Counts = Readonly<Record<CountName, number>>

/** Counts without those that are 0. */
export type SomeCounts = Readonly<Partial<Record<CountName, number>>>

/** By what counts are told apart, in the order in which tables have it. */
export const countKeys = ['month', 'document', 'engine', 'person'] as const
export type CountKey = (typeof countKeys)[number]

/** Who drafted a sentence, beside the engines by their names: the memory, a file that brought its English, nobody. */
export const draftedByNobody = 'none'
export const draftedByMemory = 'memory'
export const draftedByFile = 'file'

/** What one person did in a document in a month (`2026-03`), on sentences that were drafted by the same. */
export interface CountCell {
  readonly month: string
  readonly engine: string
  /** A person's id; `system` for the programme itself. Of edits and assessments: who confirmed the text. */
  readonly person: string
  readonly counts: SomeCounts
}

/** The counts of one row of a table; keys by which it does not tell apart are null. */
export interface CountGroup {
  readonly key: Readonly<Record<CountKey, string | null>>
  readonly counts: Counts
}

/** What follows from counts; null where there is nothing that it could follow from. */
export interface CountFigures {
  /** How far confirmed texts are from their drafts, in per cent to one decimal; null where nothing had a draft. */
  readonly distance: number | null
  /** Penalty points, points for a thousand words or characters, and the score; null where nothing was assessed. */
  readonly penalty: number | null
  readonly perThousand: number | null
  readonly score: number | null
}

/** A row of a table of counts, with names; null by what it does not tell apart. `name` is empty for nobody known. */
export interface CountRow extends CountFigures {
  readonly month: string | null
  readonly document: { readonly id: string; readonly title: string } | null
  readonly engine: string | null
  readonly person: { readonly id: string; readonly name: string } | null
  readonly counts: Counts
}

/** What an office shows of its counts. */
export interface CountSettings {
  /** Whether people are told apart: then everybody sees the counts of everybody. Else each sees their own. */
  readonly people: boolean
}

export const plainCounts: CountSettings = { people: false }
