import type { BlockKind } from '../model/document.ts'
import type { Finding, Remark } from '../model/finding.ts'
import type { HouseStyle } from '../model/house-style.ts'
import { hasCodes, type Inline } from '../model/inline.ts'
import type { Steps } from '../model/steps.ts'
import type { TermOccurrence } from '../model/term.ts'

/**
 * A segment as checks see it: plain texts, the kind of its block, the terms recognised in its source, and the house
 * style of its English.
 */
export interface SegmentContext {
  readonly segment: string
  readonly kind: BlockKind
  readonly source: string
  readonly target: string
  readonly terms: readonly TermOccurrence[]
  readonly style: HouseStyle
  /** The texts with their inline codes, where one of them has any. */
  readonly inline?: InlineTexts
}

export interface InlineTexts {
  readonly source: Inline
  readonly target: Inline
}

/** What a context holds of texts with inline codes: nothing where there are none. */
export function inlineTexts(source: Inline, target: Inline): { readonly inline?: InlineTexts } {
  return hasCodes(source) || hasCodes(target) ? { inline: { source, target } } : {}
}

/** A check of one segment: total on any text, linear in its length, and quick enough to run on every keystroke. */
export type Check = (context: SegmentContext) => readonly Finding[]

/**
 * A check that compares the segments of a document with each other. It gives warnings and notes, never errors: those are
 * known of a segment by itself. It goes step by step, a segment a step: others use the server while a long document is checked.
 */
export type DocumentCheck = (contexts: readonly SegmentContext[]) => Steps<readonly Remark[]>
