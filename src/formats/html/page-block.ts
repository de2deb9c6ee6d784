import type { Inline } from '../../model/inline.ts'
import type { Hint } from './elements.ts'
import type { Range } from './page.ts'

/** A text of a page, where it stands, and all that is needed to write another in its place. */
export interface PageBlock extends Range {
  readonly text: Inline
  readonly hint: Hint | null
  readonly level: number | undefined
  readonly element: number
  /** Whether all of it is one link. */
  readonly isLink: boolean
  /** Where the blanks begin that indent it; `from` if none do. */
  readonly indent: number
  /** What is written for each code, by `codeKey`. */
  readonly marks: ReadonlyMap<string, string>
  /** What is written for each line break, in order. */
  readonly breaks: readonly string[]
  /** What is written for a line break beyond those: in preformatted text a line end. */
  readonly newline: string
  /** What stands between the words and is no code: comments, and tags that change nothing without their other half. */
  readonly strays: string
}

/** What the elements around a block say of it. */
export interface Place {
  readonly hint: Hint | null
  readonly level: number | undefined
  readonly isTitle: boolean
  readonly isPre: boolean
}
