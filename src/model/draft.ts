import type { Inline } from './inline.ts'
import type { Match } from './match.ts'

/** The origin of a target. Machine output is always marked as such. */
export type DraftOrigin =
  | { readonly type: 'machine'; readonly engine: string; readonly version: string }
  | { readonly type: 'memory'; readonly match: Match['type']; readonly score: number; readonly source: string }

/** The ids of the terms that a draft had to use, and of those that it has. */
export interface Compliance {
  readonly asked: readonly string[]
  readonly met: readonly string[]
}

/** A translation that an engine or the memory offers for a segment. Stored permanently beside the edited target. */
export interface Draft {
  readonly target: Inline
  readonly origin: DraftOrigin
  /** Hash of the glossary it was made under. */
  readonly glossary: string
  readonly compliance: Compliance
}
