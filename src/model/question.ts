/** Kinds of error after MQM, the Multidimensional Quality Metrics: accuracy first, then terminology, language and style. */
export const questionCategories = [
  'mistranslation',
  'omission',
  'addition',
  'untranslated',
  'terminology',
  'grammar',
  'style',
  'locale',
  'other',
] as const
export type QuestionCategory = (typeof questionCategories)[number]

/** How grave it would be, after MQM. */
export const questionSeverities = ['minor', 'major', 'critical'] as const
export type QuestionSeverity = (typeof questionSeverities)[number]

/**
 * What a language model asks a person to look at: words of the Chinese, of the English or of both, each as they stand in
 * the text. It is no finding: it blocks nothing, and is counted nowhere.
 */
export interface Question {
  readonly category: QuestionCategory
  readonly severity: QuestionSeverity
  /** Words of the Chinese. */
  readonly source?: string
  /** Words of the English. */
  readonly target?: string
}

/** Identifies a question within its sentence. */
export function questionKey({ category, source = '', target = '' }: Question): string {
  return JSON.stringify([category, source, target])
}

export const questionVerdicts = ['accepted', 'dismissed'] as const
/** What a person made of a question: a comment, or nothing. */
export type QuestionVerdict = (typeof questionVerdicts)[number]
