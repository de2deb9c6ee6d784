import type { Quality, QualityRow, QualitySettings, Sample } from '../../model/quality.ts'

/** The assessment of a document: its score, what was found, and the samples drawn. */
export interface QualityView {
  readonly title: string
  readonly quality: Quality
  /** How the office assesses now: the score follows it. */
  readonly settings: QualitySettings
  readonly rows: readonly QualityRow[]
  /** Each with who drew it and when, the latest last. */
  readonly samples: readonly (Sample & { readonly by: string; readonly at: string })[]
  /** Sentences of the last sample that are not assessed yet, with their numbers. */
  readonly left: readonly { readonly segment: string; readonly number: number }[]
  /** Names of people by their ids. */
  readonly names: Readonly<Record<string, string>>
}
