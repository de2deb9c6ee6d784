/** How what is looked for is written: words as they stand, words with nothing of a word beside them, or a pattern. */
export const searchModes = ['plain', 'words', 'expression'] as const
export type SearchMode = (typeof searchModes)[number]

/** What is looked for in the English, and what is put in its place. */
export interface Search {
  readonly find: string
  readonly mode: SearchMode
  /** Whether capitals have to be as they are written; if not, what is put in takes the capitals of what it replaces. */
  readonly capitals: boolean
  readonly replacement: string
}

/** A place that was found, in UTF-16 units of a text without codes, and what is put there. */
export interface ReplacePlace {
  readonly from: number
  readonly to: number
  readonly with: string
}
