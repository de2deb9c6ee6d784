import type { Inline } from './inline.ts'
import type { Match } from './match.ts'

/** Where a target came from. Machine output is never passed off as anything else. */
export type DraftOrigin =
  | { readonly type: 'machine'; readonly engine: string; readonly version: string }
  | { readonly type: 'memory'; readonly match: Match['type']; readonly score: number; readonly source: string }

/** Which terms a draft was held to and which it met: term ids. */
export interface Compliance {
  readonly asked: readonly string[]
  readonly met: readonly string[]
}

/** What an engine or the memory offers for a segment. Kept for good beside what people make of it. */
export interface Draft {
  readonly target: Inline
  readonly origin: DraftOrigin
  /** Hash of the glossary it was made under. */
  readonly glossary: string
  readonly compliance: Compliance
}
